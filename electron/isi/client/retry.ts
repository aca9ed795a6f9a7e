import { type JsonValue, type StudioError, toStudioError } from '@core/errors/studio-error';
import type { VendorRetry } from '@isi/vendor-error-entry';
import { type Wait, waitByClock } from './wait';

/** A failure after which the work is tried again, for a job to show. */
export interface RetryNotice {
  readonly error: StudioError;
  /** Attempts so far, at least 1. */
  readonly attempts: number;
  /** Time until the next one, ms. */
  readonly delayMs: number;
}

export interface RetryOptions {
  readonly signal: AbortSignal;
  /** The first one included, by default 4. */
  readonly maximumAttempts?: number;
  readonly onRetry?: (notice: RetryNotice) => void;
  readonly wait?: Wait;
  /** A number from 0 to below 1. */
  readonly random: () => number;
}

const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** Who asks to be left alone for longer is not waited for: a person decides what comes then. */
const longestPauseMs = 15 * 60_000;

/** What a client does by itself, once: where its failure comes out, that was in vain. */
const doneByClients: readonly JsonValue[] = ['refetch-token', 'sign-anew'] satisfies VendorRetry[];

/**
 * Whether the same may work a moment later: the catalogue says so, or the network failed in a way
 * that passes. A proxy or a certificate does not mend itself, and a token that was renewed and
 * refused again is about something else (protocol §1.4): sent again, it would cost the upload.
 */
export function isRetryable({ code, data }: StudioError): boolean {
  if (code === 'network/unreachable' || code === 'network/timed-out') return true;
  return data['isRetryable'] === true && !doneByClients.includes(data['retry'] ?? null);
}

/** Whether the service asks for fewer requests: `Throttling.User` and the like (protocol §1.4). */
export function isThrottled(error: StudioError): boolean {
  const { vendorCode } = error.data;
  return (
    error.code === 'engine/throttled' ||
    (typeof vendorCode === 'string' && vendorCode.startsWith('Throttling'))
  );
}

/** How long the server asked to be left alone with this failure (`Retry-After`), ms; 0 if not. */
export function readPauseMs({ data }: StudioError): number {
  const { retryAfterMs } = data;
  return typeof retryAfterMs === 'number' ? retryAfterMs : 0;
}

/**
 * Doubles from one second to a minute; half of it is chance, so that many jobs do not come back
 * together.
 * @param attempts made so far, at least 1
 * @param chance from 0 to below 1
 * @returns ms
 */
export function computeBackOffMs(attempts: number, chance: number): number {
  const fullMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempts - 1));
  return Math.round(fullMs / 2 + (fullMs / 2) * chance);
}

/**
 * Does `work` again where that may help, a bounded number of times; never sooner than the server
 * asked, and not at all where it asked for more than a quarter of an hour.
 * @throws StudioError of the last attempt, or `job/cancelled` as soon as the signal aborts in a wait
 */
export async function retry<T>(
  work: (attempt: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { signal, maximumAttempts = 4, onRetry, wait = waitByClock, random } = options;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await work(attempts);
    } catch (thrown) {
      const error = toStudioError(thrown);
      const mayHelp = isRetryable(error) || isThrottled(error);
      const pauseMs = readPauseMs(error);
      const isOver = attempts >= maximumAttempts || pauseMs > longestPauseMs;
      if (signal.aborted || !mayHelp || isOver) throw error;
      const delayMs = Math.max(computeBackOffMs(attempts, random()), pauseMs);
      onRetry?.({ error, attempts, delayMs });
      await wait(delayMs, signal);
    }
  }
}
