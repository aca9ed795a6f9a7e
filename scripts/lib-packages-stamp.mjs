// Tells whether `node_modules` holds the packages of the lock file as it is now, for this system.
// Node built-ins only.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digest } from './lib-build-stamp.mjs';

const root = resolve(import.meta.dirname, '..');
const stampFile = join(root, 'node_modules', '.zimu-packages');

/** Whether they were installed, and nothing has changed since. */
export function arePackagesCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digestWanted();
}

export function writePackagesStamp() {
  writeFileSync(stampFile, digestWanted());
}

function digestWanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return digest([lock, `${process.platform} ${process.arch}`]);
}
