/** What a waveform shows: times are ms, places are px from the left edge of what is in sight. */
export interface Viewport {
  readonly durationMs: number;
  readonly widthPx: number;
  readonly pixelsPerSecond: number;
  /** Distance of the left edge from the begin of the recording. */
  readonly scrollPx: number;
}

/** Finest zoom, where a word fills a screen. */
export const finestPixelsPerSecond = 2_000;

/**
 * Elements are cut off at 33,554,428 px by Chromium, silently, and times would then go wrong; this
 * is the widest picture with a margin.
 */
const widestPicturePx = 33_000_000;

/** Zoom at which the whole recording fills the width. */
export function fitPixelsPerSecond(durationMs: number, widthPx: number): number {
  return durationMs > 0 && widthPx > 0 ? (widthPx * 1000) / durationMs : 1;
}

/** A zoom within what can be shown; undefined (the whole recording) gives what fits. */
export function clampPixelsPerSecond(
  pixelsPerSecond: number | undefined,
  durationMs: number,
  widthPx: number,
): number {
  const fit = fitPixelsPerSecond(durationMs, widthPx);
  if (pixelsPerSecond === undefined || pixelsPerSecond <= fit) return fit;
  const widest = (widestPicturePx * 1000) / Math.max(1, durationMs);
  return Math.max(fit, Math.min(pixelsPerSecond, finestPixelsPerSecond, widest));
}

/** Width of the picture of the whole recording, whole px. */
export function getPictureWidth({
  durationMs,
  pixelsPerSecond,
}: Pick<Viewport, 'durationMs' | 'pixelsPerSecond'>): number {
  // Rounded against the last bit of a division, which would make a fitting picture a pixel wider.
  return Math.ceil((durationMs / 1000) * pixelsPerSecond - 1e-6);
}

/** The same viewport, scrolled by whole px and no further than the recording goes. */
export function scrollTo(view: Viewport, scrollPx: number): Viewport {
  const last = Math.max(0, getPictureWidth(view) - view.widthPx);
  return { ...view, scrollPx: Math.min(last, Math.max(0, Math.round(scrollPx))) };
}

export function timeToX(view: Viewport, timeMs: number): number {
  return (timeMs / 1000) * view.pixelsPerSecond - view.scrollPx;
}

/** @returns ms, with a fraction */
export function xToTime(view: Viewport, x: number): number {
  return ((x + view.scrollPx) / view.pixelsPerSecond) * 1000;
}

/** Another zoom, with the time at a place staying there. */
export function zoomAround(view: Viewport, pixelsPerSecond: number, x: number): Viewport {
  return zoomOnto(view, pixelsPerSecond, xToTime(view, x), x);
}

/** Another zoom, with a time coming to a place. */
export function zoomOnto(
  view: Viewport,
  pixelsPerSecond: number,
  timeMs: number,
  x: number,
): Viewport {
  const next = {
    ...view,
    pixelsPerSecond: clampPixelsPerSecond(pixelsPerSecond, view.durationMs, view.widthPx),
  };
  return scrollTo(next, (timeMs / 1000) * next.pixelsPerSecond - x);
}

/** Where playback comes in when a page turns, as a share of the width: some of the past stays. */
const pageMargin = 0.08;

/** The viewport that shows a playing position: the same until it leaves, then the next page. */
export function followPosition(view: Viewport, positionMs: number): Viewport {
  const x = timeToX(view, positionMs);
  if (x >= 0 && x <= view.widthPx * (1 - pageMargin / 2)) return view;
  return scrollTo(view, x + view.scrollPx - view.widthPx * pageMargin);
}

/** The viewport that shows a time, in the middle if it was out of sight. */
export function revealTime(view: Viewport, timeMs: number): Viewport {
  const x = timeToX(view, timeMs);
  const margin = view.widthPx * pageMargin;
  if (x >= margin && x <= view.widthPx - margin) return view;
  return scrollTo(view, x + view.scrollPx - view.widthPx / 2);
}

/**
 * Zoom of a slider between fit (0) and the finest (1): equal ways are equal factors, as the eye
 * expects.
 */
export function sliderToZoom(share: number, durationMs: number, widthPx: number): number {
  const fit = fitPixelsPerSecond(durationMs, widthPx);
  const finest = clampPixelsPerSecond(finestPixelsPerSecond, durationMs, widthPx);
  return fit * (finest / fit) ** share;
}

/** Place of a zoom on the slider of {@link sliderToZoom}, 0 to 1. */
export function zoomToSlider(view: Viewport): number {
  const fit = fitPixelsPerSecond(view.durationMs, view.widthPx);
  const finest = clampPixelsPerSecond(finestPixelsPerSecond, view.durationMs, view.widthPx);
  if (finest <= fit) return 0;
  const share = Math.log(view.pixelsPerSecond / fit) / Math.log(finest / fit);
  return Math.min(1, Math.max(0, share));
}
