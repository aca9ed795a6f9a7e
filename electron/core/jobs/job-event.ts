import type { StudioError } from '../errors/studio-error';
import type { JobNotice, JobStage } from './job-record';

/** Work that a service has taken; asking for it again costs nothing as long as it is known there. */
export interface ServiceTask {
  readonly taskId: string;
  /** When it was handed in, ms since 1970; undefined where an older program kept it. */
  readonly submittedAtMs: number | undefined;
  /** Whether an earlier run of the work handed it in. */
  readonly isKept: boolean;
}

/** One step forward of running work. */
export interface ProgressEvent {
  readonly kind: 'progress';
  readonly stage: JobStage;
  /** 0 to 1 over the whole work; never goes back. */
  readonly fraction: number;
  /** What is new since the last one. */
  readonly notices: readonly JobNotice[];
  /** Added by who has a clock, where an estimate can be made. */
  readonly remainingMs?: number | undefined;
}

/** A service has taken the work, or took it in an earlier run; once for each task. */
export interface TaskEvent {
  readonly kind: 'task';
  readonly task: ServiceTask;
}

/** A request failed and is made again. */
export interface RetryingEvent {
  readonly kind: 'retrying';
  readonly error: StudioError;
}

/** Something a person should know and may have to mend; the work itself is none the worse. */
export interface RemarkEvent {
  readonly kind: 'remark';
  readonly error: StudioError;
}

/** What running work tells of itself; an engine and a kind of job alike. */
export type WorkEvent =
  | ProgressEvent
  | TaskEvent
  | RetryingEvent
  | RemarkEvent
  /** The project has so many sentences of it now. */
  | { readonly kind: 'written'; readonly sentenceCount: number }
  /** It has something to go on from, in another run too. */
  | { readonly kind: 'place-kept' }
  /** What an earlier run left is of no use: it begins with the first second again. */
  | { readonly kind: 'anew' };

/** What the queue decides of a job; times are ms since 1970. */
export type QueueEvent =
  | { readonly kind: 'started'; readonly atMs: number }
  /** @see JobRecord.beginsAnew */
  | { readonly kind: 'paused'; readonly beginsAnew: boolean }
  | { readonly kind: 'resumed' }
  /** The studio ends, and the job goes on in its next run. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'ended'; readonly state: 'done' | 'cancelled'; readonly atMs: number }
  | {
      readonly kind: 'ended';
      readonly state: 'failed';
      readonly atMs: number;
      readonly error: StudioError;
    };

/** All that can happen to a job between its being queued and its leaving the list. */
export type JobEvent = WorkEvent | QueueEvent;

/**
 * Whether a job's record has to be in its file, and before people's eyes, at once: a change of its
 * state, and a task that is paid for. All else comes many times a second and keeps a pace.
 */
export function isUrgent({ kind }: JobEvent): boolean {
  return (
    kind === 'task' ||
    kind === 'started' ||
    kind === 'paused' ||
    kind === 'resumed' ||
    kind === 'ended'
  );
}
