import {
  clampPixelsPerSecond,
  fitPixelsPerSecond,
  timeToX,
  type Viewport,
  xToTime,
  zoomAround,
  zoomOnto,
} from './viewport';

/** What a waveform shows, apart from its size: as a window keeps it, and a project is left. */
export interface Zoom {
  /** Undefined: the whole recording fits. */
  readonly pixelsPerSecond: number | undefined;
  readonly waveformBeginMs: number;
}

export const wholeRecording: Zoom = { pixelsPerSecond: undefined, waveformBeginMs: 0 };

/** A stretch is shown with an eighth of its length on each side. */
const spanWithRoom = 1.25;
const leastSpanMs = 200;

/** What is in sight of a stage of some width. */
export function toViewport(
  { pixelsPerSecond, waveformBeginMs }: Zoom,
  { durationMs, widthPx }: Pick<Viewport, 'durationMs' | 'widthPx'>,
): Viewport {
  const scale = clampPixelsPerSecond(pixelsPerSecond, durationMs, widthPx);
  const view = { durationMs, widthPx, pixelsPerSecond: scale, scrollPx: 0 };
  return zoomOnto(view, scale, waveformBeginMs, 0);
}

/** The zoom of what is in sight; it never begins so late that the recording would end before its edge. */
export function toZoom(view: Viewport): Zoom {
  const { durationMs, widthPx, pixelsPerSecond } = view;
  if (pixelsPerSecond <= fitPixelsPerSecond(durationMs, widthPx)) return wholeRecording;
  const lastMs = durationMs - (widthPx * 1000) / pixelsPerSecond;
  const waveformBeginMs = Math.round(Math.max(0, Math.min(xToTime(view, 0), lastMs)));
  return { pixelsPerSecond, waveformBeginMs };
}

/**
 * Another zoom; a time that is in sight stays where it is, otherwise the middle does.
 * @param anchorMs the time to hold fast, such as the playhead's
 */
export function zoomAtAnchor(view: Viewport, pixelsPerSecond: number, anchorMs: number): Viewport {
  const x = timeToX(view, anchorMs);
  return x >= 0 && x <= view.widthPx
    ? zoomOnto(view, pixelsPerSecond, anchorMs, x)
    : zoomAround(view, pixelsPerSecond, view.widthPx / 2);
}

/** The zoom times a factor, as {@link zoomAtAnchor}. */
export function zoomBy(view: Viewport, factor: number, anchorMs: number): Viewport {
  return zoomAtAnchor(view, view.pixelsPerSecond * factor, anchorMs);
}

/** The zoom that shows a stretch with some room on both sides. */
export function zoomToSpan(view: Viewport, beginMs: number, endMs: number): Viewport {
  const spanMs = Math.max(leastSpanMs, endMs - beginMs) * spanWithRoom;
  const scale = (view.widthPx * 1000) / spanMs;
  return zoomOnto(view, scale, (beginMs + endMs) / 2, view.widthPx / 2);
}
