import { omitUndefined } from '@core/omit-undefined';
import type { WorkEvent } from '@core/jobs/job-event';
import type { JobList } from './job-list';
import type { JobEnd, JobServices } from './kinds/job-kind';
import { getJobKind } from './kinds/job-kinds';
import { RemainingTime } from './remaining-time';

export interface ListedJobRun extends JobServices {
  readonly jobId: string;
  readonly list: JobList;
  readonly signal: AbortSignal;
  /** The job has come to another stage. */
  readonly onStage: () => void;
  /** ms since 1970. */
  readonly now: () => number;
}

/**
 * Runs a queued job and keeps its entry of the list up to date meanwhile; what it is in the end is
 * left to the caller. Never rejects.
 */
export async function runListedJob(run: ListedJobRun): Promise<JobEnd> {
  const { jobId, list, studio, projects, newId, signal, now } = run;
  const remaining = new RemainingTime();
  const report = (event: WorkEvent): void => {
    const { stage, fraction } = list.get(jobId);
    if (event.kind !== 'progress') {
      if (event.kind === 'anew') list.dropResumption(jobId);
      list.report(jobId, event);
      return;
    }
    const furthest = Math.max(fraction, event.fraction);
    const remainingMs = remaining.update(performance.now(), furthest);
    list.report(jobId, { ...event, remainingMs });
    if (event.stage !== stage) run.onStage();
  };
  list.report(jobId, { kind: 'started', atMs: now() });
  const job = list.get(jobId);
  const [kept, resumption] = [list.getKept(jobId), list.getResumption(jobId)];
  return getJobKind(job.kind).run({
    ...{ job, studio, projects, newId, signal, report },
    ...omitUndefined({ kept, resumption }),
    keep: (state) => list.keep(jobId, state),
    keepResumption: (state) => {
      if (list.get(jobId).goesOn !== true) list.report(jobId, { kind: 'place-kept' });
      return list.keepResumption(jobId, state);
    },
  });
}
