import type { JsonValue } from '@core/errors/studio-error';
import type { EngineProgress, EngineSegment, EngineStage, SegmentNotice } from '../engine';

/** Steps smaller than this are not worth a message, unless something became final. */
const leastStep = 0.002;
/** Where the container gives no length: the position at which half of the bar is filled. */
const halfwayMs = 600_000;

/** Reports progress that never goes back, whatever order its causes come in. */
export class ProgressReporter {
  readonly #report: (progress: EngineProgress) => void;
  #stage: EngineStage = 'loading';
  #fraction = 0;
  #reported = -1;

  constructor(report: (progress: EngineProgress) => void) {
    this.#report = report;
  }

  /** Changes the stage, which is always reported. */
  enter(stage: EngineStage): void {
    this.#stage = stage;
    this.#send([], []);
  }

  /** Reports a fraction (0 to 1), if it is a step forward worth reporting or the end. */
  advance(fraction: number): void {
    this.#fraction = Math.min(1, Math.max(this.#fraction, fraction));
    const isEnd = this.#fraction === 1 && this.#reported < 1;
    if (isEnd || this.#fraction - this.#reported >= leastStep) this.#send([], []);
  }

  /** Reports what became final. @param position from which the work can go on behind it */
  add(
    segments: readonly EngineSegment[],
    notices: readonly SegmentNotice[],
    position?: JsonValue,
  ): void {
    if (segments.length + notices.length > 0 || position !== undefined) {
      this.#send(segments, notices, position);
    }
  }

  #send(
    segments: readonly EngineSegment[],
    notices: readonly SegmentNotice[],
    position?: JsonValue,
  ): void {
    this.#reported = this.#fraction;
    const reached = position === undefined ? {} : { position };
    const at = { stage: this.#stage, fraction: this.#fraction };
    this.#report({ kind: 'progress', ...at, segments, notices, ...reached });
  }
}

/**
 * How far into a recording a position is, 0 to less than 1: the end is reached by finishing, not by
 * a container's word for its length.
 */
export function fractionHeard(positionMs: number, durationMs: number | undefined): number {
  if (durationMs === undefined || durationMs <= 0) return positionMs / (positionMs + halfwayMs);
  return Math.min(0.99, positionMs / durationMs);
}
