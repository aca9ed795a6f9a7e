import type { IncomingMessage } from 'node:http';

/** A request that cannot be served as it was sent, with the status that says why. */
export class RefusedRequest extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

export interface BodyLimits {
  readonly mostBytes: number;
  /** All of it must have come by then. */
  readonly limitMs: number;
}

/**
 * Reads a body whole [HG6]. The connection stays open when it is refused, so that an answer can be sent.
 * @throws RefusedRequest 413 for one too large, as soon as that is known; 408 for one too slow
 */
export function readBody(
  request: IncomingMessage,
  { mostBytes, limitMs }: BodyLimits,
): Promise<string> {
  return new Promise((fulfil, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const stop = (thrown: Error): void => {
      clearTimeout(timer);
      request.off('data', take);
      reject(thrown);
    };
    const take = (part: Buffer): void => {
      length += part.length;
      if (length > mostBytes) stop(new RefusedRequest(413));
      else parts.push(part);
    };
    const timer = setTimeout(() => stop(new RefusedRequest(408)), limitMs);
    request.on('error', stop);
    request.on('end', () => {
      clearTimeout(timer);
      fulfil(Buffer.concat(parts).toString('utf8'));
    });
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) stop(new RefusedRequest(413));
    else request.on('data', take);
  });
}
