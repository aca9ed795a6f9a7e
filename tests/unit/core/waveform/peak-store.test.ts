import { type PeakChunk, PeakStore, peaksPerChunk } from '@core/waveform/peak-store';
import { chooseLevel, PeakPyramid, readColumns } from '@core/waveform/peaks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Peaks that differ from each other, so that a wrong one is seen. */
function createPairs(count: number): Int16Array {
  return Int16Array.from({ length: count * 2 }, (_, at) => {
    const loudness = ((at >> 1) * 7_919) % 30_000;
    return at % 2 === 0 ? -loudness - 1 : loudness + 1;
  });
}

function createPyramid(pairs: Int16Array): PeakPyramid {
  const pyramid = new PeakPyramid();
  pyramid.append(pairs);
  return pyramid;
}

function fetchChunk(pyramid: PeakPyramid, { level, chunk }: PeakChunk): Int16Array {
  const begin = chunk * peaksPerChunk * 2;
  return pyramid.level(level).slice(begin, begin + peaksPerChunk * 2);
}

const zoom = fc.constantFrom(0.3, 1, 4, 10, 13, 60, 200, 700);

describe('a store of peaks', () => {
  test('draws growing peaks as the pyramid does', () => {
    const pairs = createPairs(5_000);
    const store = new PeakStore();
    store.grow(pairs.subarray(0, 3_000));
    store.grow(pairs.subarray(3_000));
    fc.assert(
      fc.property(zoom, fc.nat(20_000), (pixelsPerSecond, beginMs) => {
        const columns = new Int16Array(300);
        const known = store.readColumns(beginMs, pixelsPerSecond, columns);
        const expected = readColumns(createPyramid(pairs), {
          beginMs,
          pixelsPerSecond,
          widthPx: 150,
        });
        expect(columns.subarray(0, known * 2)).toEqual(expected.subarray(0, known * 2));
        const columnsBefore25Seconds = Math.ceil(((25_000 - beginMs) / 1_000) * pixelsPerSecond);
        expect(known).toBe(Math.min(150, columnsBefore25Seconds));
      }),
    );
  });

  test('says up to where anything is known', () => {
    const store = new PeakStore();
    store.grow(createPairs(400));
    const columns = new Int16Array(200).fill(9);
    expect(store.readColumns(1_000, 50, columns)).toBe(50);
    expect([...columns.subarray(100)]).toEqual(new Array(100).fill(0));
  });

  test('asks for what is in sight at that zoom, and for nothing twice', () => {
    const count = 200 * 3_600;
    const pyramid = createPyramid(createPairs(count));
    const store = new PeakStore();
    store.complete(count);
    const missing = store.findMissing(100, 60_000, 72_000);
    expect(missing).toEqual([{ level: 0, chunk: 1 }]);
    for (const chunk of missing) store.put(chunk, fetchChunk(pyramid, chunk));
    expect(store.findMissing(100, 60_000, 72_000)).toEqual([]);
    const columns = new Int16Array(2_400);
    store.readColumns(60_000, 100, columns);
    const view = { beginMs: 60_000, pixelsPerSecond: 100, widthPx: 1_200 };
    expect(columns).toEqual(readColumns(pyramid, view));
  });

  test('lets a coarse level stand in for a fine one that is not here', () => {
    const count = 200 * 3_600;
    const pyramid = createPyramid(createPairs(count));
    const store = new PeakStore();
    store.complete(count);
    const whole = store.listWholeLevels();
    expect(whole.map(({ level }) => level)).toEqual([5, 4, 3, 3]);
    for (const chunk of whole) store.put(chunk, fetchChunk(pyramid, chunk));
    const columns = new Int16Array(200);
    expect(store.readColumns(60_000, 100, columns)).toBe(100);
    expect(columns.some((value) => value > 0)).toBe(true);
    expect(store.listWholeLevels()).toEqual([]);
    expect(chooseLevel(100)).toBe(0);
  });

  test('reads every level of a short recording whole, so that nothing is drawn coarsely', () => {
    const store = new PeakStore();
    store.complete(2 * 60 * 200);
    expect(new Set(store.listWholeLevels().map(({ level }) => level))).toEqual(
      new Set([5, 4, 3, 2, 1, 0]),
    );
  });

  test('asks for nothing behind the end', () => {
    const store = new PeakStore();
    store.complete(100);
    expect(store.findMissing(200, 0, 99_000)).toEqual([{ level: 0, chunk: 0 }]);
    expect(store.findMissing(200, 50_000, 99_000)).toEqual([]);
  });
});
