import { findPauses } from '@isi/find-pauses';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const frameMs = 20;
/** Levels of stretches, each `[frames, level]`. */
const levelsOf = (...stretches: readonly (readonly [number, number])[]): Float32Array =>
  Float32Array.from(stretches.flatMap(([frames, level]) => Array<number>(frames).fill(level)));

it('finds silence between speech, and at either end', () => {
  const levels = levelsOf([20, 0], [50, 0.2], [30, 0.001], [50, 0.2], [15, 0]);
  expect(findPauses(levels, frameMs)).toEqual([
    { beginMs: 0, endMs: 400 },
    { beginMs: 1_400, endMs: 2_000 },
    { beginMs: 3_000, endMs: 3_300 },
  ]);
});

it('finds pauses in a room that is never quiet', () => {
  const levels = levelsOf([100, 0.2], [40, 0.02], [100, 0.2], [40, 0.03], [10, 0.2]);
  expect(findPauses(levels, frameMs)).toHaveLength(2);
});

it('[SO4] finds the same pauses beside digital silence, however much there is', () => {
  const room = [
    [100, 0.2],
    [40, 0.02],
    [100, 0.2],
    [40, 0.03],
    [10, 0.2],
  ] as const;
  for (const level of [0, 0.000_02]) {
    const pauses = findPauses(levelsOf([500, level], ...room), frameMs);
    expect(pauses).toEqual([
      { beginMs: 0, endMs: 10_000 },
      { beginMs: 12_000, endMs: 12_800 },
      { beginMs: 14_800, endMs: 15_600 },
    ]);
  }
});

it('[SO6] finds the same pauses however faint the recording is', () => {
  const speech = [
    [50, 0.1],
    [20, 0.03],
    [30, 0.001],
    [50, 0.1],
    [25, 0.03],
    [40, 0.0014],
    [10, 0.1],
  ] as const;
  const pausesAt = (db: number) =>
    findPauses(
      levelsOf(...speech).map((level) => level * 10 ** (db / 20)),
      frameMs,
    );
  expect(pausesAt(0)).toEqual([
    { beginMs: 1_400, endMs: 2_000 },
    { beginMs: 3_500, endMs: 4_300 },
  ]);
  for (const db of [14, -10, -25, -40]) expect(pausesAt(db)).toEqual(pausesAt(0));
});

it('is not misled by a bang', () => {
  const pausesOf = (bang: number) =>
    findPauses(levelsOf([10, bang], [50, 0.01], [30, 0.001], [50, 0.01]), frameMs);
  expect(pausesOf(1)).toEqual(pausesOf(0.01));
});

it('takes no breath for a pause, and finds none in steady sound or in nothing', () => {
  expect(findPauses(levelsOf([50, 0.2], [14, 0], [50, 0.2]), frameMs)).toEqual([]);
  // A tenth of it is no silence: nothing in it is.
  expect(findPauses(levelsOf([500, 0.2]), frameMs)).toEqual([]);
  expect(findPauses(levelsOf([500, 0.2], [20, 0], [500, 0.15]), frameMs)).toEqual([
    { beginMs: 10_000, endMs: 10_400 },
  ]);
  expect(findPauses(new Float32Array(), frameMs)).toEqual([]);
  expect(findPauses(levelsOf([100, 0]), frameMs)).toEqual([{ beginMs: 0, endMs: 2_000 }]);
});

it('gives pauses in order, apart, long enough and inside the recording', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 400 }), (list) => {
      const pauses = findPauses(Float32Array.from(list), frameMs);
      let floorMs = -1;
      for (const { beginMs, endMs } of pauses) {
        expect(beginMs).toBeGreaterThan(floorMs);
        expect(endMs - beginMs).toBeGreaterThanOrEqual(300);
        floorMs = endMs;
      }
      expect(floorMs).toBeLessThanOrEqual(list.length * frameMs);
    }),
  );
});
