import { omitUndefined } from '@core/omit-undefined';
import { stat } from 'node:fs/promises';
import { createVendorError } from '@isi/create-vendor-error';
import { StudioError } from '@core/errors/studio-error';
import type { SpeechRegion } from '@isi/speech-regions';
import { type FlashParameters, validateFlashParameters } from '@isi/flash-parameters';
import { createForeignError } from '../foreign-reply';
import type { HttpClient, HttpReply, HttpRequest } from '../http/http-client';
import { readRetryAfterMs } from '../http/retry-after';
import { readReply } from '../read-reply';
import type { TokenSource } from '../token/token-client';
import { buildFlashUrl } from '../endpoints';
import { buildFlashQuery } from './flash-query';
import { type FlashReply, flashReplySchema } from './flash-reply';

export interface FlashRequest {
  /** A file of this computer, which is uploaded, or an address that the service fetches. */
  readonly audio: { readonly path: string } | { readonly url: string };
  readonly appkey: string;
  readonly parameters: FlashParameters;
  /** Parameters beyond the documented ones, sent as they are (`extend_config` of the SDK). */
  readonly extraParameters?: Readonly<Record<string, string>>;
  /** A region, or a full address with its path. */
  readonly target:
    | { readonly region: SpeechRegion; readonly isInternal?: boolean }
    | { readonly endpoint: string };
  /** Address that is connected to instead of what the name of the host says. */
  readonly directIp?: string;
  readonly signal: AbortSignal;
  readonly onConnected?: () => void;
  /** Bytes; starts anew where the token had to be renewed. Not called for an address. */
  readonly onUploaded?: (sentBytes: number, totalBytes: number) => void;
}

/** `silent`: the service heard no speech, which is a result and no error (protocol §0.7). */
export interface FlashOutcome {
  readonly kind: 'recognised' | 'silent';
  /** The body as it came. */
  readonly text: string;
  /** The same, parsed, unknown fields included. */
  readonly reply: FlashReply;
}

export interface FlashClient {
  /**
   * Sends one recording and waits for its words (protocol §2).
   * @throws StudioError of `createVendorError` where the service refuses, `usage/invalid` for a
   *   parameter, `media/not-found`, `media/not-a-file` and `media/empty` (data: `path`) for the
   *   file, `engine/reply-unreadable`, and what `TokenSource.get` and `HttpClient.send` throw
   */
  recognise(request: FlashRequest): Promise<FlashOutcome>;
}

/**
 * The service gives up after 50 s (protocol §2.2); the rest is for the way back. Idle times suit a
 * slow line with 100 MB to send.
 */
const timeouts = { connectMs: 10_000, replyMs: 90_000, idleMs: 60_000 } as const;
const succeeded = 20_000_000;
const silent = 40_270_002;
const tokenInvalid = 40_000_001;
const forbidden = 403;

/** Recognition while you wait (录音文件识别极速版). */
export function createFlashClient(options: {
  readonly http: HttpClient;
  readonly tokens: TokenSource;
}): FlashClient {
  const { http, tokens } = options;
  return {
    recognise: async (request) => {
      validateFlashParameters(request.parameters);
      const endpoint =
        'endpoint' in request.target
          ? request.target.endpoint
          : buildFlashUrl(request.target.region, request.target.isInternal);
      const sizeBytes = 'path' in request.audio ? await measure(request.audio.path) : 0;
      for (let attempt = 1; ; attempt += 1) {
        const token = await tokens.get(request.signal);
        const reply = await http.send(buildRequest(request, endpoint, token, sizeBytes));
        const refusal = findTokenRefusal(reply);
        if (refusal !== undefined) {
          // A proxy's page says nothing about a token that nobody can replace.
          if (refusal === 'by-service' || tokens.canRenew) tokens.drop(token);
          // Once: a second refusal is about something else (protocol §1.4).
          if (tokens.canRenew && attempt === 1) continue;
        }
        return readOutcome(reply, endpoint, token);
      }
    },
  };
}

