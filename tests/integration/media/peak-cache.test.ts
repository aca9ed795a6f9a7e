import {
  copyFile,
  open,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  countPeaks,
  growingHeader,
  layOutLevels,
  parsePeakFileHeader,
} from '../../../electron/core/waveform/peak-file';
import { levelCount, PeakPyramid } from '../../../electron/core/waveform/peaks';
import { readMediaIdentity } from '../../../electron/services/media/media-identity';
import { findMediaTools, type MediaTools } from '../../../electron/services/media/find-media-tools';
import type { PeakProgress } from '../../../electron/services/media/peak-build';
import { PeakCache } from '../../../electron/services/media/peak-cache';
import type { PeakFileWriter } from '../../../electron/services/media/peak-files';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { placeSilence } from '../../helpers/place-silence';
import { useStandaloneTools } from '../../helpers/use-standalone-tools';
import {
  createMediaFixture,
  listProcessesNaming,
  type MediaFixture,
  toneInput,
} from './media-fixture';
import { noUnix } from '../../helpers/skip';

useStandaloneTools();
let fixture: MediaFixture;
let minutePath = '';
const halfLoud = ['-af', "volume='if(lt(t,30),0,1)':eval=frame"];

beforeAll(async () => {
  fixture = await createMediaFixture(findMediaTools);
  minutePath = await fixture.make('minute.wav', ...toneInput(60, 44_100), ...halfLoud, '-ac', '2');
});
afterAll(() => fixture.remove());
const findTools = (): Promise<MediaTools> => Promise.resolve(fixture.tools);

function createCache(name: string, createFile?: (path: string) => Promise<PeakFileWriter>) {
  const folder = join(fixture.folder, name);
  const options = { folder, findTools };
  return {
    folder,
    cache: new PeakCache(createFile === undefined ? options : { ...options, createFile }),
    open: async (cache: PeakCache, path = minutePath) =>
      cache.open(path, await probeMedia(path, fixture.tools)),
  };
}

/** Tools whose ffmpeg cannot start: whatever works with them did without it. */
async function openWithoutDecoder(folder: string, path: string) {
  const ffmpeg = { ...fixture.tools.ffmpeg, path: join(fixture.folder, 'no-ffmpeg') };
  const cache = new PeakCache({
    folder,
    findTools: () => Promise.resolve({ ...fixture.tools, ffmpeg }),
  });
  return cache.open(path, await probeMedia(path, fixture.tools));
}

test('peaks can be read while they grow, and stay for the next time', async () => {
  const { folder, cache, open: openPeaks } = createCache('grows');
  const peaks = await openPeaks(cache);
  const steps: PeakProgress[] = [];
  const sizesOnDisk: Promise<number>[] = [];
  peaks.subscribe((progress) => {
    steps.push(progress);
    sizesOnDisk.push(
      readFile(peaks.filePath()).then((bytes) =>
        countPeaks(parsePeakFileHeader(bytes) ?? growingHeader, bytes.length),
      ),
    );
  });
  expect(await peaks.completed).toEqual({ count: 12_000, isComplete: true });
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.slice(0, -1).every((step) => !step.isComplete)).toBe(true);
  // Another process sees at least what was announced.
  for (const [index, step] of steps.entries()) {
    const size = await sizesOnDisk[index]!.catch(() => step.count);
    expect(size).toBeGreaterThanOrEqual(step.count);
  }

  expect([...(await peaks.read(0, 5_000))].every((value) => value === 0)).toBe(true);
  const loud = await peaks.read(7_000, 99_999);
  expect(loud.length).toBe(10_000);
  expect(Math.max(...loud)).toBeGreaterThan(2_000);
  expect(Math.min(...loud)).toBeLessThan(-2_000);
  expect(await readdir(folder)).toEqual([`${peaks.key}.peaks`]);
  const header = parsePeakFileHeader(await readFile(peaks.filePath()));
  expect(header).toEqual({
    peaksPerSecond: 200,
    isComplete: true,
    levels: layOutLevels(12_000),
    durationMs: 60_000,
  });

  const again = await openWithoutDecoder(folder, minutePath);
  expect(await again.completed).toEqual({ count: 12_000, isComplete: true });
  expect(await again.read(7_000, 99_999)).toEqual(loud);
});

