export interface Zoom {
  /** Undefined: the whole recording fits. */
  readonly pixelsPerSecond: number | undefined;
  readonly waveformBeginMs: number;
}

export interface ZoomRoom {
  readonly durationMs: number;
  /** Of what the waveform shows; not 0. */
  readonly widthPx: number;
}

/** Beyond this a word fills the window; the waveform clamps further where its canvas asks for it. */
export const mostPixelsPerSecond = 2000;

/** The scale at which the whole recording is seen. */
export function fitScale({ durationMs, widthPx }: ZoomRoom): number {
  return (widthPx * 1000) / Math.max(1, durationMs);
}

/**
 * The zoom times a factor; a time that is in sight stays where it is, otherwise the middle does.
 *
 * @param anchorMs the time to hold fast, such as the playhead's
 */
export function zoomBy(zoom: Zoom, factor: number, anchorMs: number, room: ZoomRoom): Zoom {
  const fit = fitScale(room);
  const scale = zoom.pixelsPerSecond ?? fit;
  const next = Math.min(mostPixelsPerSecond, scale * factor);
  if (next <= fit) return { pixelsPerSecond: undefined, waveformBeginMs: 0 };
  const spanMs = (room.widthPx * 1000) / scale;
  const beginMs = zoom.pixelsPerSecond === undefined ? 0 : zoom.waveformBeginMs;
  const isInSight = anchorMs >= beginMs && anchorMs <= beginMs + spanMs;
  const heldMs = isInSight ? anchorMs : beginMs + spanMs / 2;
  const share = (heldMs - beginMs) / spanMs;
  const nextSpanMs = (room.widthPx * 1000) / next;
  return {
    pixelsPerSecond: next,
    waveformBeginMs: clampBegin(heldMs - share * nextSpanMs, nextSpanMs, room),
  };
}

/** The zoom that shows a stretch with some room on both sides. */
export function zoomTo(beginMs: number, endMs: number, room: ZoomRoom): Zoom {
  const spanMs = Math.max(200, endMs - beginMs) * 1.25;
  const next = Math.min(mostPixelsPerSecond, (room.widthPx * 1000) / spanMs);
  if (next <= fitScale(room)) return { pixelsPerSecond: undefined, waveformBeginMs: 0 };
  const nextSpanMs = (room.widthPx * 1000) / next;
  const middleMs = (beginMs + endMs) / 2;
  return {
    pixelsPerSecond: next,
    waveformBeginMs: clampBegin(middleMs - nextSpanMs / 2, nextSpanMs, room),
  };
}

function clampBegin(beginMs: number, spanMs: number, { durationMs }: ZoomRoom): number {
  return Math.round(Math.max(0, Math.min(beginMs, durationMs - spanMs)));
}
