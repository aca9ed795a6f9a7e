import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createFlashClient,
  type FlashRequest,
} from '../../../electron/isi/client/flash/flash-client';
import { buildFlashQuery } from '../../../electron/isi/client/flash/flash-query';
import { createHttpClient } from '../../../electron/isi/client/http/create-http-client';
import type { TokenSource } from '../../../electron/isi/client/token/token-client';
import { type EchoServer, type ScriptedReply, startEchoServer } from '../../helpers/echo-server';

const http = createHttpClient();
let folder: string;
let path: string;
let server: EchoServer | undefined;
let made: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-flash-'));
  path = join(folder, 'a.wav');
  await writeFile(path, 'some audio');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => server?.close());

function makeTokens(canRenew = true): TokenSource {
  made = 1;
  return {
    canRenew,
    isUntried: false,
    get: () => Promise.resolve(`token-${made}`),
    drop: () => (made += 1),
  };
}

async function recognise(
  replies: readonly ScriptedReply[],
  parts: Partial<FlashRequest> = {},
  tokens = makeTokens(),
): Promise<unknown> {
  server = await startEchoServer(
    (_request, index) => replies[Math.min(index, replies.length - 1)]!,
  );
  return createFlashClient({ http, tokens })
    .recognise({
      audio: { path },
      appkey: 'an-appkey',
      parameters: { format: 'wav' },
      target: { endpoint: `${server.origin}/stream/v1/FlashRecognizer` },
      signal: new AbortController().signal,
      ...parts,
    })
    .catch((thrown: unknown) => thrown);
}

const good =
  '{"task_id":"t","status":20000000,"message":"SUCCESS","flash_result":{"new":1},"more":2}';
const refused = {
  status: 400,
  body: JSON.stringify({
    task_id: 'x',
    result: '',
    status: 40000001,
    message: "Gateway:ACCESS_DENIED:The token 'token-1' is invalid!",
  }),
};

describe('flash, protocol §2', () => {
  test('a file: query, length, bytes, progress, reply', async () => {
    const told: unknown[] = [];
    const outcome = await recognise([{ body: good }], {
      parameters: { format: 'wav', enable_word_level_result: true, sentence_max_length: 15 },
      extraParameters: { extra: '1' },
      onConnected: () => told.push('connected'),
      onUploaded: (...progress) => told.push(progress),
    });
    expect(outcome).toMatchObject({
      kind: 'recognised',
      text: good,
      reply: { task_id: 't', flash_result: { new: 1 }, more: 2 },
    });
    const [seen] = server!.seen;
    const url = new URL(seen!.url, 'http://host');
    expect(url.pathname).toBe('/stream/v1/FlashRecognizer');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      appkey: 'an-appkey',
      token: 'token-1',
      format: 'wav',
      enable_word_level_result: 'true',
      sentence_max_length: '15',
      extra: '1',
    });
    expect(seen).toMatchObject({
      method: 'POST',
      body: 'some audio',
      headers: { 'content-type': 'application/octet-stream', 'content-length': '10' },
    });
    expect(told).toEqual(['connected', [10, 10]]);
  });

  test('an address: encoded once, nothing is uploaded', async () => {
    const url = 'https://bucket.example/a b.wav?Signature=a%2Bb%3D';
    await recognise([{ body: good }], { audio: { url } });
    const [seen] = server!.seen;
    expect(seen!.url).toContain('Signature%3Da%252Bb%253D');
    expect(new URL(seen!.url, 'http://host').searchParams.get('audio_address')).toBe(url);
    expect(seen).toMatchObject({ body: '', headers: { 'content-type': 'application/text' } });
  });

  test('the query survives the way, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.string({ unit: 'grapheme' }),
        ),
        (own) => {
          expect(Object.fromEntries(new URLSearchParams(buildFlashQuery(own)))).toEqual({ ...own });
        },
      ),
    );
  });

  test.for([
    ['by number', refused],
    ['by row 403', { status: 200, body: '{"status":403,"message":"no"}' }],
    ['by HTTP', { status: 403, body: '<html>' }],
  ] as const)('a refused token %s: another one, once', async ([, first]) => {
    expect(await recognise([first, { body: good }])).toMatchObject({ kind: 'recognised' });
    expect(server!.seen.map(({ url }) => /token=([^&]*)/.exec(url)?.[1])).toEqual([
      'token-1',
      'token-2',
    ]);
  });

  test('a second refusal is final, and does not show the token', async () => {
    const error = await recognise([
      refused,
      { ...refused, body: refused.body.replace('token-1', 'token-2') },
    ]);
    expect(error).toMatchObject({ data: { vendorCode: '40000001', taskId: 'x', httpStatus: 400 } });
    expect(server!.seen).toHaveLength(2);
    expect(`${String(error)}${JSON.stringify(error)}`).not.toMatch(/token-[12]/);
  });

  test('a pasted token is not asked for again', async () => {
    expect(await recognise([refused], {}, makeTokens(false))).toMatchObject({
      data: { vendorCode: '40000001' },
    });
    expect(server!.seen).toHaveLength(1);
  });

  test('silence is a result', async () => {
    const body = '{"task_id":"t","result":"","status":40270002,"message":"vad silent"}';
    expect(await recognise([{ status: 400, body }])).toMatchObject({ kind: 'silent', text: body });
  });

  test('status decides before HTTP', async () => {
    expect(await recognise([{ status: 500, body: good }])).toMatchObject({ kind: 'recognised' });
    expect(
      await recognise([{ status: 200, body: '{"status":"40000010","message":"m"}' }]),
    ).toMatchObject({ data: { vendorCode: '40000010', vendorText: 'm' } });
  });

  test.for(['<html>', '[1]', '{}', 'null'])('%s is not understood', async (body) => {
    expect(await recognise([{ body }])).toMatchObject({
      code: 'engine/reply-unreadable',
      data: { host: new URL(server!.origin).host },
    });
  });

  test('nothing is sent for a bad parameter or a bad file', async () => {
    expect(
      await recognise([{ body: good }], {
        parameters: { format: 'wav', sentence_max_length: 99 },
      }),
    ).toMatchObject({ code: 'usage/invalid', data: { parameter: 'sentence_max_length' } });
    expect(await recognise([{ body: good }], { audio: { path: `${path}.no` } })).toMatchObject({
      code: 'media/not-found',
    });
    expect(await recognise([{ body: good }], { audio: { path: folder } })).toMatchObject({
      code: 'media/not-a-file',
    });
    expect(server!.seen).toEqual([]);
  });

  test('direct_ip: another address, the same Host', async () => {
    server = await startEchoServer(() => ({ body: good }));
    const endpoint = `http://nls.example.test:${server.port}/stream/v1/FlashRecognizer`;
    await createFlashClient({ http, tokens: makeTokens() }).recognise({
      audio: { path },
      appkey: 'a',
      parameters: { format: 'wav' },
      target: { endpoint },
      directIp: '127.0.0.1',
      signal: new AbortController().signal,
    });
    expect(server.seen[0]!.headers.host).toBe(`nls.example.test:${server.port}`);
  });
});
