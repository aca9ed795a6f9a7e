import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCancelled, StudioError } from '@core/errors/studio-error';
import type { RecordingPart } from '@isi/plan-parts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AudioSource } from '../../../electron/engines/engine';
import { createSpeechEncoder } from '../../../electron/services/media/encode-speech';
import { findMediaTools } from '../../../electron/services/media/find-media-tools';
import { failingSource, sourceOf, tonesAt } from '../../helpers/audio-source';
import { childrenOf } from '../../helpers/children-of';
import { readAudio } from '../../helpers/read-audio';
import { useStandaloneTools } from '../../helpers/use-standalone-tools';

useStandaloneTools();
let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zimu-encode-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const folder = (): string => join(base, 'uploads');
const filesLeft = (): string[] => (existsSync(folder()) ? readdirSync(folder()) : []);
const unused = new AbortController().signal;

/** @param ffmpeg instead of the real one */
function createEncoder(ffmpeg?: string) {
  let made = 0;
  return createSpeechEncoder({
    findTools: async (signal) => {
      const tools = await findMediaTools({}, signal);
      return ffmpeg === undefined ? tools : { ...tools, ffmpeg: { ...tools.ffmpeg, path: ffmpeg } };
    },
    folder: folder(),
    newId: () => `id${(made += 1)}`,
  });
}
const encode = (
  audio: AudioSource,
  parts?: readonly RecordingPart[],
  given: { readonly signal?: AbortSignal; readonly ffmpeg?: string } = {},
) =>
  createEncoder(given.ffmpeg).encode(audio, parts, {
    signal: given.signal ?? unused,
    onProgress: () => undefined,
  });

