import {
  clampPixelsPerSecond,
  fitPixelsPerSecond,
  followPosition,
  getPictureWidth,
  revealTime,
  scrollTo,
  sliderToZoom,
  timeToX,
  type Viewport,
  xToTime,
  zoomAround,
  zoomToSlider,
} from '@core/waveform/viewport';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const hourMs = 3_600_000;

function createView(changes: Partial<Viewport> = {}): Viewport {
  return {
    durationMs: 3 * hourMs,
    widthPx: 1_200,
    pixelsPerSecond: 100,
    scrollPx: 0,
    ...changes,
  };
}

const anyView = fc
  .record({
    durationMs: fc.integer({ min: 1_000, max: 12 * hourMs }),
    widthPx: fc.integer({ min: 200, max: 3_000 }),
    zoom: fc.double({ min: 0, max: 1, noNaN: true }),
    scroll: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ durationMs, widthPx, zoom, scroll }) => {
    const pixelsPerSecond = sliderToZoom(zoom, durationMs, widthPx);
    const view = { durationMs, widthPx, pixelsPerSecond, scrollPx: 0 };
    return scrollTo(view, scroll * getPictureWidth(view));
  });

describe('zoom', () => {
  test('reaches from the whole recording to 2,000 px a second', () => {
    expect(clampPixelsPerSecond(undefined, 60_000, 1_200)).toBe(20);
    expect(clampPixelsPerSecond(5, 60_000, 1_200)).toBe(20);
    expect(clampPixelsPerSecond(9_999, 60_000, 1_200)).toBe(2_000);
  });

  test('stops before the picture is wider than Chromium can lay out', () => {
    for (const hours of [3, 5, 10, 24]) {
      const finest = clampPixelsPerSecond(2_000, hours * hourMs, 1_200);
      expect(Math.floor(finest * hours * 3_600)).toBeLessThanOrEqual(33_000_000);
    }
    expect(clampPixelsPerSecond(2_000, 3 * hourMs, 1_200)).toBe(2_000);
  });

  test('keeps the time under the pointer there, to a pixel', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1),
        (view, place, way) => {
          const x = place * view.widthPx;
          const next = zoomAround(view, view.pixelsPerSecond * (way === 0 ? 1.25 : 0.8), x);
          const lastPx = Math.max(0, getPictureWidth(next) - next.widthPx);
          const isAtAnEnd = next.scrollPx === 0 || next.scrollPx === lastPx;
          if (!isAtAnEnd) {
            expect(Math.abs(timeToX(next, xToTime(view, x)) - x)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  test('by the slider comes back to the slider', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 1, noNaN: true }), (view, share) => {
        const { durationMs, widthPx } = view;
        const pixelsPerSecond = sliderToZoom(share, durationMs, widthPx);
        const isFitting = pixelsPerSecond <= fitPixelsPerSecond(durationMs, widthPx);
        const back = zoomToSlider({ ...view, pixelsPerSecond });
        if (!isFitting) expect(back).toBeCloseTo(share, 5);
      }),
    );
  });

  test('that fits leaves nothing to scroll', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const fit = fitPixelsPerSecond(view.durationMs, view.widthPx);
        expect(scrollTo({ ...view, pixelsPerSecond: fit }, 1e9).scrollPx).toBe(0);
      }),
    );
  });
});

describe('following playback', () => {
  test('leaves the picture where it is while the position is in sight', () => {
    const view = createView({ scrollPx: 5_000 });
    expect(followPosition(view, 55_000)).toBe(view);
  });

  test('turns the page at its end, keeping some of what was said', () => {
    const next = followPosition(createView(), 11_900);
    expect(next.scrollPx).toBe(1_094);
    expect(timeToX(next, 11_900)).toBe(96);
  });

  test('goes back to a position before the page', () => {
    expect(followPosition(createView({ scrollPx: 90_000 }), 30_000).scrollPx).toBe(2_904);
  });

  test('brings a time that was asked for into the middle', () => {
    expect(revealTime(createView(), 60_000).scrollPx).toBe(5_400);
    const view = createView();
    expect(revealTime(view, 6_000)).toBe(view);
  });
});
