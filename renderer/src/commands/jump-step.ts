/** Presses closer together than this go further each time. */
const quickMs = 700;
const steps = [2000, 3000, 5000, 8000, 12_000] as const;

export interface Jump {
  readonly stepMs: number;
  readonly atMs: number;
}

/**
 * How far a press of J jumps back: 2 s, and further at each quick press after it, as shuttling back
 * does where the sound itself cannot be played backwards.
 *
 * @param last the jump before, if any
 * @param nowMs any clock that only goes forward
 */
export function nextJump(last: Jump | undefined, nowMs: number): Jump {
  const isQuick = last !== undefined && nowMs - last.atMs < quickMs;
  const at = isQuick ? steps.findIndex((stepMs) => stepMs > last.stepMs) : 0;
  return { stepMs: steps[at === -1 ? steps.length - 1 : at]!, atMs: nowMs };
}

const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
const shuttleRates = [1, 1.5, 2, 3] as const;

/** The next speed of the row of usual ones, up or down; the outermost stays. */
export function stepRate(rate: number, direction: -1 | 1): number {
  const next =
    direction === 1
      ? rates.find((candidate) => candidate > rate + 0.001)
      : rates.findLast((candidate) => candidate < rate - 0.001);
  return next ?? rates.at(direction === 1 ? -1 : 0)!;
}

/** What L makes of the speed while it plays: half again, twice, three times. */
export function shuttleRate(rate: number): number {
  return shuttleRates.find((candidate) => candidate > rate + 0.001) ?? shuttleRates.at(-1)!;
}
