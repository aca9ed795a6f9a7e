import type { JsonValue, StudioErrorJson } from '@core/errors/studio-error';
import type { JobKind } from '@core/jobs/job-kinds';
import type { JobState } from '@core/jobs/job-state';
import type { NoticeKind } from '@core/jobs/notice-kinds';

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
}

/** What is told of every job, whatever its kind. */
export interface JobProgressSummary {
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

/** A recording becomes text. */
export interface TranscribeJob extends JobProgressSummary {
  readonly kind: 'transcribe';
  readonly engine: string;
  readonly language: string;
  readonly model?: string;
  /** Appkey and parameters of a service of the cloud, by the vendor's names. */
  readonly appkeyId?: string;
  readonly parameters?: Readonly<Record<string, JsonValue>>;
}

/** The words of sentences that are there get the times at which they are heard. */
export interface AlignJob extends JobProgressSummary {
  readonly kind: 'align';
  readonly engine: string;
  readonly language: string;
  readonly model?: string;
  /** Absent: all sentences of the project. */
  readonly sentenceIds?: readonly string[];
  /** Also words whose times a person set. */
  readonly replacesManual?: boolean;
}

/** A job as windows know it: of those kinds that have work. */
export type JobSummary = TranscribeJob | AlignJob;

export interface TranscribeOrder {
  /** Absent: this one. */
  readonly kind?: 'transcribe' | undefined;
  readonly projectId: string;
  readonly engine: string;
  readonly language: string;
  readonly model?: string | undefined;
  readonly appkeyId?: string | undefined;
  readonly parameters?: Readonly<Record<string, JsonValue>> | undefined;
  /**
   * The person was asked about this path, of `EnginePlan.question`, and said that it may be sent.
   * Without it the job is refused with `media/not-confirmed`, where there is a question.
   */
  readonly sendsPath?: string | undefined;
}

export interface AlignOrder {
  readonly kind: 'align';
  readonly projectId: string;
  /** By default the first that can. */
  readonly engine?: string | undefined;
  readonly model?: string | undefined;
  /** Absent: all sentences of the project. */
  readonly sentenceIds?: readonly string[] | undefined;
  /** Also words whose times a person set; by default these stay as they are. */
  readonly replacesManual?: boolean | undefined;
}

/** A kind of job that has no work yet: refused with `job/kind-unavailable`. */
export interface UnavailableOrder {
  readonly kind: Exclude<JobKind, JobSummary['kind']>;
  readonly projectId: string;
}

/** What can be asked for. */
export type JobOrder = TranscribeOrder | AlignOrder | UnavailableOrder;
