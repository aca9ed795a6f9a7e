import { describe, expect, it } from 'vitest';
import {
  type Jump,
  nextJump,
  shuttleRate,
  stepRate,
} from '../../../../renderer/src/commands/jump-step';

/** Steps of presses at these times, ms. */
function jump(...timesMs: readonly number[]): readonly number[] {
  let last: Jump | undefined;
  return timesMs.map((atMs) => {
    last = nextJump(last, atMs);
    return last.stepMs;
  });
}

describe('jumping back', () => {
  it('goes 2 s at each unhurried press', () => {
    expect(jump(0, 1000, 2500)).toEqual([2000, 2000, 2000]);
  });

  it('goes further at each quick press, up to a limit', () => {
    expect(jump(0, 300, 600, 900, 1200, 1500)).toEqual([2000, 3000, 5000, 8000, 12_000, 12_000]);
  });

  it('begins anew after a pause', () => {
    expect(jump(0, 300, 600, 2000)).toEqual([2000, 3000, 5000, 2000]);
  });
});

describe('speeds', () => {
  it('step through the usual ones and stay at the ends', () => {
    expect([1, 1.1, 3, 2.6].map((rate) => stepRate(rate, 1))).toEqual([1.25, 1.25, 3, 3]);
    expect([1, 1.1, 0.5, 0.6].map((rate) => stepRate(rate, -1))).toEqual([0.75, 1, 0.5, 0.5]);
  });

  it('of L go half again, twice, three times', () => {
    expect([0.75, 1, 1.5, 2, 3].map(shuttleRate)).toEqual([1, 1.5, 2, 3, 3]);
  });
});
