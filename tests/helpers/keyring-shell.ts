import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Why the tests on a real keyring cannot run here; undefined where they can. */
export function whyNoKeyring(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  const missing = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon'].filter(
    (name) => !folders.some((folder) => existsSync(join(folder, name))),
  );
  return missing.length === 0 ? undefined : `needs ${missing.join(', ')}`;
}

const callBus = 'dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /';
const askBus = (question: string): string =>
  `${callBus} org.freedesktop.DBus.${question} string:org.freedesktop.secrets`;
/** The daemon answers its caller before it is on the bus, which would then start another one. */
const untilThere = `for try in $(seq 500); do
      if ${askBus('NameHasOwner')} | grep -q true; then break; fi
    done`;
const findDaemon = `DAEMON=$(${askBus('GetConnectionUnixProcessID')} | sed 's/.* //')`;

/** What a shell in the session does; a keyring has the password "secret". */
export const shell = {
  /** Starts the daemon and unlocks the keyring, which is made if there is none. */
  unlock: `printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    ${untilThere}`,
  start: `gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
    ${untilThere}`,
  lock: `dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
    org.freedesktop.Secret.Service.Lock \
    array:objpath:/org/freedesktop/secrets/collection/login >/dev/null`,
  /** Makes the daemon deaf until `wake` or the shell's end. */
  stop: `${findDaemon}; export DAEMON
    trap 'kill -CONT "$DAEMON"' EXIT; kill -STOP "$DAEMON"`,
  wake: 'kill -CONT "$DAEMON"',
  /** Whoever is asked for a password from then on types none, and closes no window. */
  leaveUnanswered: `"$NODE" "$PROMPTER" > "$HOME/prompter" &
    until [ -s "$HOME/prompter" ]; do :; done`,
  /** From then on, what is asked of the keyring is written to `asked` in the home folder. */
  listen: `dbus-monitor --session "destination='org.freedesktop.secrets'" > "$HOME/asked" & MONITOR=$!
    until [ -s "$HOME/asked" ]; do :; done`,
  /** Puts what was asked into place, whole. */
  stopListening: 'kill "$MONITOR"; wait "$MONITOR" || true',
} as const;
