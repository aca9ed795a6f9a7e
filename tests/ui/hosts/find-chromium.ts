import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const withWindows = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium without the parts that draw its own windows takes a quarter less of the processor. */
const headlessOnly = ['chromium-headless-shell', 'chrome-headless-shell'];

/**
 * Arguments of every browser the tests start: sound without a click, no talk with its maker, and one
 * process that draws all pages. Each test's studio is a site of its own, for which Chromium would
 * start a process anew and compile the window's code again: a fifth of what a test takes.
 */
export const chromiumArguments: readonly string[] = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
];

/**
 * Pages live for seconds here: what V8's optimising compilers spend on their code is never made up
 * for, a seventh of what the browser takes. People's browsers have them, and so does the second tier.
 */
export const briefPageArguments: readonly string[] = ['--js-flags=--no-maglev,--no-turbofan'];

/** The browser tests run in: the system's; ZIMU_CHROMIUM names another. @throws Error where there is none */
export function findChromium(): string {
  const named = process.env['ZIMU_CHROMIUM'];
  return named !== undefined && named !== '' ? named : find([...headlessOnly, ...withWindows]);
}

/** The system's Chromium or Chrome as people have it, else the one named. @throws Error where there is none */
export function findChromiumWithWindows(): string {
  return find(withWindows, process.env['ZIMU_CHROMIUM']);
}

function find(names: readonly string[], other = ''): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(isProgram);
    if (found !== undefined) return found;
  }
  if (other !== '') return other;
  throw new Error(`none of ${names.join(', ')} is on PATH; "npm run setup" installs one`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
