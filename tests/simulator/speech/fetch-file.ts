import { createWriteStream } from 'node:fs';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';

/** What came of fetching a link. */
export type Fetched =
  | { readonly kind: 'fetched'; readonly contentType: string }
  | { readonly kind: 'status'; readonly status: number }
  /** Fewer bytes than Content-Length promised, or no such header. */
  | { readonly kind: 'wrong-length' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreachable' };

const mostRedirects = 5;

/** Fetches a link into a file, as the vendor's servers do with `file_link` and `audio_address`. */
export async function fetchFile(
  link: string,
  path: string,
  mostBytes: number,
  signal: AbortSignal,
  redirects = 0,
): Promise<Fetched> {
  let response: IncomingMessage;
  try {
    response = await open(link, signal);
  } catch {
    return { kind: 'unreachable' };
  }
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined && redirects < mostRedirects) {
    response.destroy();
    const next = new URL(location, link).href;
    return fetchFile(next, path, mostBytes, signal, redirects + 1);
  }
  if (status !== 200) {
    response.destroy();
    return { kind: 'status', status };
  }
  const length = response.headers['content-length'];
  if (length === undefined || Number(length) > mostBytes) {
    response.destroy();
    return { kind: length === undefined ? 'wrong-length' : 'too-large' };
  }
  try {
    await pipeline(response, createWriteStream(path));
  } catch {
    return { kind: 'wrong-length' };
  }
  return { kind: 'fetched', contentType: response.headers['content-type'] ?? '' };
}

function open(link: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((fulfil, reject) => {
    const get = link.startsWith('https:') ? getHttps : getHttp;
    get(link, { signal, agent: false }, fulfil).on('error', reject);
  });
}
