import { omitUndefined } from '@core/omit-undefined';
import { StudioError } from '@core/errors/studio-error';
import { readWebAddress, type WebAddress } from '@isi/web-address';
import type { HttpClient, OpenReply } from '../http/http-client';
import type { Reach } from '../http/reach';
import { isPassingStatus, readRetryAfterMs } from '../http/retry-after';

/** What a server says before it gives anything out. */
export interface AddressHead {
  readonly status: number;
  readonly isOk: boolean;
  /** Where redirections ended. */
  readonly address: WebAddress;
  /** `Content-Length`; undefined where there is none or it is no number. */
  readonly lengthBytes: number | undefined;
  /** Length of the whole by `Content-Range`. */
  readonly totalBytes: number | undefined;
  /** Empty where there is none. */
  readonly contentType: string;
  /** How long the server asked to be left alone, ms. */
  readonly retryAfterMs?: number;
}

export interface HeadRequest {
  readonly address: WebAddress;
  /** The body of a GET is not read. */
  readonly method: 'HEAD' | 'GET';
  readonly range?: string;
  /** Holds for each address on the way. */
  readonly reach: Reach | undefined;
  readonly signal: AbortSignal;
}

const timeouts = { connectMs: 10_000, replyMs: 30_000 } as const;

/**
 * The head of a reply, where redirections end.
 * @throws StudioError as {@link openAddress}
 */
export async function requestHead(
  http: Pick<HttpClient, 'open'>,
  { address, method, range, reach, signal }: HeadRequest,
): Promise<AddressHead> {
  const { reply, address: end } = await openAddress(http, {
    ...{ address, method, reach, signal },
    ...(range === undefined ? {} : { headers: { range } }),
  });
  await reply.close();
  const { status, headers } = reply;
  const retryAfterMs = readRetryAfterMs(reply);
  const total = /^bytes .*\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
  return {
    status,
    isOk: status >= 200 && status < 300,
    address: end,
    lengthBytes: readNumber(headers['content-length']),
    totalBytes: readNumber(total),
    contentType: headers['content-type'] ?? '',
    ...omitUndefined({ retryAfterMs }),
  };
}

const mostRedirects = 5;

/**
 * Opens an address and follows where it leads.
 * @throws StudioError `address/*` for an address on the way, `media/link-failed` where it leads on
 *   for ever, and what `HttpClient.open` throws
 */
export async function openAddress(
  http: Pick<HttpClient, 'open'>,
  request: Omit<HeadRequest, 'range'> & { readonly headers?: Readonly<Record<string, string>> },
): Promise<{ readonly reply: OpenReply; readonly address: WebAddress }> {
  const { method, reach, signal, headers = {} } = request;
  let { address } = request;
  for (let redirects = 0; ; redirects += 1) {
    const reply = await http.open({
      method,
      url: address.link,
      // Of a packed body neither length nor range would mean the recording.
      headers: { accept: '*/*', 'accept-encoding': 'identity', ...headers },
      ...{ reach, signal, timeouts },
    });
    const { location } = reply.headers;
    const leadsOn = [301, 302, 303, 307, 308].includes(reply.status) && location !== undefined;
    if (!leadsOn) return { reply, address };
    await reply.close();
    if (redirects === mostRedirects || !URL.canParse(location, address.link)) {
      throw refuseStatus({ status: reply.status, address });
    }
    address = readWebAddress(new URL(location, address.link).href);
  }
}

/** The error for a status that is no success. A server that is out of order may be in order later. */
export function refuseStatus({
  status,
  address,
  retryAfterMs,
}: Pick<AddressHead, 'status' | 'address' | 'retryAfterMs'>): StudioError {
  const data = { address: address.shown, status };
  const text = `the server said ${status}`;
  if (status === 404 || status === 410) {
    return new StudioError('media/link-not-found', text, { data });
  }
  if (status === 401 || status === 403) {
    return new StudioError('media/link-forbidden', text, { data });
  }
  const isRetryable = isPassingStatus(status);
  return new StudioError('media/link-failed', text, {
    data: { ...data, isRetryable, ...omitUndefined({ retryAfterMs }) },
  });
}

function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
