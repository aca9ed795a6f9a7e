import { StudioError } from '@core/errors/studio-error';

/** One piece of work that several askers wait for. */
export interface SharedFlight<T> {
  /**
   * Waits for the outcome. Work that nobody waits for any more is aborted.
   * @throws StudioError `job/cancelled` as soon as `signal` aborts, and what the work throws
   */
  join(signal: AbortSignal): Promise<T>;
  /** Whether it was given up because all askers had left. */
  readonly isAbandoned: boolean;
}

/** Starts `work`; its signal aborts when the last asker has left. */
export function startSharedFlight<T>(work: (signal: AbortSignal) => Promise<T>): SharedFlight<T> {
  const controller = new AbortController();
  const outcome = Promise.resolve().then(() => work(controller.signal));
  // Each asker sees it by its own promise; without any left, a failure is nobody's concern.
  outcome.catch(() => undefined);
  let askers = 0;
  return {
    get isAbandoned() {
      return controller.signal.aborted;
    },
    join: async (signal) => {
      let leave = (): void => undefined;
      const left = new Promise<never>((_resolve, reject) => {
        leave = () => reject(new StudioError('job/cancelled', 'the request was taken back'));
      });
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      askers += 1;
      try {
        return await Promise.race([left, outcome]);
      } finally {
        signal.removeEventListener('abort', leave);
        askers -= 1;
        if (askers === 0 && signal.aborted) controller.abort();
      }
    },
  };
}
