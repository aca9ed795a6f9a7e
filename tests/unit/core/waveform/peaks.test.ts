import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseLevel,
  findPeakRange,
  levelCount,
  levelFactor,
  PeakAccumulator,
  PeakPyramid,
  rateOfLevel,
  readColumns,
  toEnvelope,
} from '../../../../electron/core/waveform/peaks';

const sample = fc.integer({ min: -32_768, max: 32_767 });

function extremes(samples: Iterable<number>): [number, number] {
  let [lowest, highest] = [32_767, -32_768];
  for (const value of samples) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return [lowest, highest];
}

/** The definition, without any care for speed. */
function peaksByDefinition(samples: Int16Array, rateHz: number, channels: number): number[] {
  const frames = samples.length / channels;
  const pairs: number[] = [];
  for (let peak = 0; ; peak += 1) {
    const begin = Math.floor((peak * rateHz) / 200);
    const end = Math.min(Math.floor(((peak + 1) * rateHz) / 200), frames);
    if (begin >= frames) return pairs;
    pairs.push(...extremes(samples.subarray(begin * channels, end * channels)));
  }
}

function splitAt(values: Int16Array, cuts: readonly number[]): Int16Array[] {
  const edges = [0, ...cuts.map((cut) => cut % (values.length + 1)), values.length];
  edges.sort((first, second) => first - second);
  return edges.slice(1).map((edge, index) => values.subarray(edges[index], edge));
}

describe('PeakAccumulator', () => {
  test('gives the same peaks however the samples are cut into blocks', () => {
    const input = fc.record({
      frames: fc.array(fc.tuple(sample, sample), { maxLength: 700 }),
      channels: fc.constantFrom(1, 2),
      rateHz: fc.constantFrom(200, 1_000, 8_000, 11_127, 44_100),
      cuts: fc.array(fc.nat(), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(input, ({ frames, channels, rateHz, cuts }) => {
        const samples = Int16Array.from(frames.flatMap((frame) => frame.slice(0, channels)));
        const accumulator = new PeakAccumulator(rateHz, channels);
        const pairs: number[] = [];
        for (const block of splitAt(samples, cuts)) {
          accumulator.push(block);
          pairs.push(...accumulator.take());
        }
        accumulator.finish();
        pairs.push(...accumulator.take());
        expect(pairs).toEqual(peaksByDefinition(samples, rateHz, channels));
      }),
    );
  });

  test('200 peaks a second at 44,100 Hz, without drift after an hour', () => {
    const accumulator = new PeakAccumulator(44_100, 1);
    const second = new Int16Array(44_100);
    for (let index = 0; index < 3_600; index += 1) accumulator.push(second);
    expect(accumulator.count).toBe(720_000);
  });

  test('a finer rate for the seconds on screen', () => {
    const accumulator = new PeakAccumulator(16_000, 1, 2_000);
    accumulator.push(new Int16Array(1_600));
    expect(accumulator.count).toBe(200);
  });

  test('more peaks than samples are refused', () => {
    expect(() => new PeakAccumulator(100, 1)).toThrow(RangeError);
  });
});

describe('PeakPyramid', () => {
  test('each level equals the extremes of the level below, however it grows', () => {
    const input = fc.record({
      peaks: fc.array(
        fc.tuple(sample, sample).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
        { maxLength: 3_000 },
      ),
      cuts: fc.array(fc.nat(), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(input, ({ peaks, cuts }) => {
        const pyramid = new PeakPyramid();
        const indices = Int16Array.from(peaks.keys());
        for (const block of splitAt(indices, cuts)) {
          pyramid.append(Int16Array.from([...block].flatMap((index) => peaks[index]!)));
        }
        for (let level = 0; level < levelCount; level += 1) {
          const width = levelFactor ** level;
          const expected: number[] = [];
          for (let begin = 0; begin < peaks.length; begin += width) {
            expected.push(...extremes(peaks.slice(begin, begin + width).flat()));
          }
          expect([...pyramid.level(level)]).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('an unknown level is refused', () => {
    expect(() => new PeakPyramid().level(levelCount)).toThrow(RangeError);
  });
});

describe('chooseLevel', () => {
  test.each([
    [2_000, 0],
    [200, 0],
    [100, 0],
    [50, 1],
    [12, 2],
    [1, 3],
    [0.11, 5],
    [0.01, 5],
  ])('%d px/s is drawn from level %d', (pixelsPerSecond, level) => {
    expect(chooseLevel(pixelsPerSecond)).toBe(level);
  });

  test('always has a peak for each pixel where there is a level that has', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 200, noNaN: true }), (pixelsPerSecond) => {
        const level = chooseLevel(pixelsPerSecond);
        expect(rateOfLevel(level)).toBeGreaterThanOrEqual(pixelsPerSecond);
        if (level < levelCount - 1) expect(rateOfLevel(level + 1)).toBeLessThan(pixelsPerSecond);
      }),
    );
  });
});

describe('ranges and columns', () => {
  test('a range takes in the peaks that it touches and no others', () => {
    expect(findPeakRange(0, 100, 7, 21)).toEqual({ beginIndex: 1, endIndex: 5 });
    expect(findPeakRange(0, 100, 10, 20)).toEqual({ beginIndex: 2, endIndex: 4 });
  });

  test('a range before zero or after the end is empty', () => {
    expect(findPeakRange(0, 100, -50, -10)).toEqual({ beginIndex: 0, endIndex: 0 });
    expect(findPeakRange(0, 100, 900, 950)).toEqual({ beginIndex: 100, endIndex: 100 });
  });

  test('columns outside the sound are flat, those inside hold its extremes', () => {
    const pyramid = new PeakPyramid();
    pyramid.append(Int16Array.from([-7, 9, -7, 9, -7, 9, -7, 9]));
    const columns = readColumns(pyramid, { beginMs: -20, pixelsPerSecond: 100, widthPx: 6 });
    const [flat, full] = [
      [0, 0],
      [-7, 9],
    ];
    expect([...columns]).toEqual([flat, flat, full, full, flat, flat].flat());
  });

  test('every loud peak is seen at every zoom', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_999 }),
        fc.double({ min: 0.5, max: 400, noNaN: true }),
        (loudPeak, pixelsPerSecond) => {
          const pairs = new Int16Array(4_000);
          pairs[loudPeak * 2 + 1] = 1_000;
          const pyramid = new PeakPyramid();
          pyramid.append(pairs);
          const widthPx = Math.ceil(pixelsPerSecond * 10) + 1;
          const columns = readColumns(pyramid, { beginMs: 0, pixelsPerSecond, widthPx });
          expect(Math.max(...columns)).toBe(1_000);
        },
      ),
    );
  });

  test('an envelope is highest and lowest as parts of full scale', () => {
    expect(toEnvelope(Int16Array.of(-32_768, 16_384, 0, 0))).toEqual([
      Float32Array.of(0.5, 0),
      Float32Array.of(-1, 0),
    ]);
  });
});
