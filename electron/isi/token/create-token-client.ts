import { createVendorError } from '@core/isi/create-vendor-error';
import { z } from 'zod';
import { createPopClient, type PopClientOptions } from '../pop/pop-client';
import { createUnreadableError } from '../parse-reply';
import type { TokenClient } from './token-client';

export interface TokenClientOptions extends PopClientOptions {
  /** Origin of the token service. */
  readonly endpoint: string;
}

/** Protocol §1.4. `ErrCode` is absent or 0 where all is well. */
const replySchema = z.looseObject({
  RequestId: z.string().optional(),
  ErrCode: z.union([z.number(), z.string()]).optional(),
  ErrMsg: z.string().optional(),
  Token: z
    .looseObject({
      Id: z.string().optional(),
      ExpireTime: z.coerce.number().optional(),
      UserId: z.string().optional(),
    })
    .nullish(),
});

/** CreateToken: POST over V3 by default, as the vendor's newest package does (protocol §1). */
export function createTokenClient(options: TokenClientOptions): TokenClient {
  const pop = createPopClient(options);
  const { endpoint } = options;
  return {
    createToken: async (accessKey, signal) => {
      const reply = await pop.call({
        service: 'token',
        request: { endpoint, action: 'CreateToken', version: '2019-02-28', method: 'POST' },
        accessKey,
        signal,
      });
      const content = replySchema.safeParse(reply.parsed).data;
      if (content === undefined) throw createUnreadableError(endpoint, reply.httpStatus);
      const { Token: token, ErrCode: code, ErrMsg: text, RequestId: requestId } = content;
      if (token?.Id === undefined || token.Id === '' || token.ExpireTime === undefined) {
        if (code === undefined && (text ?? '') === '') {
          throw createUnreadableError(endpoint, reply.httpStatus);
        }
        throw createVendorError({
          service: 'token',
          ...(code === undefined ? {} : { code }),
          ...(text === undefined ? {} : { text }),
          httpStatus: reply.httpStatus,
          ...(requestId === undefined ? {} : { requestId }),
        });
      }
      return {
        id: token.Id,
        // Seconds of the server's clock; ours may be minutes away from it.
        expiresAtMs: token.ExpireTime * 1000 + (reply.aheadMs ?? 0),
        ...(token.UserId === undefined ? {} : { userId: token.UserId }),
      };
    },
  };
}
