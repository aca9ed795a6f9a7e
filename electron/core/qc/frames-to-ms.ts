import type { FrameRate } from '../timing/frame-rate';

/** Where nobody knows the rate of the picture, frames are those of film. */
const filmRate: FrameRate = { numerator: 24, denominator: 1 };

/** How long some frames last, in whole ms as times can have it: rounded down, 83 for two of 24. */
export function framesToMs(frames: number, rate: FrameRate = filmRate): number {
  return Math.floor((frames * 1000 * rate.denominator) / rate.numerator);
}
