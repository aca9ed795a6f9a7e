import type { KeychainState, SecretAccount, SecretStore } from './secret-store';

/** A {@link SecretStore} whose state can be chosen and whose content can be looked at. */
export interface MemorySecretStore extends SecretStore {
  readonly entries: Map<SecretAccount, string>;
  setState(state: KeychainState): void;
}

/**
 * Keeps secrets in memory, with the manners of a real keychain: locked, it has no entry to read and
 * takes none; absent, every call fails. For tests; the product falls back on the session instead.
 */
export function createMemorySecretStore(
  given: KeychainState = { state: 'ready' },
): MemorySecretStore {
  let state = given;
  const entries = new Map<SecretAccount, string>();
  // As late as a real one answers: never in the same turn.
  const answer = async (isEnoughLocked = false): Promise<void> => {
    await Promise.resolve();
    if (state.state === 'ready' || (isEnoughLocked && state.state === 'locked')) return;
    throw new Error(state.reason);
  };
  const read = async (account: SecretAccount): Promise<string | undefined> => {
    await answer(true);
    return state.state === 'ready' ? entries.get(account) : undefined;
  };
  return {
    entries,
    setState: (next) => {
      state = next;
    },
    check: () => Promise.resolve(state),
    unlock: () => Promise.resolve(state),
    findName: () => Promise.resolve(undefined),
    look: read,
    read,
    async write(account, secret) {
      await answer();
      entries.set(account, secret);
    },
    async remove(account) {
      await answer();
      entries.delete(account);
    },
  };
}
