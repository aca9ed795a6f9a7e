import { errorToJson } from '../errors/studio-error';
import type { JobEvent, ProgressEvent } from './job-event';
import type { JobNotice, JobRecord } from './job-record';

/** Fields that an event sets, and those that mean nothing any more after it. */
interface Changes {
  readonly set?: Partial<JobRecord>;
  readonly drop?: readonly (keyof JobRecord)[];
}

/** A job after an event [JO7]; the fields of its kind stay as they are. */
export function reduceJob<Job extends JobRecord>(job: Job, event: JobEvent): Job {
  const { set, drop = [] } = findChanges(job, event);
  const dropped = new Set<string>(drop);
  const left = Object.entries(job).filter(([name]) => !dropped.has(name));
  // Only fields that a record may lack are dropped.
  return { ...Object.fromEntries(left), ...set } as unknown as Job;
}

function findChanges(job: JobRecord, event: JobEvent): Changes {
  switch (event.kind) {
    case 'progress':
      return advance(job, event);
    case 'written':
      return { set: { sentenceCount: event.sentenceCount } };
    case 'place-kept':
      return { set: { goesOn: true } };
    case 'anew':
      return {
        set: { fraction: 0, sentenceCount: 0, notices: [] },
        drop: ['goesOn', 'remainingMs'],
      };
    case 'task': {
      const { taskId, submittedAtMs } = event.task;
      return {
        set: { taskId, ...(submittedAtMs === undefined ? {} : { taskAtMs: submittedAtMs }) },
      };
    }
    case 'retrying':
      return { set: { retrying: errorToJson(event.error) } };
    case 'remark':
      return { set: { remark: errorToJson(event.error) } };
    case 'started':
      return { set: { state: 'running', stage: 'loading', startedAtMs: event.atMs } };
    case 'paused':
      return {
        set: { state: 'paused', ...(event.beginsAnew ? { beginsAnew: true } : {}) },
        drop: ['retrying', 'remainingMs'],
      };
    case 'resumed':
      return job.beginsAnew === true ? forgetRuns() : { set: { state: 'queued' } };
    case 'interrupted':
      return { set: { state: 'queued' } };
    case 'ended':
      return {
        set: {
          ...{ state: event.state, endedAtMs: event.atMs },
          ...(event.state === 'done' ? { fraction: 1 } : {}),
          ...(event.state === 'failed' ? { error: errorToJson(event.error) } : {}),
        },
        // Where it stood says what a failure came from; what remains is of no use any more.
        drop: [
          ...(['retrying', 'remainingMs', 'beginsAnew', 'goesOn'] as const),
          ...(event.state === 'done' ? (['stage'] as const) : []),
        ],
      };
  }
}

/**
 * It came further, so a request that failed went well after all. While a service works, nothing is
 * known of its queue, nor of how long a person goes on typing, and there is no estimate either.
 */
function advance(
  job: JobRecord,
  { stage, fraction, notices, remainingMs }: ProgressEvent,
): Changes {
  const isOpen = stage === 'waiting' || stage === 'typing' || remainingMs === undefined;
  return {
    set: {
      stage,
      fraction: Math.max(job.fraction, fraction),
      notices: [...job.notices, ...notices.filter((notice) => !isToldOf(job, notice))],
      ...(isOpen ? {} : { remainingMs }),
    },
    drop: ['retrying', ...(isOpen ? (['remainingMs'] as const) : [])],
  };
}

/** A job that goes on may hear again what it had told of, but not kept, when it was interrupted. */
function isToldOf(job: JobRecord, { kind, beginMs, endMs }: JobNotice): boolean {
  return job.notices.some(
    (told) => told.kind === kind && told.beginMs === beginMs && told.endMs === endMs,
  );
}

/** What the job will do again is no longer counted. */
function forgetRuns(): Changes {
  return {
    set: { state: 'queued', fraction: 0, sentenceCount: 0, notices: [] },
    drop: [
      ...(['stage', 'beginsAnew', 'goesOn', 'startedAtMs', 'endedAtMs', 'remainingMs'] as const),
      ...(['taskId', 'taskAtMs', 'retrying', 'remark', 'error'] as const),
    ],
  };
}
