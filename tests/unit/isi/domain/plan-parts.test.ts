import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planParts } from '@isi/plan-parts';

const limits = { mostMs: 10_000, leastMs: 2000, overlapMs: 500 };

describe('planParts', () => {
  test('[IS11] a short recording is one part', () => {
    expect(planParts([], 10_000, limits)).toEqual([{ beginMs: 0, endMs: 10_000 }]);
  });

  test('[IS11] a cut lies in the middle of the longest late pause, or of the last one', () => {
    const pauses = [
      { beginMs: 3000, endMs: 5000 },
      { beginMs: 8600, endMs: 9400 },
      { beginMs: 9700, endMs: 9900 },
      { beginMs: 12_000, endMs: 12_200 },
    ];
    expect(planParts(pauses, 21_000, limits)).toEqual([
      { beginMs: 0, endMs: 9000 },
      { beginMs: 9000, endMs: 12_100 },
      { beginMs: 12_100, endMs: 21_000 },
    ]);
  });

  test('[IS11] without a pause parts overlap', () => {
    expect(planParts([], 21_000, limits)).toEqual([
      { beginMs: 0, endMs: 10_000 },
      { beginMs: 9500, endMs: 19_000 },
      { beginMs: 18_500, endMs: 21_000 },
    ]);
  });

  test('[IS11] parts cover the recording, none too long, none too short', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(200_000), fc.integer({ min: 1, max: 5000 }))),
        fc.nat(200_000),
        fc.record({
          mostMs: fc.integer({ min: 1000, max: 50_000 }),
          leastMs: fc.nat(20_000),
          overlapMs: fc.nat(20_000),
        }),
        (list, durationMs, anyLimits) => {
          const pauses = list.map(([beginMs, lengthMs]) => ({
            beginMs,
            endMs: beginMs + lengthMs,
          }));
          const middles = new Set(pauses.map((p) => Math.round((p.beginMs + p.endMs) / 2)));
          const { mostMs } = anyLimits;
          const leastMs = Math.min(anyLimits.leastMs, Math.floor(mostMs / 2));
          const parts = planParts(pauses, durationMs, anyLimits);
          expect(parts[0]?.beginMs).toBe(0);
          expect(parts.at(-1)?.endMs).toBe(durationMs);
          parts.forEach((part, index) => {
            const lengthMs = part.endMs - part.beginMs;
            expect(lengthMs).toBeLessThanOrEqual(mostMs);
            if (parts.length > 1) expect(lengthMs).toBeGreaterThanOrEqual(leastMs);
            const previous = parts[index - 1];
            if (previous === undefined) return;
            expect(part.beginMs).toBeGreaterThan(previous.beginMs);
            if (part.beginMs === previous.endMs && anyLimits.overlapMs > 0 && leastMs > 1) {
              expect(middles).toContain(part.beginMs);
            } else {
              expect(previous.endMs - part.beginMs).toBeLessThanOrEqual(anyLimits.overlapMs);
            }
          });
        },
      ),
    );
  });
});
