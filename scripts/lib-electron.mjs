// Finds Electron's program, and fetches it where it can be had. Its npm package brings none: that
// comes from elsewhere, which many networks do not reach, so it is tried once and never waited for.
// Node built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { withoutAccount } from './lib-environment.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'node_modules', 'electron');
const failedFile = join(root, 'out', '.zimu-electron');
/** To find out whether it can be had at all; the download itself may take longer. */
const probeLimitMs = 3_000;
const downloadLimitMs = 600_000;

/** Electron's program; undefined where it is not there. Its package is not asked: it would download. */
export function findElectron() {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8').trim()
    : (names[process.platform] ?? 'electron');
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

/** Whether a download of this very version is worth a try. */
export function isWorthTrying() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || process.env.ELECTRON_OVERRIDE_DIST_PATH)
    return false;
  if (!existsSync(join(folder, 'install.js'))) return false;
  return !existsSync(failedFile) || readFileSync(failedFile, 'utf8') !== describeWanted();
}

/** Lets the next start try again. */
export function forgetFailure() {
  rmSync(failedFile, { force: true });
}

/** Whether the download can be reached within a few seconds; a failure is remembered. */
export async function canBeHad() {
  const mirror =
    process.env.npm_config_electron_mirror ||
    process.env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/';
  const version = readVersion();
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const { ok } = await fetch(`${mirror}v${version}/${name}`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(probeLimitMs),
    });
    if (ok) return true;
  } catch {
    // No network, no name, no answer in time: it cannot be had.
  }
  rememberFailure();
  return false;
}

/** Runs the package's own installer. Rejects with its output, and remembers that it failed. */
export function download() {
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      cwd: root,
      env: withoutAccount(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: downloadLimitMs,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && findElectron() !== undefined) return fulfil();
      rememberFailure();
      return reject(Object.assign(new Error('the download of Electron failed'), { output }));
    });
  });
}

function rememberFailure() {
  mkdirSync(dirname(failedFile), { recursive: true });
  writeFileSync(failedFile, describeWanted());
}

function describeWanted() {
  return `${readVersion()} ${process.platform} ${process.arch}`;
}

function readVersion() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
