import { StudioError } from '@core/errors/studio-error';

/** Whether work is stopped because it is paused or the program ends: it will go on later. */
export function isInterruption({ aborted, reason }: AbortSignal): boolean {
  return aborted && reason instanceof StudioError && reason.code === 'job/interrupted';
}

/**
 * A signal for a request whose reply must not be lost: a person's cancel ends it at once, a pause and
 * the end of the program only some time later.
 * @param graceMs how much later
 */
export function outlastInterruption(signal: AbortSignal, graceMs: number): AbortSignal {
  const controller = new AbortController();
  const end = (): void => controller.abort(signal.reason);
  const onAbort = (): void => {
    if (isInterruption(signal)) setTimeout(end, graceMs).unref();
    else end();
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', onAbort, { once: true });
  return controller.signal;
}

/** @throws StudioError `job/cancelled` where the signal has aborted */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new StudioError('job/cancelled', 'the recognition was taken back');
}
