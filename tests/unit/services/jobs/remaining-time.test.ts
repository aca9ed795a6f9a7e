import { describe, expect, it } from 'vitest';
import { RemainingTime } from '../../../../electron/services/jobs/remaining-time';

/** Reports `fractionAt` each second, from `fromMs` on, and gives the estimates. */
function estimate(fractionAt: (timeMs: number) => number, toMs: number) {
  const remaining = new RemainingTime();
  const estimates = new Map<number, number | undefined>();
  for (let timeMs = 0; timeMs <= toMs; timeMs += 1_000) {
    estimates.set(timeMs, remaining.update(timeMs, Math.min(1, fractionAt(timeMs))));
  }
  return (timeMs: number): number | undefined => estimates.get(timeMs);
}

describe('what a job will still take', () => {
  it('is not said before anything can be known', () => {
    const at = estimate((timeMs) => timeMs / 600_000, 30_000);
    expect([at(0), at(2_000), at(11_000)]).toEqual([undefined, undefined, undefined]);
    expect(at(13_000)).toBeDefined();
  });

  it('is right at an even pace, and nothing at the end', () => {
    const at = estimate((timeMs) => 0.001 + timeMs / 100_000, 100_000);
    expect(at(20_000)).toBe(79_900);
    expect(at(50_000)).toBe(49_900);
    expect(at(100_000)).toBe(0);
  });

  it('leaves out the time in which models were loaded', () => {
    const at = estimate((timeMs) => Math.max(0, timeMs - 20_000) / 100_000, 60_000);
    expect(at(20_000)).toBeUndefined();
    expect(at(60_000)).toBe(60_000);
  });

  it('does not jump when the pace does', () => {
    const at = estimate((timeMs) => (timeMs < 50_000 ? timeMs / 100_000 : 0.9), 60_000);
    const before = at(49_000)!;
    const after = at(50_000)!;
    expect(before - after).toBeLessThan(before * 0.25);
    expect(after).toBeLessThan(before);
  });
});
