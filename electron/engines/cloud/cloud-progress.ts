import type { EngineProgress, EngineStage } from '../engine';

/** Where in the whole work a stage begins and ends, 0 to 1. */
export type StageShares = Readonly<
  Partial<Record<EngineStage, readonly [begin: number, end: number]>>
>;

/** Reports of one job: its fraction never goes back, whatever the stages say. */
export class CloudProgress {
  readonly #shares: StageShares;
  readonly #report: (progress: EngineProgress) => void;
  #fraction = 0;

  constructor(shares: StageShares, report: (progress: EngineProgress) => void) {
    this.#shares = shares;
    this.#report = report;
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
    const nothing = { segments: [], notices: [] };
    this.#report({ kind: 'progress', stage, fraction: this.#fraction, ...nothing, ...found });
  }

  /** The last report: all is done, and this is what was found. */
  finish({ segments, notices }: Pick<EngineProgress, 'segments' | 'notices'>): void {
    this.#fraction = 1;
    this.#report({ kind: 'progress', stage: 'waiting', fraction: 1, segments, notices });
  }
}
