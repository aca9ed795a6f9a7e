// Builds the code, then fetches and prepares the speech models where they are missing.
// `--code-only` leaves the models alone.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { digestSources, removeStamp, writeStamp } from './lib-build-stamp.mjs';

const root = resolve(import.meta.dirname, '..');
const electronVite = join(
  dirname(createRequire(join(root, 'package.json')).resolve('electron-vite/package.json')),
  'bin/electron-vite.js',
);

const sources = digestSources();
removeStamp();
run([electronVite, 'build', '--logLevel', 'warn']);
writeStamp(sources);
if (!process.argv.includes('--code-only')) run(['out/main/prepare-models.js']);

function run(nodeArguments) {
  const { status } = spawnSync(process.execPath, nodeArguments, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
