import type { JobSummary } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface JobsState {
  /** Queued first to last. */
  readonly jobs: readonly JobSummary[];
  /** Asks for all of them anew. */
  reload(): Promise<void>;
}

export type JobsStore = StoreApi<JobsState>;

/** All jobs as the services tell of them. */
export function createJobsStore(client: StudioClient): JobsStore {
  const store: JobsStore = createStore<JobsState>()(() => ({
    jobs: [],
    reload: async () => {
      try {
        store.setState({ jobs: await client.call('jobs.list', {}) });
      } catch {
        // The list stays as it was; the shell says that the studio does not answer.
      }
    },
  }));
  const put = (job: JobSummary): void =>
    store.setState(({ jobs }) => ({
      jobs: jobs.some(({ id }) => id === job.id)
        ? jobs.map((known) => (known.id === job.id ? job : known))
        : [...jobs, job],
    }));
  client.on('job.changed', put);
  client.on('job.removed', ({ jobId }) =>
    store.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== jobId) })),
  );
  // What an event said in the meantime is newer than the list.
  void client.call('jobs.list', {}).then(
    (listed) => {
      const known = new Set(store.getState().jobs.map(({ id }) => id));
      store.setState(({ jobs }) => ({
        jobs: [...listed.filter(({ id }) => !known.has(id)), ...jobs],
      }));
    },
    // The shell says that the studio does not answer; this list is then simply empty.
    () => undefined,
  );
  return store;
}
