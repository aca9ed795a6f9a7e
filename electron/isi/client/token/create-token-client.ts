import { omitUndefined } from '@core/omit-undefined';
import { createVendorError } from '@isi/create-vendor-error';
import {
  lenientNumberSchema,
  lenientStatusSchema,
  lenientTextSchema,
} from '@isi/replies/lenient-fields';
import { z } from 'zod';
import { createPopClient, type PopClientOptions } from '../pop/pop-client';
import type { TokenClient } from './token-client';

export interface TokenClientOptions extends PopClientOptions {
  /** Origin of the token service. */
  readonly endpoint: string;
}

/** Protocol §1.4. `ErrCode` is absent or 0 where all is well. Only `Id` is needed. */
const replySchema = z.looseObject({
  RequestId: lenientTextSchema,
  ErrCode: lenientStatusSchema,
  ErrMsg: lenientTextSchema,
  Token: z
    .looseObject({
      Id: lenientTextSchema,
      ExpireTime: lenientNumberSchema,
      UserId: lenientTextSchema,
    })
    .optional()
    .catch(undefined),
});

/** How long a token is used of which nobody said how long it is good: they live for a day or more. */
const unknownLifeMs = 30 * 60_000;

/** CreateToken: POST over V3 by default, as the vendor's newest package does (protocol §1). */
export function createTokenClient(options: TokenClientOptions): TokenClient {
  const pop = createPopClient(options);
  const { endpoint, now } = options;
  return {
    createToken: async (accessKey, signal) => {
      const reply = await pop.call({
        service: 'token',
        request: { endpoint, action: 'CreateToken', version: '2019-02-28', method: 'POST' },
        accessKey,
        signal,
        isAnswer: (parsed) => readToken(parsed) !== undefined || readFailure(parsed) !== undefined,
      });
      const token = readToken(reply.parsed);
      if (token === undefined) {
        throw createVendorError({
          service: 'token',
          ...readFailure(reply.parsed),
          httpStatus: reply.httpStatus,
        });
      }
      const { id, expireTime, userId } = token;
      return {
        id,
        // Seconds of the server's clock; ours may be minutes away from it.
        expiresAtMs:
          expireTime === undefined
            ? now() + unknownLifeMs
            : expireTime * 1000 + (reply.aheadMs ?? 0),
        ...omitUndefined({ userId }),
      };
    },
  };
}

/** The token of a reply; its end is undefined where none is given, and never in the past then. */
function readToken(
  parsed: unknown,
): { id: string; expireTime: number | undefined; userId: string | undefined } | undefined {
  const token = replySchema.safeParse(parsed).data?.Token;
  const id = token?.Id?.trim() ?? '';
  if (token === undefined || id === '') return undefined;
  const { ExpireTime: expireTime, UserId: userId } = token;
  return { id, expireTime: (expireTime ?? 0) > 0 ? expireTime : undefined, userId };
}

/** What a reply without a token says of it. */
function readFailure(
  parsed: unknown,
): { code?: string | number; text?: string; requestId?: string } | undefined {
  const content = replySchema.safeParse(parsed).data;
  const { ErrCode: code = '', ErrMsg: text = '', RequestId: requestId } = content ?? {};
  const isCode = code !== '' && String(code) !== '0';
  if (!isCode && text === '') return undefined;
  return {
    ...(isCode ? { code } : {}),
    text,
    ...omitUndefined({ requestId }),
  };
}
