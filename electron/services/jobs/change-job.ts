import type { JobNotice, JobStage, JobSummary } from '@contract/api';
import { errorToJson, type StudioError } from '@core/errors/studio-error';
import type { JobDetails } from './kinds/job-kind';

/** What a job is to do: whose it is, and its kind's own fields. */
export type JobDescription = JobDetails<JobSummary> & Pick<JobSummary, 'projectId'>;

/** A job as it waits before its first run. @param nowMs ms since 1970 */
export function makeJob(
  id: string,
  title: string,
  description: JobDescription,
  nowMs: number,
): JobSummary {
  return {
    ...description,
    ...{
      id,
      title,
      state: 'queued',
      fraction: 0,
      queuedAtMs: nowMs,
      sentenceCount: 0,
      notices: [],
    },
  };
}

/** What a job was to do, without what became of it. */
export function describeJob(job: JobSummary): JobDescription {
  const progress = ['id', 'title', 'state', 'stage', 'fraction', 'beginsAnew', 'goesOn'];
  const times = ['queuedAtMs', 'startedAtMs', 'endedAtMs', 'remainingMs', 'taskId', 'taskAtMs'];
  const found = ['sentenceCount', 'notices', 'retrying', 'remark', 'error'];
  const dropped = new Set([...progress, ...times, ...found]);
  // What is left are the fields that `makeJob` was given.
  return Object.fromEntries(
    Object.entries(job).filter(([name]) => !dropped.has(name)),
  ) as unknown as JobDescription;
}

type Writable<Job> = Job extends unknown ? { -readonly [Key in keyof Job]: Job[Key] } : never;
type WritableJob = Writable<JobSummary>;

/** A job whose request went well after all. */
export function endRetrying(job: JobSummary): JobSummary {
  const going: WritableJob = { ...job };
  delete going.retrying;
  return going;
}

/** How far a job came since it last said so. */
export interface JobStep {
  readonly stage: JobStage;
  readonly fraction: number;
  readonly notices: readonly JobNotice[];
}

/**
 * A job that came further.
 * @param remainingMs estimate for the rest; undefined where there is none. While a service works,
 *   nothing is known of its queue, nor of how long a person goes on typing, and there is none either.
 */
export function advanceJob(
  job: JobSummary,
  { stage, fraction, notices }: JobStep,
  remainingMs: number | undefined,
): JobSummary {
  const advanced: WritableJob = {
    ...endRetrying(job),
    stage,
    fraction: Math.max(job.fraction, fraction),
    notices: [...job.notices, ...notices.filter((notice) => !isToldOf(job, notice))],
  };
  if (remainingMs === undefined || stage === 'waiting' || stage === 'typing') {
    delete advanced.remainingMs;
  } else advanced.remainingMs = remainingMs;
  return advanced;
}

/** A job that goes on may hear again what it had told of, but not kept, when it was interrupted. */
function isToldOf(job: JobSummary, { kind, beginMs, endMs }: JobNotice): boolean {
  return job.notices.some(
    (told) => told.kind === kind && told.beginMs === beginMs && told.endMs === endMs,
  );
}

/**
 * A job that is held, as far as it came.
 * @param beginsAnew whether it ran and has nothing to go on from
 */
export function pauseJob(job: JobSummary, beginsAnew: boolean): JobSummary {
  const paused: WritableJob = { ...endRetrying(job), state: 'paused' };
  delete paused.remainingMs;
  if (beginsAnew) paused.beginsAnew = true;
  return paused;
}

/** A paused job that waits again; what it will do again is no longer counted. */
export function resumeJob(job: JobSummary): JobSummary {
  if (job.beginsAnew !== true) return { ...job, state: 'queued' };
  return makeJob(job.id, job.title, describeJob(job), job.queuedAtMs);
}

/** A running job that turns out to have nothing to go on from. */
export function beginAnew(job: JobSummary): JobSummary {
  const anew: WritableJob = { ...job, fraction: 0, sentenceCount: 0, notices: [] };
  delete anew.goesOn;
  delete anew.remainingMs;
  return anew;
}

/** A job that is over. @param nowMs ms since 1970 */
export function endJob(
  job: JobSummary,
  state: 'done' | 'failed' | 'cancelled',
  nowMs: number,
  error?: StudioError,
): JobSummary {
  const ended: WritableJob = { ...endRetrying(job), state, endedAtMs: nowMs };
  // Where it stood says what a failure came from; what remains is of no use any more.
  delete ended.remainingMs;
  delete ended.beginsAnew;
  delete ended.goesOn;
  if (state === 'done') {
    delete ended.stage;
    ended.fraction = 1;
  }
  if (error !== undefined) ended.error = errorToJson(error);
  return ended;
}
