import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Arguments of every browser the tests start: sound without a click, and no talk with its maker. */
export const chromiumArguments: readonly string[] = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
];

/** The system's Chromium or Chrome; ZIMU_CHROMIUM names another. @throws Error where there is none */
export function findChromium(): string {
  const named = process.env['ZIMU_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const found = names.map((name) => join(folder, name)).find(isProgram);
    if (found !== undefined) return found;
  }
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
