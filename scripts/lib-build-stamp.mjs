// Tells whether `out` was built from the sources as they are now. The build leaves a stamp, a digest
// of all it read, and whoever runs the result compares it. Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const stampFile = join(root, 'out', '.zimu-build');
const programs = ['cli.js', 'prepare-models.js'].map((name) => join(root, 'out', 'main', name));
const ownFiles = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
  'scripts/build.mjs',
];

/** A digest of everything a build depends on. */
export function digestSources() {
  const files = ownFiles.map((name) => join(root, name));
  for (const folder of ['electron', 'renderer', 'resources/icons']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  return digest(files.sort().map((path) => `${path} ${digest([readFileSync(path)])}`));
}

/** Whether the programs are there and of these very sources. */
export function isBuildCurrent() {
  if (!programs.every((path) => existsSync(path)) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8') === digestSources();
}

/** To be called before `out` changes: a build that is cut off leaves no stamp. */
export function removeStamp() {
  rmSync(stampFile, { force: true });
}

/** Takes the digest from before the build: what was edited while it ran is not in it. */
export function writeStamp(sources) {
  writeFileSync(stampFile, sources);
}

export function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
