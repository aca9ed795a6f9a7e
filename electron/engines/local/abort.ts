import { StudioError } from '@core/errors/studio-error';

/** The end of a job that was asked to stop. */
export function cancelledError(): StudioError {
  return new StudioError('job/cancelled', 'The job was cancelled');
}

/** @throws StudioError `job/cancelled` when `signal` has aborted */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelledError();
}

/**
 * A promise's outcome, or `job/cancelled` as soon as `signal` aborts, whether or not the work
 * behind it listens to the signal. A late failure of that work is then nobody's concern.
 */
export async function untilCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const cancelled = new Promise<never>((_resolve, reject) => {
    stop = () => reject(cancelledError());
  });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([cancelled, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
