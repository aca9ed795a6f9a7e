import type { JobSummary } from '@contract/api';
import { errorToJson, type StudioError } from '@core/errors/studio-error';
import type { EngineProgress } from '../../engines/engine';
import type { JobQueue } from '../workspace';

export type JobOrder = Parameters<JobQueue['start']>[0];

/** A job as it waits before its first run. @param nowMs ms since 1970 */
export function makeJob(
  id: string,
  title: string,
  { projectId, engine, language, model, appkeyId, parameters }: JobOrder,
  nowMs: number,
): JobSummary {
  return {
    id,
    projectId,
    title,
    engine,
    language,
    ...(model === undefined ? {} : { model }),
    ...(appkeyId === undefined ? {} : { appkeyId }),
    ...(parameters === undefined ? {} : { parameters }),
    state: 'queued',
    fraction: 0,
    queuedAtMs: nowMs,
    sentenceCount: 0,
    notices: [],
  };
}

type WritableJob = { -readonly [Key in keyof JobSummary]: JobSummary[Key] };

/** A job whose request went well after all. */
export function endRetrying(job: JobSummary): JobSummary {
  const going: WritableJob = { ...job };
  delete going.retrying;
  return going;
}

/**
 * A job that came further.
 * @param remainingMs estimate for the rest; undefined where there is none. While a service works,
 *   nothing is known of its queue, and there is none either.
 */
export function advanceJob(
  job: JobSummary,
  { stage, fraction, notices }: Pick<EngineProgress, 'stage' | 'fraction' | 'notices'>,
  remainingMs: number | undefined,
): JobSummary {
  const advanced: WritableJob = {
    ...endRetrying(job),
    stage,
    fraction: Math.max(job.fraction, fraction),
    notices: [...job.notices, ...notices],
  };
  if (remainingMs === undefined || stage === 'waiting') delete advanced.remainingMs;
  else advanced.remainingMs = remainingMs;
  return advanced;
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
  return makeJob(job.id, job.title, job, job.queuedAtMs);
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
  if (state === 'done') {
    delete ended.stage;
    ended.fraction = 1;
  }
  if (error !== undefined) ended.error = errorToJson(error);
  return ended;
}
