import { createServer, type IncomingMessage, request as sendOn } from 'node:http';
import { connect } from 'node:net';
import { pipeline } from 'node:stream';

/** A proxy that asks for a name and a password. */
export interface TestProxy {
  readonly url: string;
  /** What was asked for with the right password, in order: method and address. */
  readonly passed: readonly string[];
  /** How many requests were refused. */
  readonly refused: () => number;
  close(): Promise<void>;
}

/** Starts a proxy of this computer that passes everything on to one port, whatever host is named. */
export async function startProxy(
  targetPort: number,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<TestProxy> {
  const wanted = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const passed: string[] = [];
  let refused = 0;
  const mayPass = ({ method, url, headers }: IncomingMessage): boolean => {
    if (headers['proxy-authorization'] === wanted) {
      passed.push(`${method ?? ''} ${url ?? ''}`);
      return true;
    }
    refused += 1;
    return false;
  };
  const server = createServer((request, response) => {
    if (!mayPass(request)) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic' }).end();
      return;
    }
    const { pathname, search } = new URL(request.url ?? '/');
    const { method, headers } = request;
    const target = { host: '127.0.0.1', port: targetPort, path: pathname + search };
    const onward = sendOn({ ...target, method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      pipeline(reply, response, () => undefined);
    });
    onward.on('error', () => response.destroy());
    pipeline(request, onward, () => undefined);
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    if (!mayPass(request)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
      return;
    }
    const onward = connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    passed,
    refused: () => refused,
    close: async () => {
      server.closeAllConnections();
      await new Promise((fulfil) => server.close(fulfil));
    },
  };
}