test('every level can be read, while level 0 grows and from the finished file', async () => {
  const { folder, cache, open: openPeaks } = createCache('levels');
  const peaks = await openPeaks(cache);
  const [growingFine, growingCoarse] = await new Promise<Int16Array[]>((resolve) => {
    peaks.subscribe(({ count }) => {
      if (count > 8_000) resolve(Promise.all([peaks.read(1_490, 1_600, 1), peaks.read(3, 7, 5)]));
    });
  });
  await peaks.completed;

  const pyramid = new PeakPyramid();
  pyramid.append(await peaks.read(0, 12_000));
  const again = await openWithoutDecoder(folder, minutePath);
  for (let level = 0; level < levelCount; level += 1) {
    expect(await peaks.read(0, 99_999, level)).toEqual(pyramid.level(level));
    expect(await again.read(0, 99_999, level)).toEqual(pyramid.level(level));
  }
  expect(growingFine).toEqual(pyramid.level(1).slice(2_980, 3_200));
  expect(growingCoarse).toEqual(pyramid.level(5).slice(6, 14));
  await expect(again.read(0, 1, levelCount)).rejects.toThrow(RangeError);
});

test('a moved recording keeps its peaks', async () => {
  const { folder, cache, open: openPeaks } = createCache('moved');
  const path = join(fixture.folder, 'before.wav');
  await copyFile(minutePath, path);
  const peaks = await openPeaks(cache, path);
  await peaks.completed;
  await rename(path, join(fixture.folder, 'after.wav'));
  const after = await openWithoutDecoder(folder, join(fixture.folder, 'after.wav'));
  expect(after.key).toBe(peaks.key);
});

test.each([
  ['a passage overwritten in place', 4_000, undefined],
  ['other sound under the old time', 4_000_000, 1_000_000],
])('%s is another recording', async (_case, changedBytes, mtimeSeconds) => {
  const bytes = await readFile(minutePath);
  const path = join(fixture.folder, 'edited.wav');
  const setTime = async (): Promise<void> => {
    if (mtimeSeconds !== undefined) await utimes(path, mtimeSeconds, mtimeSeconds);
  };
  await writeFile(path, bytes);
  await utimes(path, 1_000_000, 1_000_000);
  const before = await readMediaIdentity(path);
  await writeFile(path, bytes.fill(1, bytes.length / 3, bytes.length / 3 + changedBytes));
  await setTime();
  expect(await readMediaIdentity(path)).not.toBe(before);
});

test('two callers share one decoding, and the last one to leave stops it', async () => {
  const path = placeSilence(join(fixture.folder, 'hour.wav'), 3_600_000);
  const { folder, cache, open: openPeaks } = createCache('shared');
  const [first, second] = await Promise.all([openPeaks(cache, path), openPeaks(cache, path)]);
  expect(first.filePath()).toBe(second.filePath());
  const outcome = first.completed.catch((thrown: unknown) => thrown);
  await new Promise((resolve) => first.subscribe(resolve));
  await first.release();
  await first.release();
  expect((await readdir(folder)).length).toBe(1);
  await second.release();
  expect(await outcome).toMatchObject({ code: 'job/cancelled' });
  expect(await readdir(folder)).toEqual([]);
  expect(await listProcessesNaming(path)).toEqual([]);
});

