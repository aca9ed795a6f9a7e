import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttpClient } from '../../../../electron/isi/client/http/create-http-client';
import type { HttpRequest } from '../../../../electron/isi/client/http/http-client';
import { estimateDrainMs } from '../../../../electron/isi/client/http/send-watch';
import { makeCertificate } from '../../../helpers/make-certificate';
import { useServers } from '../../../helpers/use-servers';

const mebibyte = 1024 * 1024;
const { listen, listenRaw } = useServers();
const client = createHttpClient();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-upload-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function makeFile(sizeBytes: number): Promise<string> {
  const path = join(folder, 'audio.wav');
  const bytes = Buffer.alloc(sizeBytes);
  for (let at = 0; at + 4 <= sizeBytes; at += 4096) bytes.writeUInt32LE(at, at);
  await writeFile(path, bytes);
  return path;
}

function post(url: string, parts: Partial<HttpRequest>): HttpRequest {
  return { method: 'POST', url, signal: new AbortController().signal, ...parts };
}

describe('an upload', () => {
  test('has a length, comes whole, and tells its progress', async () => {
    const path = await makeFile(3 * mebibyte + 17);
    const hash = createHash('sha256');
    let head: Record<string, unknown> = {};
    const port = await listen(
      createServer((request, response) => {
        head = request.headers;
        request.on('data', (piece: Buffer) => hash.update(piece));
        request.on('end', () => response.end('done'));
      }),
    );
    const told: number[] = [];
    let connected = 0;
    const reply = await client.send(
      post(`http://127.0.0.1:${port}/a%20b?x='1'`, {
        body: { path, beginByte: 10 },
        onConnected: () => (connected += 1),
        onSent: (sentBytes) => told.push(sentBytes),
      }),
    );
    expect(reply.status).toBe(200);
    expect(Buffer.from(reply.body).toString()).toBe('done');
    expect(head).toMatchObject({ 'content-length': String(3 * mebibyte + 7) });
    expect(head['transfer-encoding']).toBeUndefined();
    expect(told.at(-1)).toBe(3 * mebibyte + 7);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(connected).toBe(1);
    const wanted = createHash('sha256');
    const bytes = Buffer.alloc(3 * mebibyte + 17);
    for (let at = 0; at + 4 <= bytes.length; at += 4096) bytes.writeUInt32LE(at, at);
    expect(hash.digest('hex')).toBe(wanted.update(bytes.subarray(10)).digest('hex'));
  });

  // Pieces share a little memory: one that was filled again too soon would be another's bytes.
  test.for(['http', 'https'])(
    'comes whole where the server reads in bursts, %s',
    async (scheme, { skip }) => {
      const certificate = scheme === 'https' ? makeCertificate('localhost') : undefined;
      if (scheme === 'https' && certificate === undefined) skip('openssl is not here');
      const path = join(folder, 'random.wav');
      const bytes = randomBytes(24 * mebibyte + 5);
      await writeFile(path, bytes);
      const hash = createHash('sha256');
      const listener: RequestListener = (request, response) => {
        let untilPause = 0;
        request.on('data', (piece: Buffer) => {
          hash.update(piece);
          untilPause += piece.length;
          if (untilPause < 2 * mebibyte) return;
          untilPause = 0;
          request.pause();
          setTimeout(() => request.resume(), 5);
        });
        request.on('end', () => response.end());
      };
      const server =
        certificate === undefined
          ? createServer(listener)
          : createHttpsServer({ ...certificate }, listener);
      const port = await listen(server);
      const trusting = createHttpClient({ trustedAuthorities: [certificate?.cert ?? ''] });
      const reply = await trusting.send(post(`${scheme}://localhost:${port}/`, { body: { path } }));
      await trusting.close();
      expect(reply.status).toBe(200);
      expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    },
  );

  test('large bytes are sent in pieces, an empty file as nothing', async () => {
    const lengths: number[] = [];
    const port = await listen(
      createServer((request, response) => {
        let length = 0;
        request.on('data', (piece: Buffer) => (length += piece.length));
        request.on('end', () => {
          lengths.push(length);
          response.end();
        });
      }),
    );
    const told: number[] = [];
    const url = `http://127.0.0.1:${port}`;
    await client.send(
      post(url, { body: new Uint8Array(mebibyte), onSent: (bytes) => told.push(bytes) }),
    );
    await client.send(post(url, { body: { path: await makeFile(0) } }));
    expect(lengths).toEqual([mebibyte, 0]);
    expect(told).toHaveLength(4);
  });

  test('may take longer than the wait for a reply', async () => {
    const path = await makeFile(24 * mebibyte);
    let pauses = 0;
    const port = await listen(
      createServer((request, response) => {
        let length = 0;
        request.on('data', (piece: Buffer) => {
          length += piece.length;
          if (length < (pauses + 1) * 2 * mebibyte) return;
          pauses += 1;
          request.pause();
          setTimeout(() => request.resume(), 200);
        });
        request.on('end', () => response.end('done'));
      }),
    );
    const reply = await client.send(
      post(`http://127.0.0.1:${port}`, {
        body: { path },
        timeouts: { replyMs: 1500, idleMs: 20_000 },
      }),
    );
    expect(reply.status).toBe(200);
    // Pauses of 200 ms each: longer than that wait, or this shows nothing.
    expect(pauses * 200).toBeGreaterThan(2000);
  });

  test('ends when the server takes nothing any more', async () => {
    const path = await makeFile(32 * mebibyte);
    const port = await listenRaw((socket) => socket.pause());
    await expect(
      client.send(
        post(`http://127.0.0.1:${port}/?token=secret`, {
          body: { path },
          timeouts: { idleMs: 200, replyMs: 60_000 },
        }),
      ),
    ).rejects.toMatchObject({ code: 'network/timed-out', data: { phase: 'send' } });
  });

  test('ends when the server has all and says nothing', async () => {
    const path = await makeFile(1000);
    const port = await listen(createServer((request) => request.resume()));
    await expect(
      client.send(
        post(`http://127.0.0.1:${port}/`, { body: { path }, timeouts: { replyMs: 100 } }),
      ),
    ).rejects.toMatchObject({ code: 'network/timed-out', data: { phase: 'reply' } });
  });

  test('an answer before the end of the upload is an answer', async () => {
    const path = await makeFile(32 * mebibyte);
    const port = await listen(
      createServer((_request, response) => {
        response.writeHead(403);
        response.end('no');
      }),
    );
    const reply = await client.send(post(`http://127.0.0.1:${port}/`, { body: { path } }));
    expect(reply.status).toBe(403);
  });

  test('a cut connection', async () => {
    const path = await makeFile(32 * mebibyte);
    const port = await listenRaw((socket) => {
      let length = 0;
      socket.on('data', (piece) => {
        length += piece.length;
        if (length > 2 * mebibyte) socket.resetAndDestroy();
      });
    });
    const error: unknown = await client
      .send(post(`http://127.0.0.1:${port}/?token=secret`, { body: { path } }))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'network/unreachable',
      data: { host: `127.0.0.1:${port}` },
    });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('secret');
  });

  test('abort while it is sent', async () => {
    const path = await makeFile(32 * mebibyte);
    const controller = new AbortController();
    const port = await listenRaw((socket) => socket.pause());
    await expect(
      client.send(
        post(`http://127.0.0.1:${port}/`, {
          body: { path },
          signal: controller.signal,
          onSent: () => controller.abort(),
        }),
      ),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
  });

  test('a file that is gone, or becomes shorter', async () => {
    const port = await listen(createServer((request) => request.resume()));
    const url = `http://127.0.0.1:${port}/`;
    const gone = join(folder, 'gone.wav');
    await expect(client.send(post(url, { body: { path: gone } }))).rejects.toMatchObject({
      code: 'media/not-found',
      data: { path: gone },
    });
    const path = await makeFile(8 * mebibyte);
    await expect(
      client.send(
        post(url, {
          body: { path, endByte: 9 * mebibyte },
          onConnected: () => void truncate(path, mebibyte),
        }),
      ),
    ).rejects.toMatchObject({ code: 'media/unreadable', data: { path } });
  });
});

test('the wait for what the system still holds', () => {
  expect(estimateDrainMs(0, 0)).toBe(0);
  expect(estimateDrainMs(32 * 1024, 1)).toBe(1000);
  // 100 MiB in ten seconds: the last 4 MiB take less than half a second.
  expect(estimateDrainMs(100 * mebibyte, 10_000)).toBeLessThan(500);
  expect(estimateDrainMs(100 * mebibyte, 3_600_000)).toBeLessThanOrEqual(160_000);
});
