import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { briefPageArguments, findChromium } from '../ui/hosts/find-chromium';
import { doubleChromiumArguments } from './chromium-arguments';

/** A Chromium for one double after the other; each opens a page in it, and takes it away again. */
export interface SharedChromium {
  readonly endpoint: string;
  /** The folder of everything it keeps. */
  readonly profile: string;
  /**
   * Forgets what pages before it kept, and then waits for the page that a double opens next. Only
   * one double at a time may be starting, and not before this is done.
   */
  preparePage(): Promise<{ readonly opened: Promise<Page> }>;
  close(): Promise<void>;
}

/** Starts it; whoever asked closes it. A start costs as much as a double and its page do. */
export async function shareChromium(): Promise<SharedChromium> {
  const { chromium } = await import('playwright-core');
  const profile = mkdtempSync(join(tmpdir(), 'electron-double-shared-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    viewport: null,
    // Every double's page is of the same site, so that one process is enough for all of them.
    args: [...doubleChromiumArguments, ...briefPageArguments, '--renderer-process-limit=1'],
  });
  // It stays blank, so that there is always a page.
  const keeper = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(keeper);
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return {
    endpoint: `ws://127.0.0.1:${port}${path}`,
    profile,
    preparePage: async () => {
      await context.clearCookies();
      await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
      await session.send('Network.clearBrowserCache');
      const opened = context.waitForEvent('page', { timeout: 0 });
      // Where the double does not start, nobody waits for it any more.
      opened.catch(() => undefined);
      return { opened };
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
