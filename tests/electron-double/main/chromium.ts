import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { doubleChromiumArguments } from '../chromium-arguments';

let context: BrowserContext | undefined;
let firstPage: Page | undefined;
let closeAll = async (): Promise<void> => Promise.resolve();

/**
 * Starts Chromium for this process, cut off from any network.
 * @param profile an empty folder, which belongs to who started this process
 * @returns the address at which a test can attach to it as well
 */
export async function startChromium(executablePath: string, profile: string): Promise<string> {
  // Half a second to load, which a double without a browser need not spend.
  const { chromium } = await import('playwright-core');
  const own = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: null,
    args: [...doubleChromiumArguments],
  });
  context = own;
  closeAll = () => own.close();
  firstPage = own.pages()[0];
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/** Attaches to a Chromium that somebody else started, and leaves it as it was. */
export async function attachToChromium(endpoint: string): Promise<void> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.connectOverCDP(endpoint, { isLocal: true });
  context = browser.contexts()[0];
  closeAll = () => browser.close();
}

/** A new page; undefined where the double runs without a browser. */
export async function createPage(): Promise<Page | undefined> {
  const page = firstPage ?? (await context?.newPage());
  firstPage = undefined;
  return page;
}

export async function stopChromium(): Promise<void> {
  await closeAll();
}
