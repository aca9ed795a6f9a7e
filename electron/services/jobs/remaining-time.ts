/** Below this share and this time a rate says little: models are loaded, caches are cold. */
const leastFraction = 0.02;
const leastElapsedMs = 2_000;
/** How fast the estimate follows the rate: a third of the way in two seconds, most in ten. */
const smoothingMs = 5_000;

/** Estimates how long a job will still take, from how far it came in the time so far. */
export class RemainingTime {
  private first: { readonly timeMs: number; readonly fraction: number } | undefined;
  private last: { readonly timeMs: number; readonly remainingMs: number } | undefined;

  /**
   * @param timeMs of a clock that does not go back
   * @param fraction 0 to 1 of the whole job
   * @returns whole ms; undefined until an estimate can be made
   */
  update(timeMs: number, fraction: number): number | undefined {
    if (fraction <= 0) return undefined;
    this.first ??= { timeMs, fraction };
    const elapsedMs = timeMs - this.first.timeMs;
    const done = fraction - this.first.fraction;
    if (fraction < leastFraction || elapsedMs < leastElapsedMs || done <= 0) return undefined;
    const measuredMs = ((1 - fraction) * elapsedMs) / done;
    const remainingMs = this.smooth(timeMs, measuredMs);
    this.last = { timeMs, remainingMs };
    return Math.round(remainingMs);
  }

  /** Counts down from the last estimate and goes a part of the way to the new measure. */
  private smooth(timeMs: number, measuredMs: number): number {
    if (this.last === undefined) return measuredMs;
    const passedMs = timeMs - this.last.timeMs;
    const expectedMs = Math.max(0, this.last.remainingMs - passedMs);
    return expectedMs + (measuredMs - expectedMs) * (1 - Math.exp(-passedMs / smoothingMs));
  }
}
