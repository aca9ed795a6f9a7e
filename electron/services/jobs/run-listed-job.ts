import { omitUndefined } from '@core/omit-undefined';
import { errorToJson } from '@core/errors/studio-error';
import { createThrottle } from '../timing/throttle';
import { advanceJob, beginAnew } from './change-job';
import type { JobList } from './job-list';
import type { JobEnd, JobEvent, JobServices } from './kinds/job-kind';
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

const publishIntervalMs = 100;

/**
 * Runs a queued job and keeps its entry of the list up to date meanwhile; what it is in the end is
 * left to the caller. Never rejects.
 */
export async function runListedJob(run: ListedJobRun): Promise<JobEnd> {
  const { jobId, list, studio, projects, newId, signal, now } = run;
  const remaining = new RemainingTime();
  /** What many reports a second change is told at a pace. */
  const pace = createThrottle(publishIntervalMs, () => list.publish(jobId));
  const change = (changes: Parameters<JobList['change']>[0]): void => {
    list.change(changes);
    pace.request();
  };
  const report = (event: JobEvent): void => {
    const job = list.get(jobId);
    switch (event.kind) {
      case 'progress': {
        const fraction = Math.max(job.fraction, event.fraction);
        change(advanceJob(job, event, remaining.update(performance.now(), fraction)));
        if (event.stage !== job.stage) run.onStage();
        return;
      }
      case 'written':
        change({ ...job, sentenceCount: event.sentenceCount });
        return;
      case 'anew':
        list.dropResumption(jobId);
        change(beginAnew(job));
        return;
      case 'task': {
        const { taskId, submittedAtMs } = event.task;
        const since = submittedAtMs === undefined ? {} : { taskAtMs: submittedAtMs };
        list.tell({ ...job, taskId, ...since });
        return;
      }
      case 'retrying':
        change({ ...job, retrying: errorToJson(event.error) });
        return;
      case 'remark':
        change({ ...job, remark: errorToJson(event.error) });
    }
  };
  list.tell({ ...list.get(jobId), state: 'running', stage: 'loading', startedAtMs: now() });
  const job = list.get(jobId);
  const [kept, resumption] = [list.getKept(jobId), list.getResumption(jobId)];
  const end = await getJobKind(job.kind).run({
    ...{ job, studio, projects, newId, signal, report },
    ...omitUndefined({ kept }),
    keep: (state) => list.keep(jobId, state),
    ...omitUndefined({ resumption }),
    keepResumption: (state) => {
      const known = list.get(jobId);
      if (known.goesOn !== true) change({ ...known, goesOn: true });
      return list.keepResumption(jobId, state);
    },
  });
  pace.cancel();
  return end;
}
