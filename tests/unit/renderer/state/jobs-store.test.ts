import type { JobSummary, Transport } from '@contract/api';
import { createClient } from '@contract/client';
import { describe, expect, it } from 'vitest';
import { createJobsStore } from '../../../../renderer/src/state/jobs-store';

const job = (id: string, fraction = 0): JobSummary => ({
  kind: 'transcribe',
  ...{ id, fraction, projectId: id, title: id, engine: 'local', language: 'en', state: 'queued' },
  ...{ queuedAtMs: 1, sentenceCount: 0, notices: [] },
});

/** A store whose transport is in the hands of the test. */
function makeStore() {
  const listeners = new Map<string, (payload: unknown) => void>();
  let answer: (jobs: readonly JobSummary[]) => void = () => undefined;
  const transport: Transport = {
    invoke: () =>
      new Promise((fulfil) => {
        answer = (value) => fulfil({ ok: true, value });
      }),
    subscribe: (event, listener) => {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
  };
  const store = createJobsStore(createClient(transport));
  return {
    tell: (event: string, payload: unknown) => listeners.get(event)!(payload),
    answer: async (jobs: readonly JobSummary[]) => {
      answer(jobs);
      await new Promise((fulfil) => setImmediate(fulfil));
    },
    ids: () => store.getState().jobs.map(({ id }) => id),
    store,
  };
}

describe('the jobs store', () => {
  it('takes over a new order, and leaves new jobs behind it', async () => {
    const { tell, answer, ids } = makeStore();
    await answer([job('a'), job('b'), job('c')]);
    tell('job.changed', job('new'));
    tell('jobs.reordered', { jobIds: ['c', 'a', 'b'] });
    expect(ids()).toEqual(['c', 'a', 'b', 'new']);
  });

  it('keeps what it was told while a list was on its way, at its place in the list', async () => {
    const { tell, answer, ids, store } = makeStore();
    tell('job.changed', job('a', 0.5));
    tell('job.changed', job('gone'));
    tell('job.removed', { jobId: 'gone' });
    await answer([job('a'), job('gone'), job('b')]);
    expect(ids()).toEqual(['a', 'b']);
    expect(store.getState().jobs[0]?.fraction).toBe(0.5);
    const reloading = store.getState().reload();
    tell('jobs.reordered', { jobIds: ['b', 'a'] });
    await answer([job('a'), job('b')]);
    await reloading;
    expect(ids()).toEqual(['b', 'a']);
  });
});
