import { omitUndefined } from '@core/omit-undefined';
import { createVendorError } from '@isi/create-vendor-error';
import { StudioError } from '@core/errors/studio-error';
import { readRecommendLink } from '@isi/read-recommend-link';
import type { VendorService } from '@isi/vendor-failure';
import { lenientTextSchema } from '@isi/replies/lenient-fields';
import { z } from 'zod';
import type { AccessKey } from '../credentials';
import { createForeignError } from '../foreign-reply';
import type { HttpClient, HttpReply } from '../http/http-client';
import { readRetryAfterMs } from '../http/retry-after';
import { readReply } from '../read-reply';
import type { PopRequest } from './pop-request';
import { signPopV1 } from './sign-pop-v1';
import { signPopV3 } from './sign-pop-v3';

/** `v1` is HMAC-SHA1, `v3` is ACS3-HMAC-SHA256 (protocol §0.1). */
export type PopSignature = 'v1' | 'v3';

export interface PopClientOptions {
  readonly http: HttpClient;
  /** By default `v3`. */
  readonly signature?: PopSignature;
  /** ms since 1970. */
  readonly now: () => number;
  /** A text that no other request has. */
  readonly makeNonce: () => string;
}

export interface PopCall {
  readonly service: VendorService;
  readonly request: PopRequest;
  readonly accessKey: AccessKey;
  readonly signal: AbortSignal;
  /**
   * Whether a body can only be the service's own answer. Such a one counts whatever status a gateway
   * put on it: what it tells may have been paid for.
   */
  readonly isAnswer: (parsed: unknown) => boolean;
}

export interface PopReply {
  /** The body as it came. */
  readonly text: string;
  readonly parsed: unknown;
  readonly httpStatus: number;
  /** The error for a body in which something turns out to be missing. */
  readonly refuse: () => StudioError;
  /** How far this computer's clock is ahead of the server's, ms; absent without a `Date`. */
  readonly aheadMs?: number;
}

export interface PopClient {
  /**
   * Signs and sends; once more with another nonce where that one was used already (protocol §1.4).
   * @throws StudioError of `createVendorError` where the gateway refuses, `engine/clock-skewed`
   *   (data: `minutes`), `engine/reply-unreadable` of `createForeignError` where something else
   *   answered, and what `HttpClient.send` throws
   */
  call(call: PopCall): Promise<PopReply>;
}

/** The server refuses a request whose time is further off than this (protocol §1.1). */
const toleratedMinutes = 15;
const minuteMs = 60_000;

/** Fields of a refusal of the gateway (protocol §1.4). */
const refusalSchema = z.looseObject({
  Code: lenientTextSchema,
  Message: lenientTextSchema,
  RequestId: lenientTextSchema,
});
const goodCodes = ['200', 'OK', 'Success', 'success', ''];

/** The gateway in front of tokens and file transcription (protocol §1.1 to §1.4). */
export function createPopClient(options: PopClientOptions): PopClient {
  const { http, signature = 'v3', now, makeNonce } = options;
  const sign = signature === 'v1' ? signPopV1 : signPopV3;

  const send = async (call: PopCall, isFirst: boolean): Promise<PopReply> => {
    const { service, request, accessKey, signal } = call;
    const signed = sign(request, accessKey, { nowMs: now(), nonce: makeNonce() });
    const reply = await http.send({ ...signed, signal });
    const aheadMs = measureAhead(reply, now());
    const { text, parsed } = readReply(reply);
    const refusal = findRefusal(parsed, reply.status);
    if (refusal !== undefined) {
      const { code, message, requestId } = refusal;
      throwIfSkewed(code, aheadMs);
      // A proxy or a resumed connection sent the same request twice.
      if (isFirst && code === 'SignatureNonceUsed') return send(call, false);
      const retryAfterMs = readRetryAfterMs(reply, now());
      throw createVendorError({
        service,
        ...(code === '' ? {} : { code }),
        ...(message === undefined ? {} : { text: withoutEcho(message) }),
        httpStatus: reply.status,
        ...describeHelp(parsed),
        ...omitUndefined({ requestId, retryAfterMs }),
      });
    }
    const refuse = (): StudioError => createForeignError(reply, request.endpoint);
    if (!call.isAnswer(parsed)) throw refuse();
    return {
      text,
      parsed,
      httpStatus: reply.status,
      refuse,
      ...omitUndefined({ aheadMs }),
    };
  };

  return { call: (call) => send(call, true) };
}

/**
 * What the gateway refuses with: a code, or, where that is missing, a failing status on a body with
 * the other fields of a refusal.
 */
function findRefusal(
  parsed: unknown,
  httpStatus: number,
): { code: string; message: string | undefined; requestId: string | undefined } | undefined {
  const fields = refusalSchema.safeParse(parsed).data;
  if (fields === undefined) return undefined;
  const { Code: code = '', Message: message, RequestId: requestId } = fields;
  const isBare = httpStatus >= 400 && message !== undefined && requestId !== undefined;
  return goodCodes.includes(code) && !isBare ? undefined : { code, message, requestId };
}

/** The link that the gateway recommends, where it is the vendor's. */
function describeHelp(parsed: unknown): { readonly recommend?: string } {
  if (typeof parsed !== 'object' || parsed === null || !('Recommend' in parsed)) return {};
  const recommend = readRecommendLink(parsed.Recommend);
  return recommend === undefined ? {} : { recommend };
}

function measureAhead(reply: HttpReply, nowMs: number): number | undefined {
  const serverMs = Date.parse(reply.headers['date'] ?? '');
  return Number.isNaN(serverMs) ? undefined : nowMs - serverMs;
}

/** A wrong clock also spoils signatures, so that any refusal may come of it. */
function throwIfSkewed(code: string, aheadMs: number | undefined): void {
  const isTimeRefused = code === 'InvalidTimeStamp.Expired';
  const minutes = Math.round(Math.abs(aheadMs ?? 0) / minuteMs);
  if (!isTimeRefused && minutes <= toleratedMinutes) return;
  // Without a `Date`, or with one from a cache, the least that the refusal says of the clock.
  const shown = Math.max(minutes, toleratedMinutes);
  throw new StudioError('engine/clock-skewed', `the clock is ${shown} minutes off`, {
    data: { minutes: shown, vendorCode: code },
  });
}

/**
 * SignatureDoesNotMatch repeats the whole string to sign, AccessKeyId and nonce included; what
 * stands before it is all a person needs (protocol §1.4).
 */
function withoutEcho(message: string): string {
  return message.replace(/server string to sign is:.*/s, '').trim();
}
