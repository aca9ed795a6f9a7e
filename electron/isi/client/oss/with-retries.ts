import { StudioError } from '@core/errors/studio-error';
import { retry, type RetryOptions } from '../retry';

/** How one client makes its requests again. */
export type RetryRules = Omit<RetryOptions, 'signal'>;

/**
 * Makes a request again where its failure may pass.
 * @throws as {@link retry}
 */
export function withRetries<Result>(
  attempt: () => Promise<Result>,
  rules: RetryRules,
  signal: AbortSignal,
): Promise<Result> {
  return retry(attempt, { ...rules, signal });
}

/** @throws StudioError `job/cancelled` where the signal has aborted */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new StudioError('job/cancelled', 'the upload was taken back');
}
