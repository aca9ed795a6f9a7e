/** A repeated action that is held back to a pace. */
export interface Throttle {
  /** Runs the action now, or as soon as the pace allows; requests until then become one. */
  readonly request: () => void;
  /** Runs what was requested and held back, now. */
  readonly flush: () => void;
  /** Forgets what was requested. */
  readonly cancel: () => void;
}

/**
 * Holds `run` back to once in `intervalMs`: the first request runs at once, and the last one is
 * never lost. Its timer does not keep the process alive.
 */
export function createThrottle(intervalMs: number, run: () => void): Throttle {
  let timer: NodeJS.Timeout | undefined;
  let isRequested = false;
  const runNow = (): void => {
    isRequested = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      if (isRequested) runNow();
    }, intervalMs).unref();
    run();
  };
  return {
    request: () => {
      if (timer === undefined) runNow();
      else isRequested = true;
    },
    flush: () => {
      if (isRequested) runNow();
    },
    cancel: () => {
      isRequested = false;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
