import { createRequire } from 'node:module';
import { createBoundedLane } from './bounded-lane';
import { findKeychainName } from './keychain-name';
import type { KeychainState, SecretStore } from './secret-store';

/**
 * The OS keychain, through keytar. This is its only importer, and it asks for known accounts only:
 * keytar's `findCredentials` ends the process with a segmentation fault on a locked keyring.
 */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

const serviceName = 'zimu-studio';
/** Of this process alone: another one that checks at the same time would delete it under us. */
const probeAccount = `write-probe-${process.pid}`;
/** A daemon that waits for a person to unlock it would otherwise hold the caller for ever. */
const answerWithinMs = 5_000;

/** One for the process: each call that hangs holds a thread of Node's pool, whoever made it. */
const inTurn = createBoundedLane(answerWithinMs, 'no answer from the keychain');

/**
 * The keychain of this computer: one entry for each account under `zimu-studio`. Windows takes at
 * most 2,560 bytes an entry: plenty for a key, and a security token that does not fit beside it is
 * refused like anything else that cannot be kept.
 */
export function createKeychain(): SecretStore {
  return {
    check: checkKeychain,
    findName: () => findKeychainName(),
    async read(account) {
      const keytar = loadKeytar();
      return (await inTurn(() => keytar.getPassword(serviceName, account))) ?? undefined;
    },
    async write(account, secret) {
      const keytar = loadKeytar();
      await inTurn(() => keytar.setPassword(serviceName, account, secret));
    },
    async remove(account) {
      const keytar = loadKeytar();
      if (await inTurn(() => keytar.deletePassword(serviceName, account))) return;
      // A locked keyring has nothing to delete either, until it is unlocked again.
      const state = await checkKeychain();
      if (state.state !== 'ready') throw new Error(state.reason);
    },
  };
}

/**
 * Finds out whether secrets can be kept, by keeping one: reading tells a locked keyring from an
 * empty one no better than a coin, so a harmless entry is written, read back and deleted.
 */
export async function checkKeychain(): Promise<KeychainState> {
  let keytar: Keytar;
  try {
    keytar = loadKeytar();
  } catch (thrown) {
    return { state: 'library-missing', reason: firstLine(thrown) };
  }
  try {
    return await inTurn(() => writeProbe(keytar));
  } catch (thrown) {
    const reason = firstLine(thrown);
    return /locked|object does not exist|no answer/i.test(reason)
      ? { state: 'locked', reason }
      : { state: 'absent', reason };
  }
}

function loadKeytar(): Keytar {
  return createRequire(import.meta.url)('keytar') as Keytar;
}

async function writeProbe(keytar: Keytar): Promise<KeychainState> {
  await keytar.setPassword(serviceName, probeAccount, 'probe');
  const kept = await keytar.getPassword(serviceName, probeAccount);
  await keytar.deletePassword(serviceName, probeAccount);
  return kept === 'probe'
    ? { state: 'ready' }
    : { state: 'locked', reason: 'what was stored did not come back' };
}

function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n')[0] ?? text;
}
