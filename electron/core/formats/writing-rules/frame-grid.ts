import { findFrameMs, type FrameRate, roundToFrame } from '../../timing/frame-rate';

/** Where times may stand: at frames, or at every ms. */
export interface FrameGrid {
  readonly rate: FrameRate | undefined;
  /** The nearest place. */
  readonly round: (timeMs: number) => number;
  /** The last place that is a stretch at least before a time. */
  readonly before: (timeMs: number, stretchMs: number) => number;
  /** The first place that is a stretch at least after a time. */
  readonly after: (timeMs: number, stretchMs: number) => number;
}

/** A stretch this much of a frame longer than whole frames counts as these: 83 ms are two of 24. */
const tolerance = 0.1;

/** @param rate undefined: every ms */
export function makeFrameGrid(rate: FrameRate | undefined): FrameGrid {
  if (rate === undefined) {
    return {
      rate,
      round: Math.round,
      before: (timeMs, stretchMs) => Math.round(timeMs) - stretchMs,
      after: (timeMs, stretchMs) => Math.round(timeMs) + stretchMs,
    };
  }
  const { numerator, denominator } = rate;
  const frames = (timeMs: number): number => (timeMs * numerator) / (1000 * denominator);
  const count = (stretchMs: number): number =>
    Math.max(0, Math.ceil(frames(stretchMs) - tolerance));
  const place = (timeMs: number): number => Math.round(frames(timeMs));
  return {
    rate,
    round: (timeMs) => roundToFrame(timeMs, rate),
    before: (timeMs, stretchMs) => findFrameMs(place(timeMs) - count(stretchMs), rate),
    after: (timeMs, stretchMs) => findFrameMs(place(timeMs) + count(stretchMs), rate),
  };
}
