import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from './hosts/find-chromium';
import { launchBrowserStudio } from './hosts/launch-browser';
import { findElectron, launchElectronStudio } from './hosts/launch-electron';
import type { HostKind, LaunchStudio, RunningStudio } from './hosts/studio';
import { StudioWindow } from './pages/studio-window';

export interface StudioTestOptions {
  readonly hostKind: HostKind;
}

/** The studio a test works with: one process and one data folder, which go away with the test. */
export interface Studio extends Pick<RunningStudio, 'evaluate' | 'chooseFiles' | 'saveFile'> {
  readonly hostKind: HostKind;
  /** The folder of everything the studio keeps. */
  readonly home: string;
  /** A folder for the test's own files. */
  readonly scratch: string;
  readonly page: Page;
  readonly window: StudioWindow;
  /** Ends the process and starts it again on the same data folder. */
  restart(how: 'close' | 'kill', options?: { readonly file?: string }): Promise<void>;
  close(): Promise<void>;
}

interface TestFixtures {
  /** Environment and command line of the studio; set with `test.use`. */
  readonly studioEnv: Readonly<Record<string, string>>;
  readonly studio: Studio;
}

interface WorkerFixtures extends StudioTestOptions {
  readonly launch: LaunchStudio;
  /** The browser of this worker, started when first asked for. */
  readonly openBrowser: () => Promise<Browser>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostKind: ['browser', { option: true, scope: 'worker' }],
  studioEnv: [{}, { option: true }],

  openBrowser: [
    // Playwright reads the names of a fixture's needs from this pattern, also where there are none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => {
        browser ??= chromium.launch({
          executablePath: findChromium(),
          args: [...chromiumArguments],
        });
        return browser;
      });
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],

  launch: [
    async ({ hostKind, openBrowser }, use) => {
      const launchers: Readonly<Record<HostKind, LaunchStudio>> = {
        browser: async (start) => launchBrowserStudio(await openBrowser(), start),
        // It builds itself when it is loaded, which only its own project waits for.
        double: async (start) =>
          (await import('./hosts/launch-double')).launchDoubleStudio(start),
        electron: launchElectronStudio,
      };
      await use(launchers[hostKind]);
    },
    { scope: 'worker' },
  ],

  studio: async ({ hostKind, launch, studioEnv }, use, testInfo) => {
    testInfo.skip(
      hostKind === 'electron' && findElectron() === undefined,
      "Electron's program is not on this computer",
    );
    const home = mkdtempSync(join(tmpdir(), 'zimu-ui-'));
    const scratch = mkdtempSync(join(tmpdir(), 'zimu-ui-files-'));
    const start = { home, env: studioEnv };
    let running = await launch(start);
    const studio: Studio = {
      hostKind,
      home,
      scratch,
      get page() {
        return running.page;
      },
      get window() {
        return new StudioWindow(running.page);
      },
      evaluate: (work, argument) => running.evaluate(work, argument),
      chooseFiles: (paths, ask) => running.chooseFiles(paths, ask),
      saveFile: (save) => running.saveFile(save),
      restart: async (how, options) => {
        await (how === 'kill' ? running.kill() : running.close());
        running = await launch({ ...start, ...options });
      },
      close: () => running.close(),
    };
    await use(studio);
    await running.close();
    for (const folder of [home, scratch]) rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
