import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

let context: BrowserContext | undefined;
let firstPage: Page | undefined;

/**
 * Starts Chromium for this process, cut off from any network.
 * @param profile an empty folder, which belongs to who started this process
 * @returns the address at which a test can attach to it as well
 */
export async function startChromium(executablePath: string, profile: string): Promise<string> {
  // Half a second to load, which a double without a browser need not spend.
  const { chromium } = await import('playwright-core');
  context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: null,
    args: [
      '--remote-debugging-port=0',
      '--window-size=1280,800',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  firstPage = context.pages()[0];
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/** A new page; undefined where the double runs without a browser. */
export async function createPage(): Promise<Page | undefined> {
  const page = firstPage ?? (await context?.newPage());
  firstPage = undefined;
  return page;
}

export async function stopChromium(): Promise<void> {
  await context?.close();
}
