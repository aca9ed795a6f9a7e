import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Everything in a folder and itself, with its mode: `projects/… 700`. */
export function listModes(folder: string): readonly (readonly [string, string])[] {
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return ['', ...inside].map((name) => [
    name,
    (lstatSync(join(folder, name)).mode & 0o777).toString(8),
  ]);
}

/** What others may do anything with. */
export function findOpen(folder: string): string[] {
  return listModes(folder)
    .filter(([, mode]) => !mode.endsWith('00'))
    .map(([name, mode]) => `${name} ${mode}`);
}
