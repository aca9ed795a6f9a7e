import { fileURLToPath } from 'node:url';
import { describeThrown } from '@core/errors/studio-error';
import { createBoundedLane } from './bounded-lane';
import { findKeychainName } from './keychain-name';
import { createKeychainProcess, LibraryMissing } from './keychain-process';
import { lookAtKeychain, noAnswer } from './look-at-keychain';
import type { KeychainState, SecretStore } from './secret-store';

const serviceName = 'zimu-studio';
/** Of this process alone: another one that asks at the same time would delete it under us. */
const probeAccount = `write-probe-${process.pid}`;
/** For what nobody asked for: a keychain that needs a person is not waited for. */
const lookMs = 5_000;
/** For what a person asked for: time to find the system's window and to type a password into it. */
const usualPersonMs = 60_000;

/** One for the process, whoever calls: a child, and of its threads one at most that hangs. */
const keytar = createKeychainProcess(
  fileURLToPath(new URL('./keychain-child.js', import.meta.url)),
);
const inTurn = createBoundedLane(noAnswer);
/** Asks nothing of the keychain, so it waits for nobody who does. */
const loading = createBoundedLane(noAnswer);
/** What the last call met, where the system does not say how things stand. */
let lastRefusal: KeychainState | undefined;

export interface KeychainOptions {
  /** How long a person has to unlock it, ms. */
  readonly personMs?: number;
}

/**
 * The keychain of this computer: one entry for each account under `zimu-studio`. Windows takes at
 * most 2,560 bytes an entry: plenty for a key, and a security token that does not fit beside it is
 * refused like anything else that cannot be kept.
 */
export function createKeychain({ personMs = usualPersonMs }: KeychainOptions = {}): SecretStore {
  /** With a person's patience, unless nobody is there to ask one. */
  const call = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const look = await lookAtKeychain();
    if (look?.state === 'locked' && look.reason === noAnswer) throw new Error(noAnswer);
    return attempt(work, personMs);
  };
  const write = async (account: string, secret: string): Promise<void> => {
    await keytar.setPassword(serviceName, account, secret);
    if ((await keytar.getPassword(serviceName, account)) !== secret) {
      throw new Error('what was stored did not come back: it is locked');
    }
  };
  return {
    check: checkKeychain,
    findName: () => findKeychainName(),
    async unlock() {
      try {
        await call(async () => {
          await write(probeAccount, 'probe');
          await keytar.deletePassword(serviceName, probeAccount);
        });
      } catch {
        // What it was is what a look says now.
      }
      return checkKeychain();
    },
    async look(account) {
      const read = (): Promise<string | null> => keytar.getPassword(serviceName, account);
      return (await attempt(read, lookMs)) ?? undefined;
    },
    async read(account) {
      return (await call(() => keytar.getPassword(serviceName, account))) ?? undefined;
    },
    write: (account, secret) => call(() => write(account, secret)),
    async remove(account) {
      if (await call(() => keytar.deletePassword(serviceName, account))) return;
      // A locked keyring has nothing to delete either, until it is unlocked again.
      const state = await checkKeychain();
      if (state.state !== 'ready') throw new Error(state.reason);
    },
  };
}

/**
 * Whether secrets can be kept and read, as far as that can be told without writing anything and
 * without asking a person.
 */
export async function checkKeychain(): Promise<KeychainState> {
  try {
    await loading(() => keytar.load(), lookMs);
  } catch (thrown) {
    if (thrown instanceof LibraryMissing) return toState(thrown);
    // The child ended; the next call starts another one.
  }
  // Where the system does not say, it is taken as ready until a call fails.
  return (await lookAtKeychain()) ?? lastRefusal ?? { state: 'ready' };
}

async function attempt<Value>(work: () => Promise<Value>, limitMs: number): Promise<Value> {
  try {
    const value = await inTurn(work, limitMs);
    lastRefusal = undefined;
    return value;
  } catch (thrown) {
    lastRefusal = toState(thrown);
    throw thrown;
  }
}

function toState(thrown: unknown): KeychainState {
  const reason = describeThrown(thrown);
  if (thrown instanceof LibraryMissing) return { state: 'library-missing', reason };
  return /locked|object does not exist|no answer|cancel/i.test(reason)
    ? { state: 'locked', reason }
    : { state: 'absent', reason };
}
