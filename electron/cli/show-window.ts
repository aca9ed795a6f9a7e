import { describeThrown } from '@core/errors/studio-error';
import { type OpenedWindow, openWindow } from './open-window';
import { say, tell, type Terminal } from './terminal';

/** What is to be known of a studio to show it. */
export interface ShownStudio {
  /** The address for people. */
  readonly url: string;
  readonly pages: { hadAny(): boolean };
  /** Lays down a page for the browser to start with, and tells how that came to its end. */
  layWayIn(): Promise<{
    readonly file: string;
    readonly ended: Promise<'used' | 'expired' | 'closed'>;
  }>;
}

/**
 * Shows the studio in a window, or says what to do where that does not come about.
 * @returns the window; undefined where none could even be tried
 */
export async function showWindow(
  studio: ShownStudio,
  terminal: Terminal,
  { home, log }: { readonly home: string; readonly log: (line: string) => void },
): Promise<OpenedWindow | undefined> {
  const { url, pages } = studio;
  let hasFailed = false;
  const sayNoWindow = (): void => {
    hasFailed = true;
    tell(terminal, say(terminal, 'cli.serve.noWindow'));
  };
  try {
    const { file, ended } = await studio.layWayIn();
    const { env } = terminal;
    const window = openWindow({ file, home, env, platform: process.platform });
    window.onFailed(sayNoWindow);
    // A browser that may not read our folders shows an error of its own, and we hear nothing of it.
    void ended.then((end) => {
      if (end !== 'expired' || hasFailed || pages.hadAny()) return;
      tell(terminal, say(terminal, 'cli.serve.nobodyCame', { url }));
    });
    return window;
  } catch (thrown) {
    log(`no way in could be laid: ${describeThrown(thrown)}`);
    sayNoWindow();
    return undefined;
  }
}
