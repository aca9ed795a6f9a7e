import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { errorToJson, StudioError, toStudioError } from '@core/errors/studio-error';
import { FileTranscriber } from '../../../electron/isi/client/file-transcriber';
import { createHttpClient } from '../../../electron/isi/client/http/create-http-client';
import { findSdkCode, sdkCodes } from '../../../electron/isi/client/transcriber/sdk-codes';
import type {
  FileTransCallbacks,
  SdkLogLevel,
} from '../../../electron/isi/client/transcriber/sdk-events';
import { type EchoServer, type ScriptedReply, startEchoServer } from '../../helpers/echo-server';
import { hasIsiReference, isiReferenceAbsent, readIsiReference } from '../../helpers/isi-reference';
import { useServers } from '../../helpers/use-servers';

const http = createHttpClient();
const { listenRaw } = useServers();
const good = '{"task_id":"server-id","status":20000000,"message":"SUCCESS","flash_result":{}}';
let folder: string;
let path: string;
let server: EchoServer | undefined;
let told: string[];
let lines: string[];
let errors: (StudioError | undefined)[];
let end: Promise<void>;
let callbacks: FileTransCallbacks;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-transcriber-'));
  path = join(folder, 'a.wav');
  await writeFile(path, 'some audio');
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  told = [];
  lines = [];
  errors = [];
  end = new Promise((resolve) => {
    callbacks = {
      onFileTransEvent: (event, resultCode, reserved, result, taskId) => {
        told.push(`${event} ${resultCode} ${reserved} ${taskId.length}`);
        errors.push(result?.error);
        if (event === 'EVENT_FILE_TRANS_RESULT' || event === 'EVENT_ASR_ERROR') resolve();
      },
      onProgress: (sentBytes, totalBytes) => told.push(`${sentBytes}/${totalBytes}`),
      onLog: (level: SdkLogLevel, line) => lines.push(`${level} ${line}`),
    };
  });
});
afterEach(() => server?.close());

async function start(reply: ScriptedReply = { body: good }): Promise<Record<string, unknown>> {
  server = await startEchoServer(() => reply);
  return {
    app_key: 'an-appkey',
    token: 'secret-token',
    url: `${server.origin}/stream/v1/FlashRecognizer`,
    device_id: 'device',
  };
}

async function codeOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return 'fine';
  } catch (thrown) {
    return Number(toStudioError(thrown).data['vendorCode']);
  }
}

const dialog = (): Record<string, unknown> => ({ file_path: path, nls_config: { format: 'wav' } });

