import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

/**
 * One page of the browser, which goes from one studio to the next: a new one in a new profile costs
 * three times as much processor time as a navigation. What a page keeps (cookies, storage,
 * permissions, caches) it keeps by origin, and every process of a studio has an origin of its own.
 */
export interface SharedPage {
  /** The page, blank and as a new one is. */
  lend(): Promise<Page>;
  /** Ends what it shows, as closing the page would, and takes back what was set for the page. */
  takeBack(): Promise<void>;
  /** Forgets what pages of one origin kept, though not what was fetched and compiled of it. */
  forgetOrigin(origin: string): Promise<void>;
}

export const viewport = { width: 1280, height: 800 } as const;

/** Makes the page when it is first asked for; it goes away with the browser. */
export function sharePage(browser: Browser): SharedPage {
  let made: Promise<CleanPage> | undefined;
  return {
    lend: async () => (await (made ??= makePage(browser))).page,
    takeBack: async () => (await made)?.clean(),
    forgetOrigin: async (origin) => (await made)?.forgetOrigin(origin),
  };
}

interface CleanPage {
  readonly page: Page;
  clean(): Promise<void>;
  forgetOrigin(origin: string): Promise<void>;
}

async function makePage(browser: Browser): Promise<CleanPage> {
  // Nothing goes round for ever while a test waits: each frame is drawn by the processor.
  const context = await browser.newContext({
    ...{ locale: 'en-US', viewport, acceptDownloads: true, reducedMotion: 'reduce' },
  });
  const endSessions = watchSessions(context);
  const page = await context.newPage();
  holdChoosers(page);
  return {
    page,
    clean: async () => {
      await endSessions();
      await page.goto('about:blank');
      await page.removeAllListeners(undefined, { behavior: 'wait' });
      holdChoosers(page);
      for (const other of context.pages()) if (other !== page) await other.close();
      await page.unrouteAll({ behavior: 'wait' });
      await context.unrouteAll({ behavior: 'wait' });
      await context.setOffline(false);
      await context.clearCookies();
      await context.clearPermissions();
      await page.emulateMedia({
        ...{ media: null, colorScheme: 'light', reducedMotion: 'reduce' },
        ...{ forcedColors: null, contrast: null },
      });
      await page.setViewportSize(viewport);
      // A page under a pointer that stands still is told of it.
      await page.mouse.move(0, 0);
    },
    forgetOrigin: async (origin) => {
      const session = await context.newCDPSession(page);
      const storageTypes = 'cookies,local_storage,indexeddb,service_workers,cache_storage';
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
      await endSessions();
    },
  };
}

/**
 * Choosers are caught while somebody listens, and from a little later on: too late for a key that
 * is pressed at once. So somebody always does.
 */
function holdChoosers(page: Page): void {
  page.on('filechooser', () => undefined);
}

/** Remembers the sessions of the protocol that tests open; what one emulates ends with it. */
function watchSessions(context: BrowserContext): () => Promise<void> {
  const open = context.newCDPSession.bind(context);
  const sessions: CDPSession[] = [];
  context.newCDPSession = async (target) => {
    const session = await open(target);
    sessions.push(session);
    return session;
  };
  return async () => {
    for (const session of sessions.splice(0)) await session.detach();
  };
}
