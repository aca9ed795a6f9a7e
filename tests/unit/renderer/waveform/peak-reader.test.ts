import {
  bytesPerPeak,
  formatPeakFileHeader,
  growingHeader,
  layOutLevels,
  peakFileHeaderBytes,
} from '@core/waveform/peak-file';
import { levelCount, PeakPyramid, readColumns } from '@core/waveform/peaks';
import { describe, expect, test, vi } from 'vitest';
import { PeakReader } from '../../../../renderer/src/features/waveform/peak-reader';

const hourPeaks = 200 * 3_600;

function createPyramid(count: number): PeakPyramid {
  const pyramid = new PeakPyramid();
  pyramid.append(
    Int16Array.from({ length: count * 2 }, (_, at) => {
      const loudness = ((at >> 1) * 7_919) % 30_000;
      return at % 2 === 0 ? -loudness : loudness;
    }),
  );
  return pyramid;
}

function createFile(pyramid: PeakPyramid, isComplete: boolean): Uint8Array<ArrayBuffer> {
  const levels = layOutLevels(pyramid.count);
  const { beginByte, count } = levels.at(isComplete ? -1 : 0)!;
  const file = new Uint8Array(beginByte + count * bytesPerPeak);
  const header = isComplete
    ? { ...growingHeader, isComplete, levels, durationMs: pyramid.count * 5 }
    : growingHeader;
  file.set(formatPeakFileHeader(header));
  for (let level = 0; level < (isComplete ? levelCount : 1); level += 1) {
    const pairs = pyramid.level(level);
    const bytes = new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength);
    file.set(bytes, levels[level]!.beginByte);
  }
  return file;
}

interface Stage {
  readonly reader: PeakReader;
  readonly ranges: [number, number][];
  readonly errors: string[];
  readonly changes: number[];
}

function createStage(getFile: () => Uint8Array<ArrayBuffer>): Stage {
  const ranges: [number, number][] = [];
  const errors: string[] = [];
  const changes: number[] = [];
  const reader = new PeakReader({
    read: (beginByte, length) => {
      ranges.push([beginByte, length]);
      return Promise.resolve(getFile().slice(beginByte, beginByte + length));
    },
    onPeaks: (fromMs) => changes.push(fromMs),
    onError: ({ code }) => errors.push(code),
  });
  return { reader, ranges, errors, changes };
}

describe('reading peaks', () => {
  test('draws a complete hour from 60 KB, and then fetches what is in sight alone', async () => {
    const pyramid = createPyramid(hourPeaks);
    const file = createFile(pyramid, true);
    const { reader, ranges, changes } = createStage(() => file);
    reader.update({ count: hourPeaks, isComplete: true });
    await vi.waitFor(() => expect(changes).toEqual([0]));
    expect(ranges).toHaveLength(2);
    expect(ranges.reduce((sum, [, length]) => sum + length, 0)).toBeLessThan(62_000);
    const view = { beginMs: 0, pixelsPerSecond: 0.3, widthPx: 1_000 };
    const columns = new Int16Array(2_000);
    reader.store.readColumns(0, 0.3, columns);
    expect(columns).toEqual(readColumns(pyramid, view));

    reader.want(100, 600_000, 612_000);
    reader.want(100, 600_000, 612_000);
    await vi.waitFor(() => expect(changes).toHaveLength(2));
    expect(ranges.slice(2)).toEqual([[peakFileHeaderBytes + 14 * 8_192 * 4, 8_192 * 4]]);
    const fine = new Int16Array(2_400);
    reader.store.readColumns(600_000, 100, fine);
    expect(fine).toEqual(
      readColumns(pyramid, { beginMs: 600_000, pixelsPerSecond: 100, widthPx: 1_200 }),
    );
  });

  test('takes no peak twice while they are made, and none again when they are complete', async () => {
    const pyramid = createPyramid(5_000);
    const { reader, ranges, changes } = createStage(() => createFile(pyramid, false));
    reader.update({ count: 2_000, isComplete: false });
    reader.update({ count: 3_000, isComplete: false });
    await vi.waitFor(() => expect(reader.store.count).toBe(3_000));
    reader.update({ count: 5_000, isComplete: true });
    await vi.waitFor(() => expect(reader.store.count).toBe(5_000));
    expect(ranges.reduce((sum, [, length]) => sum + length, 0)).toBe(5_000 * bytesPerPeak);
    expect(changes[0]).toBe(0);
    expect(changes.at(-1)).toBe(15_000);
  });

  test('says when the peaks cannot be read, but not after it was ended', async () => {
    const errors: string[] = [];
    const reader = new PeakReader({
      read: () => Promise.reject(new Error('gone')),
      onPeaks: () => undefined,
      onError: ({ code }) => errors.push(code),
    });
    reader.update({ count: 100, isComplete: true });
    await vi.waitFor(() => expect(errors).toEqual(['host/unreachable']));
    reader.dispose();
    reader.update({ count: 200, isComplete: true });
    await Promise.resolve();
    expect(errors).toHaveLength(1);
  });
});
