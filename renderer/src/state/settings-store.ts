import type { SettingName, StudioSettings } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface SettingsState {
  readonly settings: StudioSettings;
  readonly error: StudioError | undefined;
  /** Shown at once, then kept; `undefined` takes a value back to its default. */
  update(changes: StudioSettings): void;
  /** Takes them as the services have them. */
  reload(): Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

/** What the person chose, the same in all windows. */
export function createSettingsStore(client: StudioClient, initial: StudioSettings): SettingsStore {
  const store = createStore<SettingsState>()((set, get) => ({
    settings: initial,
    error: undefined,
    update: (changes) => {
      set({ settings: { ...get().settings, ...changes }, error: undefined });
      const names = Object.keys(changes) as SettingName[];
      const cleared = names.filter((name) => changes[name] === undefined);
      client.call('settings.update', { changes, cleared }).catch((thrown: unknown) => {
        set({ error: toStudioError(thrown) });
      });
    },
    reload: async () => set({ settings: await client.call('settings.read', {}) }),
  }));
  client.on('settings.changed', (settings) => store.setState({ settings }));
  return store;
}
