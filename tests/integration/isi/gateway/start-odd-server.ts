import {
  readRequestBody,
  startHttpServer,
  type TestServer,
} from '../../../helpers/start-http-server';
import { isPassing, type Outcome } from './reply-rules';
import { type CallName, rightReplies } from './right-replies';

/** What the first request of a case is answered with; all later ones get the right reply. */
export interface OddReply {
  readonly call: CallName;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Whether it is the storage's own head. */
  readonly isOwnHead?: boolean;
}

/** A reply that is not as the book says, and what becomes of the call. */
export interface OddCase extends OddReply {
  readonly name: string;
  readonly outcome: Outcome;
  /** What comes of it where it is a result, by default the right one. */
  readonly gives?: string;
}

export const pauseSeconds = 7;

/** A server that stands for all services and for what may stand before them. */
export async function startOddServer(
  replies: readonly OddReply[],
): Promise<TestServer & { readonly asked: readonly number[] }> {
  const asked = replies.map(() => 0);
  const server = await startHttpServer((request, response) => {
    void readRequestBody(request).then(() => {
      const nonce = String(request.headers['x-acs-signature-nonce'] ?? '');
      const id = Number(/case-(\d+)-/.exec(`${nonce} ${request.url ?? ''}`)?.[1]);
      const odd = replies[id];
      if (odd === undefined) return response.writeHead(418).end();
      asked[id] = (asked[id] ?? 0) + 1;
      const { body, headers } = rightReplies[odd.call];
      if (asked[id] > 1) return response.writeHead(200, headers).end(body);
      return response
        .writeHead(odd.status, {
          ...(odd.isOwnHead === true ? headers : {}),
          ...odd.headers,
          ...(odd.status < 300 || odd.status > 399 ? {} : { location: 'http://login.test/?to=x' }),
          ...(isPassing(odd.status) ? { 'retry-after': String(pauseSeconds) } : {}),
        })
        .end(odd.body);
    });
  });
  return { ...server, asked };
}
