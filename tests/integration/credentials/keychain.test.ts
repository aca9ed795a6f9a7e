import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;

const needsKeyring = 'needs a keyring daemon, which set-up installs on Debian as root only';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zimu-keychain-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What `zimu doctor` says of the keychain, run by a shell script in a session bus of its own. */
function keychainState(script: string): { state: string; detail: string } {
  return keychainStateOf('dbus-run-session', ['--', 'bash', '-c', script]);
}

function keychainStateOf(
  command: string,
  commandArguments: readonly string[],
): { state: string; detail: string } {
  const { stdout, stderr } = spawnSync(command, commandArguments, {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      ZIMU_HOME: join(home, 'zimu'),
      LC_ALL: 'C.UTF-8',
      DOCTOR: `"${process.execPath}" "${join(root, 'scripts/zimu.mjs')}" doctor --json`,
    },
  });
  try {
    // The daemon prints a line of its own before the report.
    const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
      checks: { id: string; state: string; detail: string }[];
    };
    const found = report.checks.find(({ id }) => id === 'keychain');
    return { state: found?.state ?? 'none', detail: found?.detail ?? '' };
  } catch {
    throw new Error(`no report: ${stdout}${stderr}`);
  }
}

const unlock = (password: string): string =>
  `printf '${password}' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1`;

describe('the keychain', () => {
  it('is installed where set-up could install it', () => {
    const load = (): unknown => createRequire(import.meta.url)('keytar');
    // It brings its binaries; the library that they need set-up installs on Debian as root, so there
    // its absence is a fault, not a reason to skip.
    if (isDebianRoot) expect(load).not.toThrow();
  });

  it('is ready with an unlocked keyring', (context) => {
    context.skip(!isDebianRoot, needsKeyring);
    expect(keychainState(`${unlock('secret')} && eval $DOCTOR`)).toEqual({
      state: 'ok',
      detail: 'ready',
    });
  });

  it('is locked when the keyring was not unlocked', (context) => {
    context.skip(!isDebianRoot, needsKeyring);
    keychainState(`${unlock('secret')} && eval $DOCTOR`);
    const { state, detail } = keychainState(
      `gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; eval $DOCTOR`,
    );
    expect(state).toBe('warning');
    expect(detail).toMatch(/^locked/);
  });

  it.each([
    ['without a session bus', ''],
    ['where the bus is no more', 'export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere;'],
  ])('is absent %s', (_name, before) => {
    const { state, detail } = keychainStateOf('bash', ['-c', `${before} eval $DOCTOR`]);
    expect(state).toBe('warning');
    expect(detail).toMatch(/^none can be reached/);
  });
});
