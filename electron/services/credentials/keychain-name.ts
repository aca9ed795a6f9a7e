import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createChildEnvironment } from '@core/environment/child-environment';

const answerWithinMs = 2_000;

/** The programs behind the Secret Service of a Linux desktop, by the kernel's name (15 characters). */
const namesByProgram: readonly (readonly [RegExp, string])[] = [
  [/^gnome-keyring/, 'GNOME Keyring'],
  [/^(?:kwalletd|ksecretd)/, 'KWallet'],
  [/^keepassxc/, 'KeePassXC'],
];

/**
 * What a person calls the keychain of this computer. On Linux the session bus is asked which
 * process has taken the service's name, as several programs can.
 * @returns undefined where it cannot be told
 */
export async function findKeychainName(
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  if (platform === 'darwin') return 'macOS Keychain';
  if (platform === 'win32') return 'Windows Credential Manager';
  try {
    const { stdout } = await promisify(execFile)(
      'dbus-send',
      [
        ...['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/'],
        'org.freedesktop.DBus.GetConnectionUnixProcessID',
        'string:org.freedesktop.secrets',
      ],
      { timeout: answerWithinMs, env: createChildEnvironment('keychain', process.env) },
    );
    const processId = /uint32 (\d+)/.exec(stdout)?.[1];
    if (processId === undefined) return undefined;
    const program = await readFile(`/proc/${processId}/comm`, 'utf8');
    return namesByProgram.find(([pattern]) => pattern.test(program))?.[1];
  } catch {
    // No such tool, no bus, or a bus of another computer's processes: it goes without a name.
    return undefined;
  }
}
