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

describe('the media store', () => {
  it('keeps what it heard of peaks while the answer was on its way', async () => {
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

    listeners.get('peaks.changed')!({ projectId: 'one', count: 1_000, isComplete: true });
    answer(access(200));
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.getState().access?.peaks).toEqual({
      url: '/peaks/1',
      count: 1_000,
      isComplete: true,
    });
  });
});
