import type { JsonValue } from '@core/errors/studio-error';
import type { JobKind } from '@core/jobs/job-kinds';
import type { JobRecord } from '@core/jobs/job-record';

export type { JobNotice, JobStage } from '@core/jobs/job-record';

/** A recording becomes text. */
export interface TranscribeJob extends JobRecord {
  readonly kind: 'transcribe';
  readonly engine: string;
  readonly language: string;
  readonly model?: string;
  /** Which audio track of the recording is heard, from 0, as the project had it; absent: the usual one. */
  readonly audioTrack?: number;
  /** Each channel of the recording is heard by itself. */
  readonly eachChannel?: boolean;
  /** Appkey and parameters of a service of the cloud, by the vendor's names. */
  readonly appkeyId?: string;
  readonly parameters?: Readonly<Record<string, JsonValue>>;
}

/** The words of sentences that are there get the times at which they are heard. */
export interface AlignJob extends JobRecord {
  readonly kind: 'align';
  readonly engine: string;
  readonly language: string;
  readonly model?: string;
  /** Which audio track is heard, as of a transcription. */
  readonly audioTrack?: number;
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
  /** Hears each channel of the recording by itself; for an engine that can. */
  readonly eachChannel?: boolean | undefined;
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
