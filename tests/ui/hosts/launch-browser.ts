import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from '@contract/client';
import { createHttpTransport } from '../../../renderer/src/client/http-transport';
import { makeHostFetch } from '../../helpers/host-fetch';
import { forgetWork } from './forget-work';
import type { SharedPage } from './share-page';
import type { RunningStudio, StudioStart } from './studio';

const root = resolve(import.meta.dirname, '../../..');

/** The built browser host as a process of its own, shown by the page of this worker. */
export async function launchBrowserStudio(
  shared: SharedPage,
  start: StudioStart,
): Promise<RunningStudio> {
  const host = await startHost(start);
  const page = await shared.lend();
  await page.goto(host.url);
  return {
    page,
    evaluate: () => Promise.reject(new Error('the browser host has no main process')),
    chooseFiles: async (paths, ask) => {
      const asked = page.waitForEvent('filechooser');
      await ask();
      await (await asked).setFiles([...paths]);
    },
    saveFile: async (save) => {
      const offered = page.waitForEvent('download');
      await save();
      const download = await offered;
      return {
        name: download.suggestedFilename(),
        text: readFileSync(await download.path(), 'utf8'),
      };
    },
    close: async () => {
      await shared.takeBack();
      await host.end('SIGTERM');
    },
    kill: async () => {
      await host.end('SIGKILL');
      await shared.takeBack();
    },
    rest: async (settings) => {
      await shared.takeBack();
      await shared.forgetOrigin(new URL(host.url).origin);
      const transport = createHttpTransport({ fetch: makeHostFetch(() => host.url), retryMs: 50 });
      try {
        await forgetWork(createClient(transport), start.home, settings);
      } finally {
        transport.close();
      }
    },
    wake: async () => {
      await page.goto(host.url);
    },
  };
}

export interface BrowserHost {
  readonly url: string;
  readonly process: ChildProcess;
  /** Sends a signal and waits for the end; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `zimu serve --json` on a free port and reads the address from its first line. */
export async function startHost({ home, env, file }: StudioStart): Promise<BrowserHost> {
  const child = spawn(
    process.execPath,
    [
      resolve(root, 'scripts/zimu.mjs'),
      ...['serve', '--json', '--port', '0'],
      ...(file === undefined ? [] : [file]),
    ],
    {
      cwd: home,
      env: { ...process.env, HOME: home, ZIMU_HOME: home, LC_ALL: 'C.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close');
  const firstLine = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => line as string),
    ended.then(() => {
      throw new Error(`the host ended before it gave its address: ${errors}`);
    }),
  ]);
  const { url } = JSON.parse(firstLine) as { readonly url: string };
  return {
    url,
    process: child,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
