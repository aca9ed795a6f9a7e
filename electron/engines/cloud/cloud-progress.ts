import type { EngineContext, EngineProgress, EngineStage } from '../engine';

/** Where in the whole work a stage begins and ends, 0 to 1. */
export type StageShares = Readonly<
  Partial<Record<EngineStage, readonly [begin: number, end: number]>>
>;

/** Reports of one job: its fraction never goes back, whatever the stages say. */
export class CloudProgress {
  readonly #shares: StageShares;
  readonly #onProgress: EngineContext['onProgress'];
  #fraction = 0;

  constructor(shares: StageShares, onProgress: EngineContext['onProgress']) {
    this.#shares = shares;
    this.#onProgress = onProgress;
  }

  /** @param part of the stage that is done, 0 to 1 */
  report(
    stage: EngineStage,
    part: number,
    found: Partial<Pick<EngineProgress, 'segments' | 'notices'>> = {},
  ): void {
    const [begin, end] = this.#shares[stage] ?? [this.#fraction, this.#fraction];
    const fraction = begin + (end - begin) * Math.min(1, Math.max(0, part));
    this.#fraction = Math.max(this.#fraction, fraction);
    this.#onProgress({ stage, fraction: this.#fraction, segments: [], notices: [], ...found });
  }

  /** The last report: all is done, and this is what was found. */
  finish({ segments, notices }: Pick<EngineProgress, 'segments' | 'notices'>): void {
    this.#fraction = 1;
    this.#onProgress({ stage: 'waiting', fraction: 1, segments, notices });
  }
}
