import { writeFileSync } from 'node:fs';

/**
 * Tells who started the program that Electron came as far as to show something (a window, or why
 * there is none). `npm start` names a file for that, and opens a browser where it stays away.
 */
export function noteShown(env: Readonly<Record<string, string | undefined>> = process.env): void {
  const mark = env['ZIMU_SHOWN_MARK'];
  if (mark === undefined || mark === '') return;
  try {
    writeFileSync(mark, '', { mode: 0o600 });
  } catch {
    // Whoever wanted to know is gone, and its folder with it.
  }
}