describe('the shape of the vendor SDK', () => {
  test('connected, uploaded, result', async () => {
    const transcriber = new FileTranscriber({ http });
    transcriber.initialize(callbacks, JSON.stringify(await start()), 'LOG_LEVEL_VERBOSE');
    const taskId = transcriber.startFileTranscriber(JSON.stringify(dialog()));
    expect(taskId).toMatch(/^[0-9a-f]{32}$/);
    expect(told).toEqual([]);
    await end;
    expect(told).toEqual([
      'EVENT_FILE_TRANS_CONNECTED 0 0 32',
      '10/10',
      'EVENT_FILE_TRANS_UPLOADED 0 0 32',
      'EVENT_FILE_TRANS_RESULT 0 0 32',
    ]);
    await transcriber.release();
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('\n')).not.toMatch(/secret-token|an-appkey/);
  });

  test('an address, all parameters, a token set later', async () => {
    const transcriber = new FileTranscriber({ http });
    const { token, ...params } = await start();
    transcriber.initialize(callbacks, params);
    transcriber.setParams({ token, nls_config: { format: 'mp3', sample_rate: 8000 } });
    transcriber.startFileTranscriber({
      app_key: 'another',
      audio_address: 'https://host.test/a.mp3',
      nls_config: {
        sample_rate: 16000,
        enable_word_level_result: true,
        special_word_filter: { system_reserved_filter: true },
        extend_config: { more: true },
      },
    });
    await end;
    expect(told).toEqual(['EVENT_FILE_TRANS_CONNECTED 0 0 32', 'EVENT_FILE_TRANS_RESULT 0 0 32']);
    const { searchParams } = new URL(server!.seen[0]!.url, 'http://host');
    expect(Object.fromEntries(searchParams)).toEqual({
      more: 'true',
      format: 'mp3',
      sample_rate: '16000',
      enable_word_level_result: 'true',
      special_word_filter: '{"system_reserved_filter":true}',
      appkey: 'another',
      token: 'secret-token',
      audio_address: 'https://host.test/a.mp3',
    });
  });

  test.for([
    ['the name of a file', { nls_config: undefined }, 'wav'],
    ['an address', { file_path: undefined, audio_address: 'https://host.test/b.MP3?x=1' }, 'mp3'],
    ['WAV', { nls_config: { format: 'WAV' } }, 'wav'],
    ['Aac', { nls_config: { format: 'Aac' } }, 'aac'],
  ] as const)('the format by %s, protocol of the SDK', async ([, parts, format]) => {
    const transcriber = new FileTranscriber({ http });
    transcriber.initialize(callbacks, await start());
    transcriber.startFileTranscriber({ file_path: path, ...parts });
    await end;
    const { searchParams } = new URL(server!.seen[0]!.url, 'http://host');
    expect(searchParams.get('format')).toBe(format);
    // It says which device calls, and the service is not told.
    expect(server!.seen[0]!.url).not.toContain('device');
    await transcriber.release();
  });

  test('direct_ip, and tokens from elsewhere', async () => {
    const { token, ...params } = await start();
    const transcriber = new FileTranscriber({
      http,
      tokens: {
        canRenew: true,
        isUntried: false,
        get: () => Promise.resolve(String(token)),
        drop: () => undefined,
      },
    });
    transcriber.initialize(callbacks, {
      ...params,
      url: `http://nls.example.test:${server!.port}/stream/v1/FlashRecognizer`,
    });
    transcriber.startFileTranscriber({ ...dialog(), direct_ip: '127.0.0.1' });
    await end;
    expect(server!.seen[0]!.headers.host).toBe(`nls.example.test:${server!.port}`);
    expect(server!.seen[0]!.url).toContain('token=secret-token');
  });

  test('the service refuses: 240075 and the reason', async () => {
    const transcriber = new FileTranscriber({ http });
    transcriber.initialize(
      callbacks,
      await start({
        status: 400,
        body: '{"task_id":"t","status":40000001,"message":"The token \'secret-token\' is invalid!"}',
      }),
      'LOG_LEVEL_VERBOSE',
    );
    transcriber.startFileTranscriber(dialog());
    await end;
    expect(told.at(-1)).toBe('EVENT_ASR_ERROR 240075 0 32');
    expect(errors.at(-1)).toMatchObject({ data: { vendorCode: '40000001' } });
    expect(JSON.stringify([lines, errorToJson(errors.at(-1)!)])).not.toContain('secret-token');
  });

  test('stop: the connection is closed and nothing is told any more', async () => {
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    let arrived: () => void = () => undefined;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const port = await listenRaw((socket) => {
      socket.on('data', arrived);
      socket.on('close', closed);
    });
    const transcriber = new FileTranscriber({ http });
    transcriber.initialize(callbacks, {
      ...(await start()),
      url: `http://127.0.0.1:${port}/stream/v1/FlashRecognizer`,
    });
    const taskId = transcriber.startFileTranscriber(dialog());
    await hasArrived;
    await transcriber.stopFileTranscriber(taskId);
    await isClosed;
    expect(told.join()).not.toMatch(/RESULT|ERROR/);
    expect(await codeOf(() => transcriber.stopFileTranscriber(taskId))).toBe(240007);
    const another = transcriber.startFileTranscriber(dialog());
    expect(another).not.toBe(taskId);
    await transcriber.release();
  });

  test('several tasks at once; a callback that throws spoils none', async () => {
    const ended: string[] = [];
    let all: () => void = () => undefined;
    const areAll = new Promise<void>((resolve) => (all = resolve));
    const transcriber = new FileTranscriber({ http });
    transcriber.initialize(
      {
        onFileTransEvent: (event, _code, _reserved, _result, taskId) => {
          if (event === 'EVENT_FILE_TRANS_RESULT' && ended.push(taskId) === 3) all();
          throw new Error('a fault of the caller');
        },
      },
      await start(),
    );
    const started = [1, 2, 3].map(() => transcriber.startFileTranscriber(dialog()));
    await areAll;
    expect(ended.sort()).toEqual(started.sort());
  });

  test('one instance to share, and as many others as wanted', () => {
    expect(FileTranscriber.getInstance()).toBe(FileTranscriber.getInstance());
    expect(new FileTranscriber({ http })).not.toBe(FileTranscriber.getInstance());
  });
});

