import { createServer, type IncomingMessage, request as sendOn } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequestBody } from './start-http-server';

/** What a gateway does with one request: answers itself, or changes the reply's text on its way. */
export type GatewayStep =
  | {
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly rewrite: (body: string) => string };

/** A gateway before a server: something that a network puts there and that has a mind of its own. */
export interface TestGateway {
  readonly url: string;
  /** Statuses of what it gave, in order, with the action that was asked for. */
  readonly given: readonly string[];
  close(): Promise<void>;
}

/**
 * @param choose what is done with a request of an action (`SubmitTask`, …); undefined passes it on
 */
export async function startGateway(
  targetPort: number,
  choose: (action: string) => GatewayStep | undefined,
): Promise<TestGateway> {
  const given: string[] = [];
  const server = createServer((request, response) => {
    const action = String(request.headers['x-acs-action'] ?? '');
    const pass = async (): Promise<void> => {
      const body = await readRequestBody(request);
      const step = choose(action);
      if (step !== undefined && 'status' in step) {
        given.push(`${action} ${step.status}`);
        response.writeHead(step.status, { 'content-type': 'text/html', ...step.headers });
        response.end(step.body);
        return;
      }
      const reply = await forward(request, body, targetPort);
      const text = (await readRequestBody(reply)).toString('utf8');
      given.push(`${action} ${reply.statusCode}`);
      const sent = step === undefined ? text : step.rewrite(text);
      const length = { 'content-length': Buffer.byteLength(sent) };
      response.writeHead(reply.statusCode ?? 502, { ...reply.headers, ...length });
      response.end(sent);
    };
    pass().catch(() => response.destroy());
  });
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given,
    close: async () => {
      server.closeAllConnections();
      await new Promise((fulfil) => server.close(fulfil));
    },
  };
}

function forward(
  { method, headers, url }: IncomingMessage,
  body: Buffer,
  port: number,
): Promise<IncomingMessage> {
  return new Promise((fulfil, reject) => {
    const onward = sendOn({ host: '127.0.0.1', port, method, path: url, headers }, fulfil);
    onward.on('error', reject);
    onward.end(body);
  });
}

/** Every number of a JSON text as a text, as gateways make them that pass JSON through. */
export function numbersAsTexts(json: string): string {
  return JSON.stringify(JSON.parse(json), (_name, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  );
}
