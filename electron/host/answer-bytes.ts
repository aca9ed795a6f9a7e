import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Below this path are the bytes of media, peaks and project copies. */
export const bytesPrefix = '/bytes/';

/**
 * Answers a request with a fetch handler: the body is streamed, and the handler is told when the
 * page no longer wants it, as it does at every seek.
 * @param url of the request, on {@link bytesPrefix}
 */
export async function answerBytes(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  handler: (request: Request) => Promise<Response>,
): Promise<void> {
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  const address = new URL(url);
  address.pathname = url.pathname.slice(bytesPrefix.length - 1);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // What opens the host is nothing for those behind it.
    if (typeof value === 'string' && name !== 'cookie') headers.set(name, value);
  }
  address.searchParams.delete('token');
  const answer = await handler(
    new Request(address, { method: request.method ?? 'GET', headers, signal: abort.signal }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null || request.method === 'HEAD') {
    await answer.body?.cancel();
    response.end();
    return;
  }
  // A page that left and a file that ended early both end here; neither can be told to the page,
  // whose connection is closed.
  await pipeline(Readable.fromWeb(answer.body), response).catch(() => undefined);
}
