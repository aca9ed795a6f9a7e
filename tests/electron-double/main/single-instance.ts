import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface SecondStart {
  readonly words: readonly string[];
  readonly workingDirectory: string;
  readonly data: unknown;
}

/**
 * Electron's lock on a user data folder, between processes under the double. The second start lays
 * down what it has to say and wakes the first one, all before this returns.
 * @returns whether this process is the first one
 */
export function claimInstance(
  userData: string,
  data: unknown,
  hear: (sent: SecondStart) => void,
): boolean {
  const lock = join(userData, 'double.lock');
  const mail = join(userData, 'double-mail');
  const first = readOwner(lock);
  if (first !== undefined) {
    const sent: SecondStart = { words: process.argv, workingDirectory: process.cwd(), data };
    writeFileSync(join(mail, String(process.pid)), JSON.stringify(sent));
    process.kill(first, 'SIGUSR2');
    return false;
  }
  mkdirSync(mail, { recursive: true });
  writeFileSync(lock, String(process.pid));
  process.on('SIGUSR2', () => {
    for (const name of readdirSync(mail)) {
      const sent = JSON.parse(readFileSync(join(mail, name), 'utf8')) as SecondStart;
      rmSync(join(mail, name));
      hear(sent);
    }
  });
  return true;
}

/** The running process that has the lock. */
function readOwner(lock: string): number | undefined {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    process.kill(owner, 0);
    return owner;
  } catch {
    // No lock, or that of a process that is no more.
    return undefined;
  }
}
