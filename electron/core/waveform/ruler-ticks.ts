import { formatTimecode } from '../timing/timecode';
import type { Viewport } from './viewport';

export interface RulerTicks {
  /** Distance of two ticks with a timecode. */
  readonly labelMs: number;
  /** Distance of two ticks. */
  readonly tickMs: number;
}

/** Round distances with how many parts each falls into. */
const steps: readonly (readonly [labelMs: number, parts: number])[] = [
  [10, 5],
  [20, 4],
  [50, 5],
  [100, 5],
  [200, 4],
  [500, 5],
  [1_000, 5],
  [2_000, 4],
  [5_000, 5],
  [10_000, 5],
  [15_000, 3],
  [30_000, 6],
  [60_000, 6],
  [120_000, 4],
  [300_000, 5],
  [600_000, 5],
  [900_000, 3],
  [1_800_000, 6],
  [3_600_000, 6],
  [7_200_000, 4],
  [18_000_000, 5],
  [36_000_000, 5],
];

/**
 * The closest round distances whose timecodes do not run into each other.
 *
 * @param leastPx room that a timecode needs
 */
export function chooseTicks(pixelsPerSecond: number, leastPx: number): RulerTicks {
  const fits = steps.find(([labelMs]) => (labelMs / 1000) * pixelsPerSecond >= leastPx);
  const [labelMs, parts] = fits ?? steps.at(-1)!;
  return { labelMs, tickMs: labelMs / parts };
}

/** Numbers of the ticks in sight, half-open: tick `n` stands at `n * tickMs`. */
export function findTicks(
  view: Viewport,
  tickMs: number,
): { readonly beginIndex: number; readonly endIndex: number } {
  const beginMs = (view.scrollPx / view.pixelsPerSecond) * 1000;
  const endMs = Math.min(
    view.durationMs,
    ((view.scrollPx + view.widthPx) / view.pixelsPerSecond) * 1000,
  );
  const beginIndex = Math.max(0, Math.floor(beginMs / tickMs));
  return { beginIndex, endIndex: Math.max(beginIndex, Math.floor(endMs / tickMs) + 1) };
}

/**
 * A tick's timecode, no finer than the distance of ticks makes sense: `0:05`, `1:02:03`,
 * `0:05.250`.
 */
export function formatTick(timeMs: number, labelMs: number): string {
  const [, hours, rest, fraction] = /^(\d+):(\d+:\d+)\.(\d+)$/.exec(formatTimecode(timeMs, '.'))!;
  const clock = Number(hours) > 0 ? `${Number(hours)}:${rest}` : rest!.replace(/^0/, '');
  if (labelMs >= 1_000) return clock;
  return `${clock}.${fraction!.slice(0, labelMs >= 100 ? 1 : 2)}`;
}
