import type { CredentialChange, CredentialKind, CredentialsDescription } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface CredentialsState {
  /** Undefined until it was asked for: each question may make the system ask for a password. */
  readonly description: CredentialsDescription | undefined;
  /** Why there is no description, or none that is new. */
  readonly error: StudioError | undefined;
  /** Asks what there is. Never rejects. */
  load(): Promise<void>;
  /** Asks again, where it was asked before. Never rejects. */
  reload(): Promise<void>;
  /** Sends a credential inward; nothing of it stays here. @throws StudioError of the call */
  set(change: CredentialChange): Promise<void>;
  /** @throws StudioError of the call */
  clear(kind: CredentialKind): Promise<void>;
  /** @throws StudioError of the call, `credentials/missing` where the environment holds nothing */
  importFromEnvironment(): Promise<void>;
  /** Tells the keychain what it has not taken so far. @throws StudioError of the call */
  retry(): Promise<void>;
}

export type CredentialsStore = StoreApi<CredentialsState>;

/** What the window may know of credentials; their values go through it once, and inward only. */
export function createCredentialsStore(client: StudioClient): CredentialsStore {
  /** Counts what was told, so that an older answer which comes late is not taken for news. */
  let toldCount = 0;
  const store = createStore<CredentialsState>()((set, get) => {
    const take = async (answer: Promise<CredentialsDescription>): Promise<void> => {
      const before = toldCount;
      const description = await answer;
      if (toldCount === before) set({ description, error: undefined });
    };
    return {
      description: undefined,
      error: undefined,
      load: () =>
        take(client.call('credentials.describe', {})).catch((thrown: unknown) => {
          set({ error: toStudioError(thrown) });
        }),
      reload: () => (get().description === undefined ? Promise.resolve() : get().load()),
      set: (change) => take(client.call('credentials.set', change)),
      clear: (kind) => take(client.call('credentials.clear', { kind })),
      importFromEnvironment: () => take(client.call('credentials.importFromEnvironment', {})),
      retry: () => take(client.call('credentials.retry', {})),
    };
  });
  client.on('credentials.changed', (description) => {
    toldCount++;
    store.setState({ description, error: undefined });
  });
  return store;
}
