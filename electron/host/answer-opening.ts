import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatCookie } from './access';

/**
 * Gives the page its cookie and sends it on to the bare address: the address bar, the history and a
 * bookmark are no places for a secret.
 * @param url of the request, with what opened the host
 */
export function answerOpening(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, searchParams }: URL,
  token: string,
): void {
  response.setHeader('set-cookie', formatCookie(token));
  response.setHeader('cache-control', 'no-store');
  const isFromElsewhere = request.headers['sec-fetch-site'] === 'cross-site';
  if (!isFromElsewhere && !searchParams.has('ticket')) {
    response.writeHead(303, { location: pathname }).end();
    return;
  }
  // Somebody came by another page: the file that a browser is started with, as not every browser
  // says, or a terminal in the browser. A redirection would count as that page's own, and go
  // without our cookie.
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end('<!doctype html><meta http-equiv="refresh" content="0;url=/">');
}
