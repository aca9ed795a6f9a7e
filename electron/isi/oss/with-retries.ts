import { isCancelled, StudioError } from '@core/errors/studio-error';

/** Waits, unless the signal aborts first: then it ends at once, by rejecting or not. */
export type Wait = (durationMs: number, signal: AbortSignal) => Promise<void>;

/** A try that failed and is made again. */
export interface RetryNotice {
  /** The try that failed, from 1. */
  readonly attempt: number;
  readonly waitMs: number;
  readonly error: StudioError;
}

export interface RetryRules {
  readonly wait: Wait;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
  /** Waits between the tries, ms; there is one try more than waits. */
  readonly waitsMs: readonly number[];
  readonly onRetry?: (notice: RetryNotice) => void;
}

/** Network faults that may pass; a certificate or a proxy that refuses stays as it is. */
const passingFaults = new Set(['network/unreachable', 'network/timed-out']);

/** Whether the same request may succeed if it is made again. */
export function isWorthRetrying(thrown: unknown): boolean {
  return (
    thrown instanceof StudioError &&
    !isCancelled(thrown) &&
    (passingFaults.has(thrown.code) || thrown.data['isRetryable'] === true)
  );
}

/**
 * Makes a try again where its failure may pass, after a wait that grows and is spread by up to a
 * half, so that parallel parts do not come back as one.
 * @throws what the last try threw; `job/cancelled` where the signal aborts during a wait
 */
export async function withRetries<Result>(
  attempt: () => Promise<Result>,
  { wait, random, waitsMs, onRetry }: RetryRules,
  signal: AbortSignal,
): Promise<Result> {
  for (const [index, baseMs] of waitsMs.entries()) {
    try {
      return await attempt();
    } catch (thrown) {
      if (!(thrown instanceof StudioError) || !isWorthRetrying(thrown)) throw thrown;
      const waitMs = Math.round(baseMs * (0.75 + random() / 2));
      onRetry?.({ attempt: index + 1, waitMs, error: thrown });
      await wait(waitMs, signal).catch(() => undefined);
      throwIfCancelled(signal);
    }
  }
  return attempt();
}

/** @throws StudioError `job/cancelled` where the signal has aborted */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new StudioError('job/cancelled', 'the upload was taken back');
}
