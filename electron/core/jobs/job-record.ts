import type { StudioErrorJson } from '../errors/studio-error';
import type { AudioTrack } from '../tracks/audio-track';
import type { JobState } from './job-state';
import type { NoticeKind } from './notice-kinds';

export type JobStage =
  | 'loading'
  | 'transcribing'
  | 'aligning'
  | 'uploading'
  | 'waiting'
  /** What is left to change is being typed at the moment. */
  | 'typing';

/** A remark on a stretch of the recording; `kind` is a key `notice.${kind}` of the catalogue. */
export interface JobNotice {
  readonly kind: NoticeKind;
  readonly beginMs: number;
  readonly endMs: number;
  /** How many sentences, words or entries, where that is told. */
  readonly count?: number;
  /** Of a recording with several: which of its tracks was heard, from 0, and all that there are. */
  readonly heardTrack?: number;
  readonly tracks?: readonly AudioTrack[];
}

/** What is known of every job, whatever its kind; it changes by `reduceJob` alone. */
export interface JobRecord {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly state: JobState;
  readonly stage?: JobStage;
  /** 0 to 1; never goes back. */
  readonly fraction: number;
  /** Of a paused job: there is nothing to go on from, so it begins with the first second again. */
  readonly beginsAnew?: boolean;
  /** It has something to go on from: neither a pause nor a restart takes it back to its beginning. */
  readonly goesOn?: boolean;
  /** ms since 1970. */
  readonly queuedAtMs: number;
  readonly startedAtMs?: number;
  readonly endedAtMs?: number;
  /** Estimate for the rest; absent until one can be made. */
  readonly remainingMs?: number;
  /** How many sentences of the project it has written so far. */
  readonly sentenceCount: number;
  readonly notices: readonly JobNotice[];
  /** Under which a service has it, and since when (ms since 1970), for the person to ask there. */
  readonly taskId?: string;
  readonly taskAtMs?: number;
  /** Why a request is being made again at the moment. */
  readonly retrying?: StudioErrorJson;
  /** What a person should know of a job that may well be done: an upload that stays, say. */
  readonly remark?: StudioErrorJson;
  /** Of a failed job: what happened. */
  readonly error?: StudioErrorJson;
}

/** A job as it waits before its first run. @param details fields of its kind */
export function makeJob<Details extends object>(
  {
    id,
    projectId,
    title,
    queuedAtMs,
  }: Pick<JobRecord, 'id' | 'projectId' | 'title' | 'queuedAtMs'>,
  details: Details,
): Details & JobRecord {
  return {
    ...details,
    ...{ id, projectId, title, queuedAtMs },
    ...{ state: 'queued', fraction: 0, sentenceCount: 0, notices: [] },
  };
}
