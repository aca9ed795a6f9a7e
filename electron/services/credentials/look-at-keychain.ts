import { execFile } from 'node:child_process';
import type { Socket } from 'node:net';
import { createChildEnvironment } from '@core/environment/child-environment';
import type { KeychainState } from './secret-store';

/** Who asks waits no longer for a daemon that is deaf. */
const answerWithinMs = 5_000;
/** The question itself stays open for longer, so that others who ask meanwhile know at once. */
const openForMs = 25_000;
/** Why a keychain counts as locked that does not say anything at all. */
export const noAnswer = 'no answer from the keychain';

type Answer = Promise<KeychainState | undefined>;

let running: Answer | undefined;

/**
 * Whether the keychain of this computer can be used now, without writing anything there and without
 * a prompt for the person. On Linux the Secret Service says whether its usual collection is locked.
 * @returns undefined elsewhere, and where the bus cannot be asked: only a call shows it there
 */
export function lookAtKeychain(platform: NodeJS.Platform = process.platform): Answer {
  if (platform !== 'linux') return Promise.resolve(undefined);
  running ??= askWithinTime();
  return running;
}

/** Of a keychain that does not answer the first who asks waits, and nobody again until it does. */
function askWithinTime(): Answer {
  return new Promise((fulfil) => {
    const timer = setTimeout(() => fulfil({ state: 'locked', reason: noAnswer }), answerWithinMs);
    void askService().then((state) => {
      running = undefined;
      clearTimeout(timer);
      fulfil(state);
    });
  });
}

function askService(): Answer {
  const question = [
    ...['--session', '--print-reply=literal', `--reply-timeout=${openForMs}`],
    ...['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets/aliases/default'],
    ...['org.freedesktop.DBus.Properties.Get', 'string:org.freedesktop.Secret.Collection'],
    'string:Locked',
  ];
  const options = { env: createChildEnvironment('keychain', process.env) };
  return new Promise((fulfil) => {
    const child = execFile('dbus-send', question, options, (failure, stdout, stderr) => {
      if (failure === null) fulfil(readAnswer(stdout));
      else if (failure.code === 'ENOENT') fulfil(undefined);
      else fulfil(readRefusal(stderr));
    });
    // The timer keeps the process for as long as somebody waits, and this never does.
    child.unref();
    for (const stream of [child.stdout, child.stderr]) (stream as Socket | null)?.unref();
  });
}

function readAnswer(stdout: string): KeychainState {
  return /boolean\s+false/.test(stdout)
    ? { state: 'ready' }
    : { state: 'locked', reason: 'the collection is locked' };
}

function readRefusal(stderr: string): KeychainState {
  const reason = stderr.trim().split('\n')[0] ?? '';
  if (/^Error .*(?:NoReply|Timeout)/.test(reason)) return { state: 'locked', reason: noAnswer };
  // A service without a collection: one is made, and the person asked for its password, by a write.
  if (/^Error .*\.Unknown(?:Object|Method|Interface|Property)\b/.test(reason)) {
    return { state: 'locked', reason };
  }
  return { state: 'absent', reason };
}
