import { StudioError } from '@core/errors/studio-error';

/**
 * Waits; given from outside so that tests need not.
 * @throws StudioError `job/cancelled` as soon as the signal aborts
 */
export type Wait = (delayMs: number, signal: AbortSignal) => Promise<void>;

/** {@link Wait} by the clock. */
export const waitByClock: Wait = (delayMs, signal) =>
  new Promise((resolve, reject) => {
    const cancel = (): void => {
      clearTimeout(timer);
      reject(new StudioError('job/cancelled', 'the wait was ended'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', cancel);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
  });
