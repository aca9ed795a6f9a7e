import type { JobSummary } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface JobsState {
  /** In the order in which they run. */
  readonly jobs: readonly JobSummary[];
  /** Takes the list as the services have it. */
  reload(): Promise<void>;
}

export type JobsStore = StoreApi<JobsState>;

/** All jobs as the services tell of them. */
export function createJobsStore(client: StudioClient): JobsStore {
  /** Told by events since a list was asked for: newer than that list. */
  let toldOf = new Set<string>();
  let toldOrder: readonly string[] = [];
  const store = createStore<JobsState>()((set, get) => ({
    jobs: [],
    reload: async () => {
      toldOf = new Set();
      toldOrder = [];
      const listed = await client.call('jobs.list', {});
      const newer = get().jobs.filter(({ id }) => toldOf.has(id));
      const jobs = [...listed.filter(({ id }) => !toldOf.has(id)), ...newer];
      set({ jobs: inOrder(jobs, [...toldOrder, ...listed.map(({ id }) => id)]) });
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
  client.on('jobs.reordered', ({ jobIds }) => {
    toldOrder = jobIds;
    store.setState(({ jobs }) => ({ jobs: inOrder(jobs, jobIds) }));
  });
  // The shell says that the studio does not answer; this list is then simply empty.
  store
    .getState()
    .reload()
    .catch(() => undefined);
  return store;
}

/** Jobs that have no place there come last, as they were. */
function inOrder(jobs: readonly JobSummary[], ids: readonly string[]): readonly JobSummary[] {
  const place = ({ id }: JobSummary): number => {
    const index = ids.indexOf(id);
    return index === -1 ? ids.length : index;
  };
  return jobs.toSorted((left, right) => place(left) - place(right));
}
