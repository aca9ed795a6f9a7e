import { app } from 'electron';

/** What has not ended by then never will; journals are written long before. */
const longestDisposalMs = 5_000;

/**
 * Holds the end of the process until the services have ended theirs, within bounds.
 * @param dispose ends jobs and children and writes what is still to be written
 */
export function disposeBeforeQuit(dispose: () => Promise<void>): void {
  let state: 'running' | 'disposing' | 'disposed' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'disposed') return;
    event.preventDefault();
    if (state === 'disposing') return;
    state = 'disposing';
    const limit = new Promise<void>((fulfil) => setTimeout(fulfil, longestDisposalMs));
    // Whatever goes wrong in it, a person asked for the end.
    void Promise.race([dispose().catch(() => undefined), limit]).then(() => {
      state = 'disposed';
      app.quit();
    });
  });
}