test.each([
  ['at the first byte', 0],
  ['in the middle', 20_000],
  ['at the end of level 0', 48_000],
  ['in the coarser levels', 60_000],
])('a disk that is full %s leaves no false cache', async (_case, room) => {
  const createFile = async (path: string): Promise<PeakFileWriter> => {
    const file = await open(path, 'wx');
    return {
      write: async (bytes, position) => {
        if (position + bytes.length > room) {
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        }
        await file.write(bytes, 0, bytes.length, position);
      },
      sync: () => file.sync(),
      close: () => file.close(),
    };
  };
  const { folder, cache, open: openPeaks } = createCache(`full-${room}`, createFile);
  const peaks = await openPeaks(cache);
  await expect(peaks.completed).rejects.toMatchObject({
    code: 'cache/unwritable',
    data: { reason: 'ENOSPC' },
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await listProcessesNaming(minutePath)).toEqual([]);

  const roomAgain = await openPeaks(new PeakCache({ folder, findTools }));
  expect((await roomAgain.completed).count).toBe(12_000);
});

test('a cache folder that cannot be made', async () => {
  const { open: openPeaks } = createCache('unused');
  const cache = new PeakCache({ folder: join(minutePath, 'inside-a-file'), findTools });
  const peaks = await openPeaks(cache);
  await expect(peaks.completed).rejects.toMatchObject({
    code: 'cache/unwritable',
    data: { reason: 'ENOTDIR' },
  });
});

test('a damaged cache file is made anew, and what a dead process left is removed', async () => {
  const { folder, cache, open: openPeaks } = createCache('damaged');
  const first = await openPeaks(cache);
  await first.completed;
  await truncate(first.filePath(), 1_000);
  // No process can have this number: it is above every system's limit.
  await writeFile(join(folder, `${first.key}.99999999.left-over.partial`), 'x');
  const second = await openPeaks(cache);
  expect((await second.completed).count).toBe(12_000);
  expect(await readdir(folder)).toEqual([`${first.key}.peaks`]);
});

test('a file that cannot be decoded leaves nothing in the cache', async () => {
  const bytes = await readFile(await fixture.make('tone.wav', ...toneInput(1)));
  const path = join(fixture.folder, 'header.wav');
  await writeFile(path, bytes.subarray(0, 78));
  const { folder, cache, open: openPeaks } = createCache('undecodable');
  const peaks = await openPeaks(cache, path);
  await expect(peaks.completed).rejects.toMatchObject({ code: 'media/unreadable' });
  expect(await readdir(folder)).toEqual([]);
});

test('peaks of a decoder that was killed are not kept', async ({ skip }) => {
  skip(noUnix !== undefined, noUnix);
  const { ffmpeg } = fixture.tools;
  const path = join(fixture.folder, 'dying-ffmpeg');
  const script = `#!/bin/sh\n'${ffmpeg.path}' "$@" 2>/dev/null | head -c 400000\nkill -9 $$\n`;
  await writeFile(path, script, { mode: 0o755 });
  const { folder, open: openPeaks } = createCache('killed');
  const tools = { ...fixture.tools, ffmpeg: { ...ffmpeg, path } };
  const peaks = await openPeaks(new PeakCache({ folder, findTools: () => Promise.resolve(tools) }));
  await expect(peaks.completed).rejects.toMatchObject({
    code: 'tool/ffmpeg-failed',
    data: { path: minutePath, reason: 'it was ended by SIGKILL' },
  });
  expect(await readdir(folder)).toEqual([]);
});

test('opening while the last reader leaves does not join the build that is given up', async () => {
  const { folder, cache } = createCache('leaving');
  const shortPath = await fixture.make('short.wav', ...toneInput(10, 44_100), '-ac', '2');
  const info = await probeMedia(shortPath, fixture.tools);
  for (let run = 0; run < 20; run += 1) {
    const first = await cache.open(shortPath, info);
    const firstEnded = first.completed.catch((thrown: unknown) => thrown);
    await new Promise((resolve) => first.subscribe(resolve));
    // The point of the opening at which the other leaves is varied.
    const opening = cache.open(shortPath, info);
    for (let turn = 0; turn < run; turn += 1) await new Promise(setImmediate);
    const released = first.release();
    const second = await opening;
    expect(await second.completed).toEqual({ count: 2_000, isComplete: true });
    await Promise.all([released, second.release(), firstEnded]);
    await Promise.all((await readdir(folder)).map((name) => rm(join(folder, name))));
  }
});

test('disposing stops every build', async () => {
  const { folder, cache, open: openPeaks } = createCache('disposed');
  const peaks = await openPeaks(cache);
  const outcome = peaks.completed.catch((thrown: unknown) => thrown);
  await cache.dispose();
  expect(await outcome).toMatchObject({ code: 'job/cancelled' });
  expect(await readdir(folder)).toEqual([]);
});
