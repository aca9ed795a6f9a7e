import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a sender may go on with a body nobody wants before its connection is closed. */
const drainMs = 2_000;

/**
 * Answers a request whose body was not read. A connection that is closed while its sender is still
 * writing loses the answer on the way, so the rest is read and thrown away, for a moment.
 */
export function answerRefused(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
): void {
  response.writeHead(status, {
    connection: 'close',
    'content-length': Buffer.byteLength(body),
  });
  response.write(body);
  if (request.complete) {
    response.end();
    return;
  }
  const timer = setTimeout(() => request.destroy(), drainMs);
  request.resume();
  request.on('error', () => undefined);
  request.on('close', () => {
    clearTimeout(timer);
    response.end();
  });
  request.on('end', () => response.end());
}
