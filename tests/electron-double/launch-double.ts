// The test double of Electron: runs the built out/main and out/preload in plain Node, with
// Chromium behind the windows. What runs here "runs under the double"; it was not run in Electron.
//
// tests/electron-double/launch-double.ts
//   launchDouble({ env, args }): Promise<RunningDouble>   with a page of Chromium, for Playwright
//   launchDoubleIn(await shareChromium(), { env, args })  the same in a Chromium for several
//   startDouble({ env, args }): Promise<DoubleProcess>    the main process alone, no browser
//   runDouble({ env, args })                              the same, until it ends by itself
// `evaluate(fn, arg)` runs fn(electron, arg) in the main process, as Playwright's
// ElectronApplication.evaluate does; `electron.testDouble` is what only the double has. Dialogs
// throw until a test puts its answer there: evaluate(({ dialog }) => { dialog.showOpenDialog = … }).
// Every test gives its own ZIMU_HOME. Differences from Electron: page.url() is
// https://studio.app.test/index.html where Electron has app://studio/index.html, and a page is
// reloaded by page.reload(), never by page.goto('app://…').
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Electron from 'electron';
import type { Page } from 'playwright-core';
import { buildDouble } from './build-double';
import type { TestDouble } from './main/electron';
import type { ControlAnswer, ControlRequest } from './messages';
import { shareChromium, type SharedChromium } from './share-chromium';

const root = resolve(import.meta.dirname, '../..');

/** Electron's module as the program has it, and what only the double has. */
export type DoubleElectron = typeof Electron & { readonly testDouble: TestDouble };

export interface DoubleOptions {
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Words of the command line after the application, such as a file to open. */
  readonly args?: readonly string[];
}

/** The main process under the double. */
export interface DoubleProcess {
  readonly process: ChildProcess;
  /** Runs a function there; it must not use anything from outside of it but its argument. */
  evaluate<Argument, Result>(
    work: (electron: DoubleElectron, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  /** Everything it wrote to stderr so far. */
  readErrors(): string;
  /** The exit code, once it has ended by itself. */
  waitForExit(): Promise<number | null>;
  /** Quits as a person would, and waits for the end. Gives the exit code. */
  close(): Promise<number | null>;
  /** Ends it without warning. */
  kill(): Promise<void>;
}

export interface RunningDouble extends DoubleProcess {
  readonly page: Page;
}

export interface DoubleWithBrowser extends RunningDouble {
  /** The folder of its Chromium. */
  readonly profile: string;
}

/** Starts the built main process with no browser: a window is made, and shows nothing. */
export async function startDouble(options: DoubleOptions = {}): Promise<DoubleProcess> {
  const double = await start(options);
  await waitForWindow(double);
  return double;
}

/** As {@link startDouble} where there may never be a window: waits for the end of the process. */
export async function runDouble(
  options: DoubleOptions = {},
): Promise<{ readonly code: number | null; readonly errors: string }> {
  const double = await start(options);
  const code = await double.waitForExit();
  return { code, errors: double.readErrors() };
}

/** Starts the built main process with a Chromium of its own, and waits for its window's page. */
export async function launchDouble(options: DoubleOptions = {}): Promise<DoubleWithBrowser> {
  const chromium = await shareChromium();
  try {
    const double = await launchDoubleIn(chromium, options);
    return {
      ...double,
      profile: chromium.profile,
      kill: async () => {
        await double.kill();
        await chromium.close();
      },
      close: async () => {
        const code = await double.close();
        await chromium.close();
        return code;
      },
    };
  } catch (thrown) {
    await chromium.close();
    throw thrown;
  }
}

/** As {@link launchDouble} with a page of a Chromium that others use as well. */
export async function launchDoubleIn(
  shared: SharedChromium,
  options: DoubleOptions = {},
): Promise<RunningDouble> {
  const { opened } = await shared.preparePage();
  const double = await start(options, { ELECTRON_DOUBLE_ENDPOINT: shared.endpoint });
  try {
    await waitForWindow(double);
    const page = await opened;
    await page.waitForLoadState('load');
    return {
      ...double,
      page,
      kill: async () => {
        await double.kill();
        await page.close();
      },
    };
  } catch (thrown) {
    await double.kill();
    throw thrown;
  }
}

interface Waiting {
  readonly fulfil: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

async function start(
  { env, args = [] }: DoubleOptions,
  browser: Readonly<Record<string, string>> = {},
): Promise<DoubleProcess> {
  const built = await buildDouble();
  const scratch = mkdtempSync(join(tmpdir(), 'electron-double-'));
  const child = spawn(process.execPath, [join(built, 'register.mjs'), ...args], {
    env: {
      ...process.env,
      ELECTRON_DOUBLE_APP: root,
      ELECTRON_DOUBLE_MAIN: join(root, 'out/main/index.js'),
      ...browser,
      TMPDIR: scratch,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exited = once(child, 'exit').then(([code]) => {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    return code as number | null;
  });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const ready = new Promise<void>((fulfil) => {
    child.on('message', (message: ControlAnswer) => {
      if (message.kind === 'ready') {
        fulfil();
        return;
      }
      const work = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'result') work?.fulfil(message.value);
      else work?.reject(new Error(message.message));
    });
  });
  void exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`the double ended: ${errors}`));
  });
  const evaluate: DoubleProcess['evaluate'] = async (work, argument) => {
    const request: ControlRequest = { id: count++, work: work.toString(), argument };
    const result = await new Promise<unknown>((fulfil, reject) => {
      waiting.set(request.id, { fulfil, reject });
      child.send(request, (error) => {
        if (error !== null) reject(error);
      });
    });
    return result as never;
  };
  const double: DoubleProcess = {
    process: child,
    evaluate,
    readErrors: () => errors,
    waitForExit: () => exited,
    close: async () => {
      // It may end before it can answer.
      if (child.connected) await evaluate(({ app }) => app.quit()).catch(() => undefined);
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
  await Promise.race([ready, exited]);
  return double;
}

/** @throws Error if the process ends instead */
async function waitForWindow(double: DoubleProcess): Promise<void> {
  await double
    .evaluate(({ testDouble }) => testDouble.waitForWindow())
    .catch(async () => {
      const code = await double.waitForExit();
      throw new Error(`the double ended with ${code}: ${double.readErrors()}`);
    });
}
