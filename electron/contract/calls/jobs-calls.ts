import type { JobOrder, JobSummary } from '../jobs';
import type { Nothing } from './nothing';

/** Calls about the list of jobs. */
export interface JobsCalls {
  'jobs.list': (input: Nothing) => Promise<readonly JobSummary[]>;
  /** Puts a job on the list. `project/busy` where the very same one has not ended. */
  'jobs.start': (input: JobOrder) => Promise<JobSummary>;
  'jobs.cancel': (input: { readonly jobId: string }) => Promise<null>;
  'jobs.retry': (input: { readonly jobId: string }) => Promise<JobSummary>;
  /** Holds a job that waits or runs; a running one is interrupted with what it can go on from. */
  'jobs.pause': (input: { readonly jobId: string }) => Promise<JobSummary>;
  /** Lets a paused job wait for its turn again, at its place. */
  'jobs.resume': (input: { readonly jobId: string }) => Promise<JobSummary>;
  /** Puts a waiting job before another one that waits, or behind all of them. */
  'jobs.move': (input: {
    readonly jobId: string;
    readonly beforeId?: string | undefined;
  }) => Promise<null>;
  /** Takes an ended job off the list. */
  'jobs.dismiss': (input: { readonly jobId: string }) => Promise<null>;
}

/** What every window is told about the list of jobs. */
export interface JobsEvents {
  'job.changed': JobSummary;
  'job.removed': { readonly jobId: string };
  /** The order changed: all jobs there are, by their ids. */
  'jobs.reordered': { readonly jobIds: readonly string[] };
}
