import type { SettingName, SettingsChange, StudioSettings } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface SettingsState {
  readonly settings: StudioSettings;
  readonly error: StudioError | undefined;
  /** Shown at once, then kept; `undefined` takes a value back to its default. */
  update(changes: SettingsChange): void;
  /** Takes a value back to its default. */
  forget(name: SettingName): void;
  /** Takes them as the services have them. */
  reload(): Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

/** What the person chose, the same in all windows. */
export function createSettingsStore(client: StudioClient, initial: StudioSettings): SettingsStore {
  /** Changes that were made here or told. */
  let count = 0;
  /** Until all changes that were made here are answered. */
  let answered: Promise<unknown> = Promise.resolve();
  const keep = (changes: SettingsChange, cleared: readonly SettingName[]): void => {
    const { settings } = store.getState();
    const without = Object.fromEntries(cleared.map((name) => [name, undefined]));
    store.setState({ settings: { ...settings, ...changes, ...without }, error: undefined });
    count += 1;
    const call = client.call('settings.update', { changes, cleared });
    answered = Promise.allSettled([answered, call]);
    call.catch(async (thrown: unknown) => {
      const error = toStudioError(thrown);
      store.setState({ error });
      // What could not be written holds all the same; what was refused does not.
      if (error.code !== 'settings/unwritable') await reload().catch(() => undefined);
    });
  };
  /** What was true when it was told or asked may lack what was changed here since: then it is left. */
  const reload = async (): Promise<void> => {
    count += 1;
    const ownCount = count;
    await answered;
    const settings = await client.call('settings.read', {});
    if (ownCount === count) store.setState({ settings });
  };
  const store = createStore<SettingsState>()(() => ({
    settings: initial,
    error: undefined,
    update: (changes) => {
      const names = Object.keys(changes) as (keyof SettingsChange)[];
      keep(
        changes,
        names.filter((name) => changes[name] === undefined),
      );
    },
    forget: (name) => keep({}, [name]),
    reload,
  }));
  client.on('settings.changed', () => void reload().catch(() => undefined));
  return store;
}
