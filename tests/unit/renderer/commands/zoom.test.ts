import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitScale,
  mostPixelsPerSecond,
  zoomBy,
  zoomTo,
} from '../../../../renderer/src/commands/zoom';

const room = { durationMs: 600_000, widthPx: 1200 };
const whole = { pixelsPerSecond: undefined, waveformBeginMs: 0 };

describe('zooming', () => {
  it('into the whole recording keeps the playhead where it is seen', () => {
    // At 300 s of 600 s the playhead stands in the middle of the picture.
    const zoom = zoomBy(whole, 2, 300_000, room);
    expect(zoom).toEqual({ pixelsPerSecond: 4, waveformBeginMs: 150_000 });
  });

  it('keeps the middle when the playhead is out of sight', () => {
    const zoom = zoomBy({ pixelsPerSecond: 4, waveformBeginMs: 200_000 }, 2, 0, room);
    expect(zoom).toEqual({ pixelsPerSecond: 8, waveformBeginMs: 275_000 });
  });

  it('out beyond the whole recording shows just that', () => {
    expect(zoomBy({ pixelsPerSecond: 2.5, waveformBeginMs: 7 }, 0.5, 0, room)).toEqual(whole);
  });

  it('to a long selection shows the whole recording', () => {
    expect(zoomTo(0, 590_000, room)).toEqual(whole);
  });

  it('to a sentence leaves room on both sides', () => {
    const { pixelsPerSecond, waveformBeginMs } = zoomTo(100_000, 104_000, room);
    expect(pixelsPerSecond).toBe(240);
    expect(waveformBeginMs).toBe(99_500);
  });

  it('never leaves the recording, whatever is asked for', () => {
    const scale = fc.option(fc.double({ min: 2, max: 2000, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(
        scale,
        fc.nat(600_000),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.nat(600_000),
        (pixelsPerSecond, waveformBeginMs, factor, anchorMs) => {
          const next = zoomBy({ pixelsPerSecond, waveformBeginMs }, factor, anchorMs, room);
          const shown = next.pixelsPerSecond ?? fitScale(room);
          expect(shown).toBeGreaterThanOrEqual(fitScale(room));
          expect(shown).toBeLessThanOrEqual(mostPixelsPerSecond);
          expect(next.waveformBeginMs).toBeGreaterThanOrEqual(0);
          const endMs = next.waveformBeginMs + (room.widthPx * 1000) / shown;
          expect(endMs).toBeLessThanOrEqual(room.durationMs + 1);
        },
      ),
    );
  });
});
