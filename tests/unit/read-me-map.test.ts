import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const readMe = readFileSync(join(root, 'README.md'), 'utf8');
const map = readMe.slice(
  readMe.indexOf('## Map'),
  readMe.indexOf('## How the offline engine works'),
);

test.each([
  'electron',
  'electron/core',
  'electron/services',
  'renderer/src',
  'renderer/src/features',
])('the map in README.md names every folder in %s', (folder) => {
  const names = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name.replaceAll('-', ' '));
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !map.includes(name))).toEqual([]);
});
