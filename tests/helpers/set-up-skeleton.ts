import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * A folder in which set-up finds everything done: the scripts, this build, no packages of its own
 * (what is built takes them from here), and a path without any program of the system.
 */
export function makeSkeleton(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zimu-skeleton-'));
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name));
  }
  for (const name of ['electron', 'renderer', 'resources', 'electron.vite.config.ts']) {
    symlinkSync(join(root, name), join(folder, name));
  }
  mkdirSync(join(folder, 'out'));
  for (const name of ['main', 'preload', 'renderer']) {
    symlinkSync(join(root, 'out', name), join(folder, 'out', name));
  }
  mkdirSync(join(folder, 'node_modules', 'electron'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  const program = `
    const { digestSources, writeStamp } = await import('./scripts/lib-build-stamp.mjs');
    const { writePackagesStamp } = await import('./scripts/lib-packages-stamp.mjs');
    writeStamp(digestSources());
    writePackagesStamp();`;
  const words = ['--input-type=module', '--eval', program];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

/** Puts a program in the place of Electron's; gives the folder it lies in. */
export function placeElectron(folder: string, lines: string): string {
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'electron'), `#!/bin/sh\n${lines}\n`);
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
}
