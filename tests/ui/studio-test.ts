import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StudioSettings } from '@contract/api';
import { omitUndefined } from '@core/omit-undefined';
import { test as base, type Browser, type Page } from '@playwright/test';
import { findStandaloneTools } from '../helpers/find-standalone-tools';
import type { SharedChromium } from '../electron-double/share-chromium';
import {
  briefPageArguments,
  chromiumArguments,
  findChromium,
  findChromiumWithWindows,
} from './hosts/find-chromium';
import { launchBrowserStudio } from './hosts/launch-browser';
import { findElectron, launchElectronStudio } from './hosts/launch-electron';
import type { HostKind, LaunchStudio, RunningStudio, StudioStart } from './hosts/studio';
import { type SharedPage, sharePage } from './hosts/share-page';
import { StudioWindow } from './pages/studio-window';
import type { RunningCloud } from './start-cloud';

/** A moment is enough; a job that runs has to be stopped first. */
const restMs = 20_000;

export interface StudioTestOptions {
  readonly hostKind: HostKind;
}

/**
 * The studio a test works with: one process and one data folder. A test finds both as new; they may
 * have been those of another test before, which asked for the same.
 */
export interface Studio extends Pick<RunningStudio, 'evaluate' | 'chooseFiles' | 'saveFile'> {
  readonly hostKind: HostKind;
  /** The folder of everything the studio keeps. */
  readonly home: string;
  /** A folder for the test's own files. */
  readonly scratch: string;
  readonly page: Page;
  readonly window: StudioWindow;
  /** Another script for the next job. */
  setScript(script: object): void;
  /** Ends the process and starts it again on the same data folder. */
  restart(how: 'close' | 'kill'): Promise<void>;
  close(): Promise<void>;
}

export interface TestFixtures {
  /**
   * What an engine called "scripted" does, as `engines/scripted/script-file.ts` says it; set with
   * `test.use`. Without one there is no such engine.
   */
  readonly script: object | undefined;
  /** More for the environment of the studio's process, over what it has from the test's own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whose ffmpeg reads recordings: the one that starts quickly, or the system's as for a person. */
  readonly tools: 'standalone' | 'system';
  /** What the studio's settings file holds when it first starts; without any there is no file. */
  readonly settings: StudioSettings | undefined;
  /** A folder for the test's own files. */
  readonly scratch: string;
  /** A file that the studio is started with, made in the test's folder. */
  readonly file: string | undefined;
  /** Whether another test may have its studio; not where something ends with a test that it needs. */
  readonly mayRest: boolean;
  readonly studio: Studio;
}

export interface WorkerFixtures extends StudioTestOptions {
  readonly launch: LaunchStudio;
  /** The browser of this worker, started when first asked for. */
  readonly openBrowser: () => Promise<Browser>;
  /** Studios by what they were asked for, the one that last rested at the end. */
  readonly resting: Map<string, KeptStudio>;
  /**
   * For `cloud-test.ts`. It stands here because tests whose workers have other fixtures run in other
   * workers, each with a browser of its own.
   */
  readonly runningCloud: RunningCloud;
}

interface KeptStudio {
  readonly home: string;
  readonly running: RunningStudio;
}

