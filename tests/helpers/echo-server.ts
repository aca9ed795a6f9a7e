import type { IncomingMessage } from 'node:http';
import { readRequestBody, startHttpServer } from './start-http-server';

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How a request is answered; by default with status 200. */
export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface EchoServer {
  readonly origin: string;
  readonly port: number;
  /** Every request so far. */
  readonly seen: readonly SeenRequest[];
  readonly close: () => Promise<void>;
}

/** A local server that keeps every request and answers as `answer` says, by default with `{}`. */
export async function startEchoServer(
  answer: (request: SeenRequest, index: number) => ScriptedReply = () => ({ body: '{}' }),
): Promise<EchoServer> {
  const seen: SeenRequest[] = [];
  const { origin, port, close } = await startHttpServer((request, response) => {
    void readRequestBody(request)
      .then((body) => {
        const kept = {
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
          body: body.toString('utf8'),
        };
        seen.push(kept);
        const reply = answer(kept, seen.length - 1);
        response.writeHead(reply.status ?? 200, {
          'content-type': 'application/json',
          ...reply.headers,
        });
        response.end(reply.body);
      })
      .catch(() => response.destroy());
  });
  return { origin, port, seen, close };
}
