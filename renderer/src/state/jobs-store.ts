import type { JobSummary } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface JobsState {
  /** Queued first to last. */
  readonly jobs: readonly JobSummary[];
  /** Takes the list as the services have it. */
  reload(): Promise<void>;
}

export type JobsStore = StoreApi<JobsState>;

/** All jobs as the services tell of them. */
export function createJobsStore(client: StudioClient): JobsStore {
  /** Told by events since a list was asked for: newer than that list. */
  let toldOf = new Set<string>();
  const store = createStore<JobsState>()((set, get) => ({
    jobs: [],
    reload: async () => {
      toldOf = new Set();
      const listed = await client.call('jobs.list', {});
      const newer = get().jobs.filter(({ id }) => toldOf.has(id));
      set({ jobs: [...listed.filter(({ id }) => !toldOf.has(id)), ...newer] });
    },
  }));
  const put = (job: JobSummary): void => {
    toldOf.add(job.id);
    store.setState(({ jobs }) => ({
      jobs: jobs.some(({ id }) => id === job.id)
        ? jobs.map((known) => (known.id === job.id ? job : known))
        : [...jobs, job],
    }));
  };
  client.on('job.changed', put);
  client.on('job.removed', ({ jobId }) => {
    toldOf.add(jobId);
    store.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== jobId) }));
  });
  // The shell says that the studio does not answer; this list is then simply empty.
  store
    .getState()
    .reload()
    .catch(() => undefined);
  return store;
}
