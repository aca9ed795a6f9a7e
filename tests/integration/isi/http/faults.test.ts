import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createHttpClient } from '../../../../electron/isi/client/http/create-http-client';
import type { HttpRequest } from '../../../../electron/isi/client/http/http-client';
import { useServers } from '../../../helpers/use-servers';

const { listen, listenRaw } = useServers();
const client = createHttpClient({ maximumReplyBytes: 1000 });

function get(url: string, parts: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, signal: new AbortController().signal, ...parts };
}

describe('what can go wrong', () => {
  test('a name that does not exist', async () => {
    await expect(client.send(get('http://no-such-host.invalid/?a=1'))).rejects.toMatchObject({
      code: 'network/unreachable',
      data: {
        host: 'no-such-host.invalid',
        reason: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) as string,
      },
    });
  });

  test('nobody listens', async () => {
    const port = await listenRaw(() => undefined);
    const free = await new Promise<number>((resolve) => {
      const server = createServer();
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() =>
          resolve(typeof address === 'object' && address !== null ? address.port : port),
        );
      });
    });
    await expect(client.send(get(`http://127.0.0.1:${free}/`))).rejects.toMatchObject({
      code: 'network/unreachable',
      data: { reason: 'ECONNREFUSED' },
    });
  });

  test('a connection that never stands', async () => {
    const port = await listenRaw(() => undefined);
    await expect(
      client.send(get(`https://127.0.0.1:${port}/`, { timeouts: { connectMs: 50 } })),
    ).rejects.toMatchObject({ code: 'network/timed-out', data: { phase: 'connect' } });
  });

  test('no answer', async () => {
    const port = await listenRaw((socket) => socket.resume());
    await expect(
      client.send(get(`http://127.0.0.1:${port}/`, { timeouts: { replyMs: 50 } })),
    ).rejects.toMatchObject({ code: 'network/timed-out', data: { phase: 'reply' } });
  });

  test('half an answer', async () => {
    const port = await listenRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half":');
    });
    await expect(
      client.send(get(`http://127.0.0.1:${port}/`, { timeouts: { idleMs: 50 } })),
    ).rejects.toMatchObject({ code: 'network/timed-out', data: { phase: 'body' } });
  });

  test('an answer that is cut off', async () => {
    const port = await listenRaw((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half":');
    });
    await expect(client.send(get(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({
      code: 'network/unreachable',
    });
  });

  test.for([
    ['not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['too large', `HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${'x'.repeat(5000)}`],
  ] as const)('an answer that is %s', async ([, text]) => {
    const port = await listenRaw((socket) => socket.on('data', () => socket.write(text)));
    await expect(client.send(get(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({
      code: 'engine/reply-unreadable',
      data: { host: `127.0.0.1:${port}` },
    });
  });

  test('an HTTP status is a reply', async () => {
    const port = await listen(
      createServer((_request, response) => {
        response.writeHead(503, { 'Retry-After': '1' });
        response.end();
      }),
    );
    const reply = await client.send(get(`http://127.0.0.1:${port}/`));
    expect(reply).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
  });
});

describe('abort', () => {
  test('before the request', async () => {
    await expect(
      client.send(get('http://127.0.0.1:1/', { signal: AbortSignal.abort() })),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
  });

  test.for(['connecting', 'waiting', 'reading'] as const)('while %s', async (stage) => {
    const controller = new AbortController();
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const port = await listenRaw((socket) => {
      socket.on('close', closed);
      socket.once('data', () => {
        if (stage === 'reading') {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half":');
        }
        setImmediate(() => controller.abort());
      });
    });
    const scheme = stage === 'connecting' ? 'https' : 'http';
    await expect(
      client.send(get(`${scheme}://127.0.0.1:${port}/`, { signal: controller.signal })),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
    if (stage !== 'connecting') await isClosed;
  });
});
