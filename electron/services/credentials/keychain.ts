import { fileURLToPath } from 'node:url';
import { describeThrown } from '@core/errors/studio-error';
import { createBoundedLane } from './bounded-lane';
import { findKeychainName } from './keychain-name';
import { createKeychainProcess, LibraryMissing } from './keychain-process';
import type { KeychainState, SecretStore } from './secret-store';

const serviceName = 'zimu-studio';
/** Of this process alone: another one that checks at the same time would delete it under us. */
const probeAccount = `write-probe-${process.pid}`;
/** A daemon that waits for a person to unlock it would otherwise hold the caller for ever. */
const answerWithinMs = 5_000;

/** One for the process, whoever calls: a child, and of its threads one at most that hangs. */
const keytar = createKeychainProcess(
  fileURLToPath(new URL('./keychain-child.js', import.meta.url)),
);
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
      return (await inTurn(() => keytar.getPassword(serviceName, account))) ?? undefined;
    },
    async write(account, secret) {
      await inTurn(() => keytar.setPassword(serviceName, account, secret));
    },
    async remove(account) {
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
  try {
    return await inTurn(writeProbe);
  } catch (thrown) {
    const reason = describeThrown(thrown);
    if (thrown instanceof LibraryMissing) return { state: 'library-missing', reason };
    return /locked|object does not exist|no answer/i.test(reason)
      ? { state: 'locked', reason }
      : { state: 'absent', reason };
  }
}

async function writeProbe(): Promise<KeychainState> {
  await keytar.setPassword(serviceName, probeAccount, 'probe');
  const kept = await keytar.getPassword(serviceName, probeAccount);
  await keytar.deletePassword(serviceName, probeAccount);
  return kept === 'probe'
    ? { state: 'ready' }
    : { state: 'locked', reason: 'what was stored did not come back' };
}