async function measure(path: string): Promise<number> {
  const facts = await stat(path).catch(() => {
    throw new StudioError('media/not-found', `no file ${path}`, { data: { path } });
  });
  if (!facts.isFile()) {
    throw new StudioError('media/not-a-file', `${path} is not a file`, { data: { path } });
  }
  if (facts.size === 0) {
    throw new StudioError('media/empty', `${path} is empty`, { data: { path } });
  }
  return facts.size;
}

function buildRequest(
  request: FlashRequest,
  endpoint: string,
  token: string,
  sizeBytes: number,
): HttpRequest {
  const { audio, appkey, parameters, extraParameters, directIp, signal, onConnected } = request;
  const query = buildFlashQuery({
    ...extraParameters,
    ...parameters,
    appkey,
    token,
    ...('url' in audio ? { audio_address: audio.url } : {}),
  });
  const { onUploaded } = request;
  return {
    method: 'POST',
    url: `${endpoint}?${query}`,
    headers: {
      accept: 'application/json',
      'content-type': 'path' in audio ? 'application/octet-stream' : 'application/text',
    },
    ...('path' in audio ? { body: { path: audio.path, endByte: sizeBytes } } : {}),
    signal,
    timeouts,
    ...omitUndefined({ connectTo: directIp, onConnected }),
    ...(onUploaded === undefined || !('path' in audio)
      ? {}
      : { onSent: (sentBytes: number) => onUploaded(sentBytes, sizeBytes) }),
  };
}

/**
 * Who refused the token: 403 is a row of the status table and an HTTP status, and both mean the token
 * (protocol §6.23); but a page with that status may be a proxy's.
 */
function findTokenRefusal(reply: HttpReply): 'by-service' | 'by-page' | undefined {
  const content = readContent(readReply(reply).parsed);
  if (content?.status !== undefined) {
    return [tokenInvalid, forbidden].includes(content.status) ? 'by-service' : undefined;
  }
  if (reply.status !== forbidden || hasResult(content)) return undefined;
  return content !== undefined || isOwnStatus(reply) ? 'by-service' : 'by-page';
}

/** The reply, where a body can only be the service's own. */
function readContent(parsed: unknown): FlashReply | undefined {
  const content = flashReplySchema.safeParse(parsed).data;
  if (content === undefined) return undefined;
  const { status = 0, task_id: taskId } = content;
  // Other servers have a `status` too, the one of HTTP.
  const isOwn = status === forbidden || /^\d{8}$/.test(String(status));
  return isOwn || taskId !== undefined || hasResult(content) ? content : undefined;
}

function hasResult(content: FlashReply | undefined): boolean {
  const result = content?.flash_result;
  return typeof result === 'object' && result !== null && !Array.isArray(result);
}

/**
 * Decides by `status`, and only without one by the result and the status of HTTP (protocol §2.3): a
 * gateway may put a status of its own on a reply that is paid for.
 */
function readOutcome(reply: HttpReply, endpoint: string, token: string): FlashOutcome {
  const { text, parsed } = readReply(reply);
  const content = readContent(parsed);
  const status = content?.status;
  if (content !== undefined) {
    const isDone = status === succeeded || (status === undefined && hasResult(content));
    if (isDone && hasResult(content)) return { kind: 'recognised', text, reply: content };
    if (status === silent) return { kind: 'silent', text, reply: content };
  }
  const isRefusal = status === undefined ? reply.status >= 400 : status !== succeeded;
  if (!isRefusal || (content === undefined && !isOwnStatus(reply))) {
    throw createForeignError(reply, endpoint);
  }
  const retryAfterMs = readRetryAfterMs(reply);
  throw createVendorError({
    service: 'flash',
    code: status ?? reply.status,
    // The service repeats the token it refuses (protocol §2.4).
    ...(content?.message === undefined ? {} : { text: content.message.replaceAll(token, '…') }),
    httpStatus: reply.status,
    ...(content?.task_id === undefined ? {} : { taskId: content.task_id }),
    ...omitUndefined({ retryAfterMs }),
  });
}

/**
 * Statuses that say the same with any body or none: the recording is too large for the service or
 * something before it; and, without a body, that the token is refused (protocol §6.23).
 */
function isOwnStatus({ status, body }: HttpReply): boolean {
  return status === 413 || (status === forbidden && body.byteLength === 0);
}