/** Where sound begins and ends in a file, ms. */
function findSound(path: string): readonly [beginMs: number, endMs: number] {
  const samples = readAudio(path);
  const isLoud = (sample: number): boolean => Math.abs(sample) > 0.1;
  return [samples.findIndex(isLoud) / 16, samples.findLastIndex(isLoud) / 16];
}
const near = (actual: number, expected: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThan(120);

describe('sound that is encoded', () => {
  it('is whole, small, and at its times', async () => {
    const doneMs: number[] = [];
    const audio = sourceOf(tonesAt([[2, 5]], 10));
    const encoded = await createEncoder().encode(audio, undefined, {
      signal: unused,
      onProgress: (ms) => doneMs.push(ms),
    });
    const { parts, format } = encoded;
    const [part] = parts;
    expect([format, parts.length]).toEqual(['mp3', 1]);
    expect(part).toMatchObject({ beginMs: 0, endMs: 10_000 });
    // 48 kbit/s
    expect(part!.sizeBytes).toBeLessThan(70_000);
    const [beginMs, endMs] = findSound(part!.path);
    near(beginMs, 2_000);
    near(endMs, 5_000);
    expect(doneMs.at(-1)).toBe(10_000);
    expect(doneMs).toEqual(doneMs.toSorted((left, right) => left - right));
    await encoded.dispose();
    expect(filesLeft()).toEqual([]);
  });

  it('is cut into parts that may overlap, and ends where the sound does', async () => {
    const audio = sourceOf(tonesAt([[4, 6]], 10), 1_234);
    const wanted = [
      { beginMs: 0, endMs: 5_000 },
      { beginMs: 3_000, endMs: 8_000 },
      { beginMs: 8_000, endMs: 60_000 },
      { beginMs: 60_000, endMs: 70_000 },
    ];
    const encoded = await encode(audio, wanted);
    const { parts, name } = encoded;
    expect(parts).toMatchObject([wanted[0], wanted[1], { beginMs: 8_000, endMs: 10_000 }]);
    near(findSound(parts[0]!.path)[0], 4_000);
    near(findSound(parts[1]!.path)[0], 1_000);
    near(findSound(parts[1]!.path)[1], 3_000);
    near(readAudio(parts[2]!.path).length / 16, 2_000);
    const again = await createEncoder().reopen(name, parts);
    expect(again?.parts.map(({ path }) => path)).toEqual(parts.map(({ path }) => path));
    await encoded.dispose();
    expect(await createEncoder().reopen(name, parts)).toBeUndefined();
  });

  it('is nothing where there is none', async () => {
    expect((await encode(sourceOf(new Float32Array()))).parts).toEqual([]);
  });
});

describe('an encoder that does not come to its end leaves no file and no process', () => {
  const parts = [
    { beginMs: 0, endMs: 50_000 },
    { beginMs: 10_000, endMs: 60_000 },
  ];
  const expectNothing = (): void => {
    expect(filesLeft()).toEqual([]);
    if (process.platform === 'linux') expect(childrenOf(process.pid, 'ffmpeg')).toEqual([]);
  };
  /** A minute of sound that does something on the way. */
  const audioWith = (onBlock: (index: number) => void): AudioSource => {
    const { read, ...rest } = sourceOf(tonesAt([[0, 60]], 60), 16_000);
    return {
      ...rest,
      read: async function* (signal) {
        let index = 0;
        for await (const block of read(signal)) {
          onBlock((index += 1));
          yield block;
        }
      },
    };
  };

  it.each([1, 30, 60])('when it is cancelled at second %i', async (second) => {
    const abort = new AbortController();
    const audio = audioWith((index) => {
      if (index === second) abort.abort();
    });
    const work = encode(audio, parts, { signal: abort.signal });
    expect(isCancelled(await work.catch((error: unknown) => error))).toBe(true);
    expectNothing();
  });

  it('when it is cancelled while the last parts are finished', async () => {
    const abort = new AbortController();
    const { read, ...rest } = sourceOf(tonesAt([[0, 20]], 20), 16_000);
    const audio: AudioSource = {
      ...rest,
      read: async function* (signal) {
        yield* read(signal);
        setImmediate(() => abort.abort());
      },
    };
    const work = encode(audio, parts, { signal: abort.signal });
    expect(isCancelled(await work.catch((error: unknown) => error))).toBe(true);
    expectNothing();
  });

  it('when its source fails', async () => {
    const error = new StudioError('media/unreadable', 'broken', { data: { path: 'x' } });
    await expect(encode(failingSource(error))).rejects.toBe(error);
    const audio = audioWith((index) => {
      if (index === 20) throw error;
    });
    await expect(encode(audio, parts)).rejects.toBe(error);
    expectNothing();
  });

  it.each([
    ['that fails at once', '#!/bin/sh\necho no such encoder >&2\nexit 1\n'],
    ['that dies in the middle', '#!/bin/sh\nhead -c 100000 >/dev/null\necho boom >&2\nexit 3\n'],
    ['that fails at the end', '#!/bin/sh\ncat >/dev/null\necho disk full >&2\nexit 1\n'],
    ['that is no program', ''],
  ])('with an ffmpeg %s', async (_what, script) => {
    const ffmpeg = join(base, 'ffmpeg-stand-in');
    if (script !== '') writeFileSync(ffmpeg, script);
    if (script !== '') chmodSync(ffmpeg, 0o755);
    const audio = sourceOf(tonesAt([[0, 60]], 60), 16_000);
    await expect(encode(audio, parts, { ffmpeg })).rejects.toMatchObject({
      code: 'tool/ffmpeg-failed',
      data: { tool: 'ffmpeg', reason: expect.stringMatching(/./) as string },
    });
    expectNothing();
  });
});

describe('what a program that was killed has left', () => {
  it('is removed, but not what is wanted, nor what a living program makes', async () => {
    await (await encode(sourceOf(new Float32Array()))).dispose();
    // No process has such a number on any system of ours.
    const dead = 4_194_400;
    const names = [`${dead}.a-1.mp3`, `${dead}.b-1.mp3`, `${process.ppid}.c-1.mp3`, 'other.txt'];
    for (const name of names) writeFileSync(join(folder(), name), 'x');
    writeFileSync(join(folder(), `${process.pid}.d-2.mp3`), 'x');
    await createEncoder().removeLeftovers((name) => name === `${dead}.b`);
    expect(filesLeft().toSorted()).toEqual(names.slice(1).toSorted());
    await createSpeechEncoder({
      findTools: () => Promise.reject(new Error('never')),
      folder: join(base, 'none'),
      newId: () => '',
    }).removeLeftovers(() => false);
  });

  it('is not looked for outside its folder', async () => {
    writeFileSync(join(base, 'outside-1.mp3'), 'x');
    const parts = [{ beginMs: 0, endMs: 1 }];
    expect(await createEncoder().reopen('../outside', parts)).toBeUndefined();
  });
});
