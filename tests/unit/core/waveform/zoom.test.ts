import { finestPixelsPerSecond, fitPixelsPerSecond } from '@core/waveform/viewport';
import { toViewport, toZoom, type Zoom, zoomBy, zoomToSpan } from '@core/waveform/zoom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const room = { durationMs: 600_000, widthPx: 1200 };
const fit = fitPixelsPerSecond(room.durationMs, room.widthPx);
const by = (zoom: Zoom, factor: number, anchorMs: number): Zoom =>
  toZoom(zoomBy(toViewport(zoom, room), factor, anchorMs));
const toSpan = (beginMs: number, endMs: number): Zoom =>
  toZoom(zoomToSpan(toViewport(whole, room), beginMs, endMs));
const whole = { pixelsPerSecond: undefined, waveformBeginMs: 0 };

describe('zooming', () => {
  it('into the whole recording keeps the playhead where it is seen', () => {
    // At 300 s of 600 s the playhead stands in the middle of the picture.
    const zoom = by(whole, 2, 300_000);
    expect(zoom).toEqual({ pixelsPerSecond: 4, waveformBeginMs: 150_000 });
  });

  it('keeps the middle when the playhead is out of sight', () => {
    const zoom = by({ pixelsPerSecond: 4, waveformBeginMs: 200_000 }, 2, 0);
    expect(zoom).toEqual({ pixelsPerSecond: 8, waveformBeginMs: 275_000 });
  });

  it('out beyond the whole recording shows just that', () => {
    expect(by({ pixelsPerSecond: 2.5, waveformBeginMs: 7 }, 0.5, 0)).toEqual(whole);
  });

  it('to a long selection shows the whole recording', () => {
    expect(toSpan(0, 590_000)).toEqual(whole);
  });

  it('to a sentence leaves room on both sides', () => {
    const { pixelsPerSecond, waveformBeginMs } = toSpan(100_000, 104_000);
    expect(pixelsPerSecond).toBe(240);
    expect(waveformBeginMs).toBe(99_500);
  });

  it('to what is less than a moment long shows a moment', () => {
    expect(toSpan(100_000, 100_001)).toEqual(toSpan(99_900, 100_101));
  });

  it('is kept and shown again as it was', () => {
    const zoom = { pixelsPerSecond: 240, waveformBeginMs: 99_500 };
    expect(toZoom(toViewport(zoom, room))).toEqual(zoom);
    expect(toZoom(toViewport(whole, room))).toEqual(whole);
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
          const next = by({ pixelsPerSecond, waveformBeginMs }, factor, anchorMs);
          const shown = next.pixelsPerSecond ?? fit;
          expect(shown).toBeGreaterThanOrEqual(fit);
          expect(shown).toBeLessThanOrEqual(finestPixelsPerSecond);
          expect(next.waveformBeginMs).toBeGreaterThanOrEqual(0);
          const endMs = next.waveformBeginMs + (room.widthPx * 1000) / shown;
          expect(endMs).toBeLessThanOrEqual(room.durationMs + 1);
        },
      ),
    );
  });
});
