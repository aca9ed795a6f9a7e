import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { shell } from './keyring-shell';

/** A keyring that programs started with its environment find. */
export interface RunningKeyring {
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts a gnome-keyring, unlocked unless asked otherwise, in a session bus and a home folder of its
 * own; it lives as long as the shell in that session, which ends with its standard input.
 */
export async function startKeyring({ isLocked = false } = {}): Promise<RunningKeyring> {
  const home = mkdtempSync(join(tmpdir(), 'zimu-keyring-'));
  const runtime = join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const script = [
    shell.unlock,
    ...(isLocked ? [shell.lock] : []),
    'echo "$DBUS_SESSION_BUS_ADDRESS"',
    'read -r || true',
  ].join('\n');
  const session = spawn('dbus-run-session', ['--', 'bash', '-euc', script], {
    env: {
      ...{ PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: runtime, LC_ALL: 'C.UTF-8' },
    },
    // A daemon that outlives the session would hold a pipe for complaints open.
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(session, 'exit');
  const address = await Promise.race([
    once(createInterface({ input: session.stdout }), 'line').then(([line]) => String(line)),
    ended.then(([code]) => {
      throw new Error(`the session with the keyring ended with ${String(code)}`);
    }),
  ]);
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime },
    stop: async () => {
      session.stdin.end();
      await ended;
      // The daemon notices the end of its session a little later, and tidies up then.
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
