import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdir, mkdtemp, rm, truncate } from 'node:fs/promises';
import { resolve, join } from 'node:path';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  recogniserDirectory,
  voiceDetectorPath,
} from '../../../../../electron/engines/local/models/model-paths';
import type {
  Aligned,
  ChildReply,
  ChildRequest,
  Detected,
  Recognised,
} from '../../../../../electron/engines/local/protocol';
import { readAudio } from '../../../../helpers/read-audio';

/** The real process, built and started as the product starts it. */

const root = resolve(import.meta.dirname, '../../../../..');
const models = process.env['ZIMU_MODELS'] ?? join(root, 'resources/models');
const speech = join(root, 'tests/fixtures/audio/short-english.flac');

let folder = '';
let child: ChildProcess;

beforeAll(async () => {
  // Below node_modules, so that the built file finds the packages it leaves outside.
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'engine-child-'));
  await build({
    cwd: root,
    logLevel: 'silent',
    input: join(root, 'electron/engines/local/child/index.ts'),
    platform: 'node',
    external: [/^node:/, 'onnxruntime-node'],
    resolve: { alias: { '@core': join(root, 'electron/core') } },
    output: { file: join(folder, 'engine-child.mjs'), format: 'esm' },
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** One process for the tests of a group, as the studio's own serves one recording after another. */
function useChild(): void {
  beforeAll(() => {
    child = fork(join(folder, 'engine-child.mjs'), {
      serialization: 'advanced',
      env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
    });
  });
  afterAll(() => void child.kill());
}

type WithoutId<Request> = Request extends ChildRequest ? Omit<Request, 'id'> : never;
let lastId = 0;

async function ask(request: WithoutId<ChildRequest>): Promise<ChildReply> {
  const id = ++lastId;
  child.send({ ...request, id });
  const [reply] = (await once(child, 'message')) as [ChildReply];
  expect(reply.id).toBe(id);
  return reply;
}

describe('a child without its models', () => {
  useChild();

  test('says which file is missing', async () => {
    const directory = join(folder, 'nowhere');
    expect(await ask({ kind: 'load-recogniser', directory, model: 'base' })).toMatchObject({
      kind: 'failed',
      error: { code: 'model/missing', data: { path: join(directory, 'encoder.onnx') } },
    });
    expect(await ask({ kind: 'load-detector', path: directory })).toMatchObject({
      kind: 'failed',
      error: { code: 'model/missing' },
    });
  });

  test('refuses work before a model is loaded and lives on', async () => {
    const samples = new Float32Array(512);
    for (const request of [
      { kind: 'recognise', samples },
      { kind: 'align', samples, chunks: ['a'] },
      { kind: 'detect', samples, reset: true },
    ] as const) {
      expect(await ask(request)).toMatchObject({
        kind: 'failed',
        error: { code: 'engine/worker-failed' },
      });
    }
  });

  test('ends when its parent closes the channel', async () => {
    await ask({ kind: 'recognise', samples: new Float32Array(1) });
    const ended = once(child, 'exit');
    child.disconnect();
    expect((await ended)[0]).toBe(0);
  });
});

describe('a child with models', () => {
  useChild();
  const load = (directory: string) => ask({ kind: 'load-recogniser', directory, model: 'tiny' });
  let loaded: Promise<ChildReply> | undefined;
  const loadTiny = () => (loaded ??= load(recogniserDirectory(models, 'tiny')));

  test('a damaged model is model/corrupt and not the end of the process', async () => {
    const directory = join(folder, 'damaged');
    await cp(recogniserDirectory(models, 'tiny'), directory, { recursive: true });
    await truncate(join(directory, 'decoder.onnx'), 1_000_000);
    expect(await load(directory)).toMatchObject({
      kind: 'failed',
      error: { code: 'model/corrupt', data: { model: 'tiny' } },
    });
    const detector = join(folder, 'damaged.onnx');
    await copyFile(speech, detector);
    expect(await ask({ kind: 'load-detector', path: detector })).toMatchObject({
      kind: 'failed',
      error: { code: 'model/corrupt', data: { model: 'voice-detector' } },
    });
  });

  test('hears a speech, word by word', async () => {
    const samples = readAudio(speech);
    expect(await loadTiny()).toMatchObject({ kind: 'loaded' });
    const heard = (await ask({ kind: 'recognise', samples })) as Recognised;
    expect(heard.outcome).toBe('ended');
    // The word or the number: processors round differently, and both are right.
    expect(heard.chunks.map(({ text }) => text).join(' ')).toMatch(
      /^The market open\w+ at (?:seven|7) in the morning\b.*\bapples, bread and fresh cheese\.$/,
    );
    const durationMs = samples.length / 16;
    let before = 0;
    for (const { beginMs, endMs, confidence } of heard.chunks) {
      expect(beginMs).toBeGreaterThanOrEqual(before);
      expect(endMs).toBeGreaterThan(beginMs);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      before = endMs;
    }
    expect(before).toBeLessThanOrEqual(durationMs);

    // Given back, the text lands where it was heard, within a frame or two.
    const chunks = heard.chunks.map(({ text }) => text);
    const aligned = (await ask({ kind: 'align', samples, chunks })) as Aligned;
    expect(aligned.chunks.map(({ text }) => text)).toEqual(chunks);
    const shifts = aligned.chunks
      .map(({ beginMs }, index) => Math.abs(beginMs - heard.chunks[index]!.beginMs))
      .sort((a, b) => a - b);
    expect(shifts[Math.floor(shifts.length / 2)]).toBeLessThanOrEqual(48);
  });

  test('sound too short for the model and silence give no words', async () => {
    await loadTiny();
    for (const length of [0, 1, 100, 800, 16_000]) {
      expect(await ask({ kind: 'recognise', samples: new Float32Array(length) })).toMatchObject({
        kind: 'recognised',
        chunks: [],
        meanLogProbability: 0,
      });
    }
    const none = await ask({ kind: 'align', samples: new Float32Array(), chunks: ['Hello'] });
    expect(none).toMatchObject({
      chunks: [{ text: 'Hello', beginMs: 0, endMs: 0, confidence: 0 }],
    });
  });

  test('tells speech from silence, however a recording is cut', async () => {
    const samples = readAudio(speech);
    const sound = new Float32Array(16_000 + samples.length);
    sound.set(samples, 16_000);
    await ask({ kind: 'load-detector', path: voiceDetectorPath(models) });
    const whole = (await ask({ kind: 'detect', samples: sound, reset: true })) as Detected;
    expect(whole.probabilities.length).toBe(Math.ceil(sound.length / 512));
    expect(Math.max(...whole.probabilities.subarray(0, 30))).toBeLessThan(0.3);
    const voiced = whole.probabilities.filter((probability) => probability > 0.5).length;
    expect(voiced * 0.032).toBeGreaterThan(3);

    const parts: number[] = [];
    for (let begin = 0; begin < sound.length; begin += 512 * 37) {
      const part = await ask({
        kind: 'detect',
        samples: sound.subarray(begin, begin + 512 * 37),
        reset: begin === 0,
      });
      parts.push(...(part as Detected).probabilities);
    }
    parts.forEach((probability, index) =>
      expect(probability).toBeCloseTo(whole.probabilities[index]!, 4),
    );
  });
});
