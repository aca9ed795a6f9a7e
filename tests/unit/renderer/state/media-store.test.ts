import type { MediaAccess, Transport } from '@contract/api';
import { createClient } from '@contract/client';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { DocumentStore } from '../../../../renderer/src/state/document-state';
import { createMediaStore } from '../../../../renderer/src/state/media-store';

const access = (count: number): MediaAccess => ({
  state: 'ready',
  url: '/media/1',
  hasVideo: false,
  proxy: { state: 'none' },
  peaks: { url: '/peaks/1', count, isComplete: false },
});

/** A store of one open project whose services answer when they are told to. */
function createStoreAndServices() {
  const listeners = new Map<string, (payload: unknown) => void>();
  let answer: (value: MediaAccess) => void = () => undefined;
  const transport: Transport = {
    invoke: () =>
      new Promise((resolve) => {
        answer = (value) => resolve({ ok: true, value });
      }),
    subscribe: (event, listener) => {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
  };
  const document = createStore(() => ({ projectId: 'one' })) as unknown as DocumentStore;
  const store = createMediaStore(createClient(transport), document);
  return {
    store,
    tell: (event: string, payload: object) =>
      listeners.get(event)!({ projectId: 'one', ...payload }),
    answer: async (value: MediaAccess): Promise<void> => {
      answer(value);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe('the media store', () => {
  it('keeps what it heard of peaks while the answer was on its way', async () => {
    const { store, tell, answer } = createStoreAndServices();
    tell('peaks.changed', { count: 1_000, isComplete: true });
    await answer(access(200));
    expect(store.getState().access?.peaks).toEqual({
      url: '/peaks/1',
      count: 1_000,
      isComplete: true,
    });
  });

  it('keeps a copy that was made while the answer was on its way', async () => {
    const { store, tell, answer } = createStoreAndServices();
    const ready: MediaAccess = { ...access(100), url: '/media/2', proxy: { state: 'ready' } };
    tell('media.changed', { access: ready });
    await answer({ ...access(200), proxy: { state: 'making', fraction: 0 } });
    expect(store.getState().access).toEqual({ ...ready, peaks: access(200).peaks });
    tell('media.changed', { access: { ...ready, proxy: { state: 'making', fraction: 0.5 } } });
    expect(store.getState().access?.proxy.state).toBe('making');
  });
});
