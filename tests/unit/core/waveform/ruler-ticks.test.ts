import { chooseTicks, findTicks, formatTick } from '@core/waveform/ruler-ticks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('ticks of the ruler', () => {
  test('stand far enough apart for their timecodes at every zoom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 2_000, noNaN: true }), (pixelsPerSecond) => {
        const { labelMs, tickMs } = chooseTicks(pixelsPerSecond, 72);
        expect((labelMs / 1000) * pixelsPerSecond).toBeGreaterThanOrEqual(72);
        expect((labelMs / 1000) * pixelsPerSecond).toBeLessThan(72 * 2.5 + 1e-9);
        expect(Number.isInteger(labelMs / tickMs)).toBe(true);
      }),
    );
  });

  test.each([
    [0.11, 900_000, 300_000],
    [1, 120_000, 30_000],
    [100, 1_000, 200],
    [2_000, 50, 10],
  ])('at %d px a second are %d ms and %d ms apart', (pixelsPerSecond, labelMs, tickMs) => {
    expect(chooseTicks(pixelsPerSecond, 72)).toEqual({ labelMs, tickMs });
  });

  test('cover what is in sight, and nothing behind the end', () => {
    const view = { durationMs: 60_000, widthPx: 1_000, pixelsPerSecond: 100, scrollPx: 250 };
    expect(findTicks(view, 1_000)).toEqual({ beginIndex: 2, endIndex: 13 });
    expect(findTicks({ ...view, scrollPx: 5_500 }, 1_000)).toEqual({
      beginIndex: 55,
      endIndex: 61,
    });
  });

  test.each([
    [0, 1_000, '0:00'],
    [65_000, 5_000, '1:05'],
    [605_000, 5_000, '10:05'],
    [3_723_000, 1_000, '1:02:03'],
    [5_250, 50, '0:05.25'],
    [5_200, 200, '0:05.2'],
  ])('%d ms at steps of %d ms reads %s', (timeMs, labelMs, text) => {
    expect(formatTick(timeMs, labelMs)).toBe(text);
  });
});
