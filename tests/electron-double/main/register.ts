import Module from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ControlAnswer, ControlRequest } from '../messages';
import { app } from './app';
import { attachToChromium, detachFromChromium } from './chromium';
import { electron } from './electron';
import { lifecycle } from './lifecycle';
import { placeShim } from './place-shim';

/**
 * Started by plain Node in the place of Electron: runs the program named by ELECTRON_DOUBLE_MAIN,
 * which gets the double wherever it imports or requires `electron`, and takes work from the test
 * that started this process.
 */
// Electron's second word is the folder of the application, not a script.
process.argv[1] = process.env['ELECTRON_DOUBLE_APP']!;

(globalThis as Record<string, unknown>)['electronDouble'] = electron;
placeShim(dirname(process.env['ELECTRON_DOUBLE_MAIN']!), Object.keys(electron));
const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (name, ...rest) =>
  /^electron(\/main|\/common)?$/.test(name) ? electron : load(name, ...rest);

const answer = (message: ControlAnswer): void => void process.send?.(message);

process.on('message', ({ id, work, argument }: ControlRequest) => {
  Promise.resolve()
    // The test sends the text of a function, as Playwright does with Electron.
    .then(() => (0, eval)(`(${work})`) as (module: unknown, argument: unknown) => unknown)
    .then((run) => run(electron, argument))
    .then((value) => answer({ kind: 'result', id, value }))
    .catch((thrown: unknown) => {
      const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      answer({ kind: 'failure', id, message });
    });
});
// The test is gone, and so is the reason to run.
process.on('disconnect', () => process.exit(1));

/** Of the Chromium behind the windows; there need not be any. */
const endpoint = process.env['ELECTRON_DOUBLE_ENDPOINT'];
lifecycle.closeBrowser = detachFromChromium;

/** As in Electron, a program that waits for `ready` while it is being loaded waits for ever. */
async function begin(): Promise<void> {
  await import(pathToFileURL(process.env['ELECTRON_DOUBLE_MAIN']!).href);
  if (endpoint !== undefined) await attachToChromium(endpoint);
  app.becomeReady();
  answer({ kind: 'ready' });
}

begin().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  process.exit(1);
});
