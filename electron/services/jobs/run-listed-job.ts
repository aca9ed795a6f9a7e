import { errorToJson } from '@core/errors/studio-error';
import type { Projects } from '../projects/projects';
import type { Studio } from '../studio';
import { createThrottle } from '../timing/throttle';
import { advanceJob } from './change-job';
import type { JobList } from './job-list';
import { RemainingTime } from './remaining-time';
import { type JobEnd, runJob } from './run-job';

export interface ListedJobRun {
  readonly jobId: string;
  readonly list: JobList;
  readonly studio: Pick<Studio, 'requireEngine' | 'openRecording' | 'transcribe'>;
  readonly projects: Projects;
  readonly signal: AbortSignal;
  /** The job has come to another stage. */
  readonly onStage: () => void;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

const publishIntervalMs = 100;

/**
 * Runs a queued job and keeps its entry of the list up to date meanwhile; what it is in the end is
 * left to the caller. Never rejects.
 */
export async function runListedJob(run: ListedJobRun): Promise<JobEnd> {
  const { jobId, list, studio, projects, signal, now, newId } = run;
  const remaining = new RemainingTime();
  /** What many reports a second change is told at a pace. */
  const pace = createThrottle(publishIntervalMs, () => list.publish(jobId));
  const change = (changes: Parameters<JobList['change']>[0]): void => {
    list.change(changes);
    pace.request();
  };
  list.tell({ ...list.get(jobId), state: 'running', stage: 'loading', startedAtMs: now() });
  const kept = list.getKept(jobId);
  const end = await runJob({
    job: list.get(jobId),
    ...(kept === undefined ? {} : { kept }),
    keep: (state) => list.keep(jobId, state),
    onTask: ({ taskId, submittedAtMs }) =>
      list.tell({
        ...list.get(jobId),
        taskId,
        ...(submittedAtMs === undefined ? {} : { taskAtMs: submittedAtMs }),
      }),
    onRetry: (error) => change({ ...list.get(jobId), retrying: errorToJson(error) }),
    onRemark: (error) => change({ ...list.get(jobId), remark: errorToJson(error) }),
    runId: newId(),
    studio,
    projects,
    signal,
    onProgress: (step) => {
      const job = list.get(jobId);
      const fraction = Math.max(job.fraction, step.fraction);
      change(advanceJob(job, step, remaining.update(performance.now(), fraction)));
      if (step.stage !== job.stage) run.onStage();
    },
    onWritten: (sentenceCount) => change({ ...list.get(jobId), sentenceCount }),
  });
  pace.cancel();
  return end;
}
