import { app } from 'electron';

/** What has not ended by then never will; journals are written long before. */
const longestDisposalMs = 5_000;

/** The end of the services. */
export interface Ending {
  /** Begins it, for a system that does not ask the program to quit. */
  begin(): void;
}

/**
 * Holds the end of the process until the services have ended theirs, within bounds.
 * @param dispose ends jobs and children and writes what is still to be written
 */
export function disposeBeforeQuit(dispose: () => Promise<void>): Ending {
  let state: 'running' | 'disposing' | 'disposed' = 'running';
  let done: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    const limit = new Promise<void>((fulfil) => setTimeout(fulfil, longestDisposalMs));
    // Whatever goes wrong in it, a person asked for the end.
    done ??= Promise.race([dispose().catch(() => undefined), limit]);
    return done;
  };
  app.on('will-quit', (event) => {
    if (state === 'disposed') return;
    event.preventDefault();
    if (state === 'disposing') return;
    state = 'disposing';
    void begin().then(() => {
      state = 'disposed';
      app.quit();
    });
  });
  return { begin: () => void begin() };
}
