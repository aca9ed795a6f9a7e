import type { MethodInput, StudioSettings, Transport } from '@contract/api';
import { createClient } from '@contract/client';
import { expect, it } from 'vitest';
import { createSettingsStore } from '../../../../renderer/src/state/settings-store';

/** Services with settings of two windows; what they say arrives when a test says so. */
function makeServices() {
  let settings: StudioSettings = {};
  let tell: (payload: unknown) => void = () => undefined;
  const replies: (() => void)[] = [];
  const events: StudioSettings[] = [];
  const change = (changes: Partial<StudioSettings>): void => {
    settings = { ...settings, ...changes };
    events.push(settings);
  };
  const transport: Transport = {
    invoke: (name, input) => {
      if (name === 'settings.update') {
        change((input as MethodInput<'settings.update'>).changes);
      }
      const reply = { ok: true, value: settings } as const;
      return new Promise((resolve) => replies.push(() => resolve(reply)));
    },
    subscribe: (_event, listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  const settle = async (): Promise<void> => {
    do {
      for (const reply of replies.splice(0)) reply();
      await new Promise((resolve) => setImmediate(resolve));
    } while (replies.length > 0);
  };
  return {
    store: createSettingsStore(createClient(transport), settings),
    read: () => settings,
    change,
    tellNext: async () => {
      tell(events.shift());
      await settle();
    },
    settle,
  };
}

const cloud = (store: ReturnType<typeof createSettingsStore>, changes: StudioSettings['cloud']) =>
  store.getState().update({ cloud: { ...store.getState().settings.cloud, ...changes } });

it.each(['before', 'after'] as const)(
  'loses no change that is made while an earlier one is still told, %s their answers',
  async (when) => {
    const { store, read, tellNext, settle } = makeServices();
    cloud(store, { region: 'cn-beijing' });
    cloud(store, { jobsAtOnce: 5 });
    if (when === 'after') await settle();
    await tellNext();
    cloud(store, { bucket: { name: 'recordings' } });
    const all = { region: 'cn-beijing', jobsAtOnce: 5, bucket: { name: 'recordings' } };
    expect(store.getState().settings.cloud).toEqual(all);
    expect(read().cloud).toEqual(all);
    await tellNext();
    await tellNext();
    expect(store.getState().settings.cloud).toEqual(all);
  },
);

it('takes what another window has changed, once its own changes are answered', async () => {
  const { store, change, tellNext, settle } = makeServices();
  store.getState().update({ theme: 'dark' });
  change({ locale: 'zh-CN' });
  await tellNext();
  await tellNext();
  await settle();
  expect(store.getState().settings).toEqual({ theme: 'dark', locale: 'zh-CN' });
});