describe('the numbers of its own refusals', () => {
  test('by state', async () => {
    const transcriber = new FileTranscriber({ http });
    const params = await start();
    expect(await codeOf(() => transcriber.setParams({}))).toBe(240011);
    expect(await codeOf(() => transcriber.startFileTranscriber(dialog()))).toBe(240011);
    expect(await codeOf(() => transcriber.stopFileTranscriber('x'))).toBe(240011);
    expect(await codeOf(() => transcriber.release())).toBe(240011);
    transcriber.initialize(callbacks, params);
    expect(await codeOf(() => transcriber.initialize(callbacks, params))).toBe(240012);
    await transcriber.release();
    expect(await codeOf(() => transcriber.startFileTranscriber(dialog()))).toBe(240010);
    expect(await codeOf(() => transcriber.release())).toBe(240010);
    transcriber.initialize(callbacks, params);
    await transcriber.release();
  });

  test('by parameter', async () => {
    const params = await start();
    const initialise = (input: Parameters<FileTranscriber['initialize']>[1]) => () =>
      new FileTranscriber({ http }).initialize(callbacks, input);
    expect(await codeOf(initialise(''))).toBe(240005);
    expect(await codeOf(initialise('{'))).toBe(240003);
    expect(await codeOf(initialise('[]'))).toBe(240003);
    expect(await codeOf(initialise({ ...params, app_key: '' }))).toBe(240003);
    expect(await codeOf(initialise({ ...params, url: undefined }))).toBe(240003);
    expect(await codeOf(initialise({ ...params, device_id: undefined }))).toBe(240003);
    expect(await codeOf(initialise({ ...params, device_id: '' }))).toBe(240003);
    expect(await codeOf(initialise({ ...params, device_id: 7 }))).toBe(240003);
    expect(await codeOf(() => new FileTranscriber({ http }).initialize(null, params))).toBe(240006);

    const transcriber = new FileTranscriber({ http });
    transcriber.initialize(callbacks, params);
    const begin = (input: Parameters<FileTranscriber['setParams']>[0]) => () =>
      transcriber.startFileTranscriber(input);
    const config = { format: 'wav' };
    expect(await codeOf(begin(null))).toBe(240005);
    expect(await codeOf(begin('no JSON'))).toBe(240002);
    expect(await codeOf(begin({ nls_config: config }))).toBe(240004);
    expect(await codeOf(begin({ file_path: path, nls_config: {} }))).toBe(240004);
    // Nothing tells the format: neither nls_config, which may be absent, nor the name.
    expect(await codeOf(begin({ file_path: folder }))).toBe(240004);
    expect(await codeOf(begin({ file_path: `${path}.flac` }))).toBe(240004);
    expect(await codeOf(begin({ ...dialog(), file_path: 'a.wav' }))).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), direct_ip: 'host.test' }))).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), nls_config: { format: 'flac' } }))).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), nls_config: 'wav' }))).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), token: '' }))).toBe(240004);
    expect(await codeOf(begin({ ...dialog(), audio_address: 'https://h/a' }))).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), url: 'ftp://host' }))).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), file_path: 7 }))).toBe(240002);
    expect(
      await codeOf(begin({ ...dialog(), nls_config: { ...config, sample_rate: 44100 } })),
    ).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), nls_config: { ...config, unknown: 1 } }))).toBe(
      240002,
    );
    expect(
      await codeOf(begin({ ...dialog(), nls_config: { ...config, extend_config: [1] } })),
    ).toBe(240002);
    expect(await codeOf(begin({ ...dialog(), file_path: `${path}.no` }))).toBe(240021);
    expect(server!.seen).toEqual([]);
  });

  test.for([
    ['network/tls', {}, false, 240064],
    ['network/proxy', {}, false, 240065],
    ['network/unreachable', { reason: 'ENOTFOUND' }, false, 240066],
    ['network/unreachable', { reason: 'ECONNREFUSED' }, false, 240067],
    ['network/unreachable', { reason: 'ECONNREFUSED' }, true, 240071],
    ['network/timed-out', { phase: 'connect' }, true, 240071],
    ['network/unreachable', { reason: 'ECONNRESET' }, false, 240072],
    ['network/timed-out', { phase: 'send' }, false, 240072],
    ['network/timed-out', { phase: 'reply' }, false, 240073],
    ['engine/reply-unreadable', {}, false, 240074],
    ['engine/throttled', { service: 'flash' }, false, 240075],
    ['engine/failed', { service: 'token' }, false, 240070],
    ['media/unreadable', {}, false, 240021],
    ['internal', {}, false, 240999],
  ] as const)('on the way: %s %j', ([code, data, hasDirectIp, number]) => {
    expect(findSdkCode(new StudioError(code, '', { data }), hasDirectIp)).toBe(number);
  });

  test('all stand in the table of the vendor', ({ skip }) => {
    skip(!hasIsiReference, isiReferenceAbsent);
    const text = JSON.stringify(readIsiReference('errors.json'));
    for (const [name, number] of Object.entries(sdkCodes)) {
      expect(text).toContain(String(number));
      expect(text).toContain(name);
    }
  });
});