/** How many may rest at once: one that asks for nothing, and two of what else a file asks for. */
const mostResting = 3;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostKind: ['browser', { option: true, scope: 'worker' }],
  script: [undefined, { option: true }],
  environment: [{}, { option: true }],
  tools: ['standalone', { option: true }],
  settings: [undefined, { option: true }],
  file: [undefined, { option: true }],
  mayRest: [true, { option: true }],

  scratch: async ({ hostKind: _any }, use) => {
    const scratch = mkdtempSync(join(tmpdir(), 'zimu-ui-files-'));
    await use(scratch);
    removeFolder(scratch);
  },

  openBrowser: [
    async ({ playwright }, use, { project }) => {
      let browser: Promise<Browser> | undefined;
      await use(() => {
        // The second tier is shown in the browser that people have.
        const isAsPeopleHave = ['release', 'codecs'].includes(project.name);
        browser ??= playwright.chromium.launch({
          executablePath: isAsPeopleHave ? findChromiumWithWindows() : findChromium(),
          args: [...chromiumArguments, ...(isAsPeopleHave ? [] : briefPageArguments)],
        });
        return browser;
      });
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],

  launch: [
    async ({ hostKind, openBrowser }, use) => {
      let shared: SharedPage | undefined;
      let behindDoubles: Promise<SharedChromium> | undefined;
      const launchers: Readonly<Record<HostKind, LaunchStudio>> = {
        browser: async (start) => {
          shared ??= sharePage(await openBrowser());
          return launchBrowserStudio(shared, start);
        },
        // It builds itself when it is loaded, which only its own project waits for.
        double: async (start) => {
          const [{ launchDoubleStudio }, { shareChromium }] = await Promise.all([
            import('./hosts/launch-double'),
            import('../electron-double/share-chromium'),
          ]);
          behindDoubles ??= shareChromium();
          return launchDoubleStudio(await behindDoubles, start);
        },
        electron: launchElectronStudio,
      };
      await use(launchers[hostKind]);
      await (await behindDoubles)?.close();
    },
    { scope: 'worker' },
  ],

  runningCloud: [
    async ({ hostKind: _any }, use) => {
      const { startCloud } = await import('./start-cloud');
      const cloud = await startCloud();
      await use(cloud);
      await cloud.simulator.close();
    },
    { scope: 'worker' },
  ],

  resting: [
    async ({ launch: _launch }, use) => {
      const resting: WorkerFixtures['resting'] = new Map();
      await use(resting);
      for (const kept of resting.values()) await endStudio(kept);
    },
    { scope: 'worker' },
  ],

  studio: async (
    { hostKind, launch, resting, script, environment, tools, settings, scratch, file, mayRest },
    use,
    testInfo,
  ) => {
    testInfo.skip(
      hostKind === 'electron' && findElectron() === undefined,
      "Electron's program is not on this computer",
    );
    const asked = JSON.stringify([tools, script !== undefined, environment, settings ?? null]);
    const isShared = mayRest && file === undefined;
    const rested = isShared ? resting.get(asked) : undefined;
    if (rested !== undefined) resting.delete(asked);
    const home = rested?.home ?? mkdtempSync(join(tmpdir(), 'zimu-ui-'));
    const scriptFile = nameScriptFile(home);
    const setScript = (steps: object): void => writeFileSync(scriptFile, JSON.stringify(steps));
    if (script !== undefined) setScript(script);
    if (settings !== undefined && rested === undefined) {
      writeFileSync(join(home, 'settings.json'), JSON.stringify(settings));
    }
    const env = {
      ...(tools === 'standalone' ? findStandaloneTools() : {}),
      ...environment,
      ...(script === undefined ? {} : { ZIMU_SCRIPTED_ENGINE: scriptFile }),
    };
    const start = { home, env };
    const open = async (how: StudioStart): Promise<RunningStudio> => {
      const started = await launch(how);
      await waitForWindow(started.page);
      return started;
    };
    let isWhole = isShared;
    let running = rested?.running ?? (await open({ ...start, ...omitUndefined({ file }) }));
    if (rested !== undefined) {
      try {
        await running.wake?.();
        await waitForWindow(running.page);
      } catch (thrown) {
        await endStudio({ home, running });
        throw thrown;
      }
    }
    const studio: Studio = {
      hostKind,
      home,
      scratch,
      setScript,
      get page() {
        return running.page;
      },
      get window() {
        return new StudioWindow(running.page);
      },
      evaluate: (work, argument) => running.evaluate(work, argument),
      chooseFiles: (paths, ask) => running.chooseFiles(paths, ask),
      saveFile: (save) => running.saveFile(save),
      restart: async (how) => {
        isWhole = false;
        await (how === 'kill' ? running.kill() : running.close());
        running = await open(start);
      },
      close: () => {
        isWhole = false;
        return running.close();
      },
    };
    await use(studio);
    const isRestable = isWhole && testInfo.status === testInfo.expectedStatus;
    if (isRestable && (await tryToRest(running, settings))) {
      resting.set(asked, { home, running });
      for (const [first, longest] of resting) {
        if (resting.size <= mostResting) break;
        resting.delete(first);
        await endStudio(longest);
      }
    } else await endStudio({ home, running });
  },
});

/** @returns whether it was emptied in time; one that was not says what is wrong, and is ended */
async function tryToRest(
  running: RunningStudio,
  settings: StudioSettings | undefined,
): Promise<boolean> {
  if (running.rest === undefined) return false;
  const emptied = running.rest(settings).then(() => true);
  const tooLate = wait(restMs, 'it took too long', { ref: false });
  const outcome = await Promise.race([emptied, tooLate]).catch((thrown: unknown) => thrown);
  if (outcome !== true) console.warn(`a studio could not be emptied: ${String(outcome)}`);
  return outcome === true;
}

/** Keys are heard only once the window is there and was painted. */
async function waitForWindow(page: Page): Promise<void> {
  await page.getByRole('banner').waitFor();
  await page.evaluate(
    () => new Promise((fulfil) => requestAnimationFrame(() => setTimeout(fulfil))),
  );
}

/** The script of a studio's engine lies beside its home, which is as a person's would be. */
function nameScriptFile(home: string): string {
  return `${home}-script.json`;
}

async function endStudio({ home, running }: KeptStudio): Promise<void> {
  await running.close();
  removeFolder(home);
  removeFolder(nameScriptFile(home));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export { expect } from '@playwright/test';
