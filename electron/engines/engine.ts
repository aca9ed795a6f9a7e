import type { SpokenSegment } from '@core/cues/spoken-segment';
import type { Word } from '@core/transcript/word';
import type { JsonValue, StudioError } from '@core/errors/studio-error';
import type { ChannelDecision } from '@isi/decide-channels';
import type { ReplyRepair } from '@core/replies/reply-repair';
import type { UploadSource } from '@isi/plan-upload';
import type { RecognitionService } from '@isi/recognition-service';
import type { WebAddress } from '@isi/web-address';
import type { ProgressEvent, RemarkEvent, RetryingEvent, TaskEvent } from '@core/jobs/job-event';
import type { JobNotice, JobStage } from '@core/jobs/job-record';
import type { EngineTexts } from '@core/messages/engine-texts';

/** Sample rate of all audio handed to an engine. */
export const recognitionRateHz = 16_000;

/**
 * Audio of one recording, decoded on demand to mono float samples (-1 to 1) at
 * {@link recognitionRateHz}. Sample 0 is the media element's zero: a track that starts late
 * arrives with leading silence.
 */
export interface AudioSource {
  readonly path: string;
  /** Length by the container; undefined where it does not say. */
  readonly durationMs: number | undefined;
  /**
   * Which of the audio tracks of a file it is, where there are several: nothing that is known of
   * another one holds for it.
   */
  readonly track?: string;
  /** The file itself, for services that take files; absent where there is none. */
  readonly file?: UploadSource;
  /** Where services that fetch recordings find it: they are then given this, and no upload. */
  readonly address?: WebAddress;
  /**
   * Decodes from the beginning, in blocks of any size; memory stays bounded because the decoder
   * waits for the reader. Each call starts anew.
   * @throws StudioError `media/*` or `tool/*` when the media cannot be decoded
   */
  readonly read: (signal: AbortSignal) => AsyncIterable<Float32Array>;
  /**
   * As `read`, from a time on, without decoding what lies before it; absent where only the whole
   * can be read.
   */
  readonly readFrom?: (beginMs: number, signal: AbortSignal) => AsyncIterable<Float32Array>;
  /** Each channel by itself, from 0; absent where there is only one. */
  readonly channels?: {
    readonly count: number;
    readonly read: (channel: number, signal: AbortSignal) => AsyncIterable<Float32Array>;
    /** As `read`, with all of them in turn; absent where there are more than anyone compares. */
    readonly readAll?: (signal: AbortSignal) => AsyncIterable<Float32Array>;
  };
  /** As `read`, with left and right in turn; absent where the recording has not two channels. */
  readonly readStereo?: (signal: AbortSignal) => AsyncIterable<Float32Array>;
}

export interface TranscriptionRequest {
  readonly audio: AudioSource;
  /** BCP 47 tag of the speech; undefined leaves the choice to the engine. */
  readonly language?: string;
  /** Engine-specific choice, for the local engine `base` (default) or `tiny`. */
  readonly model?: string;
  /**
   * Hears each channel of the recording by itself instead of their mix; for an engine that says it
   * {@link EngineDescription.hearsEachChannel}.
   */
  readonly eachChannel?: boolean;
  /** Of those channels some that hold the very sound of another one, and are not heard again. */
  readonly sameChannels?: readonly number[];
  /** Which Appkey of the settings a service of the cloud is asked with; by default the usual one. */
  readonly appkeyId?: string;
  /** Parameters of a service of the cloud, by the vendor's names; what is not named is left to us. */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /**
   * A position of this engine's progress in an earlier run of the same work, of which it says that
   * it {@link TranscriptionEngine.canGoOn}: what lies before it is not reported again.
   */
  readonly from?: JsonValue;
}

export type SegmentNotice = JobNotice;

/** A stretch of speech as the engine heard it, before it is cut into readable cues. */
export interface EngineSegment extends SpokenSegment {
  /** Of a given text that is not in the sound [AL6]; its times mean nothing. */
  readonly isUnspoken?: true;
}

export type EngineStage = Exclude<JobStage, 'typing'>;

/** One step forward. `segments` holds what became final since the last report, in order of time. */
export interface EngineProgress extends ProgressEvent {
  readonly stage: EngineStage;
  readonly segments: readonly EngineSegment[];
  /**
   * From which the work can go on, in another run of the program, once all that was reported until
   * now is kept. An engine that can says it with each of its segments.
   */
  readonly position?: JsonValue;
}

/** Which channels a service is sent and charges for; told before anything is sent. */
export interface ChannelsEvent {
  readonly kind: 'channels';
  readonly decision: ChannelDecision;
}

/** What an engine tells that is no step forward. */
export type EngineNews = TaskEvent | RetryingEvent | RemarkEvent | ChannelsEvent;

/** All that an engine tells of its work. */
export type EngineEvent = EngineProgress | EngineNews;

export interface EngineContext {
  readonly signal: AbortSignal;
  /** Takes each event as it comes; never throws, and nothing waits for what becomes of it. */
  readonly report: (event: EngineEvent) => void;
  /** A line for the log; never a secret, never the words spoken. */
  readonly log: (line: string) => void;
  /** What {@link keep} was last given by an earlier run of the work: paused, or before a restart. */
  readonly kept?: JsonValue;
  /**
   * Keeps what the work can go on from after a pause, or in another run of the program. Never a
   * secret. Where the signal aborts with the code `job/interrupted`, the work will go on: nothing is
   * cleaned up then.
   * `null`: nothing is left to go on from. The id of a service's task is its field `taskId`. What is kept of work that failed is handed back when it
   * is tried again, or to {@link TranscriptionEngine.discard}.
   */
  readonly keep?: (state: JsonValue) => Promise<void>;
  /** Keeps a service's reply as it came, beside the project. */
  readonly keepReply?: (json: string) => Promise<void>;
  /** Keeps beside that reply what of it had to be mended; not called where nothing had. */
  readonly keepRepairs?: (repairs: readonly ReplyRepair[]) => Promise<void>;
}

/** For what work has left behind. */
export interface DiscardContext extends Pick<EngineContext, 'log'> {
  /** Takes what could not be removed. */
  readonly report?: (event: RemarkEvent) => void;
  /** That of the request. */
  readonly appkeyId?: string;
}

export interface EngineResult {
  readonly language: string;
  /** Length of the audio that was heard. */
  readonly durationMs: number;
  readonly segments: readonly EngineSegment[];
  readonly notices: readonly SegmentNotice[];
  /** Of the service's task that gave it. */
  readonly taskId?: string;
}

export interface AlignmentRequest {
  readonly audio: AudioSource;
  /**
   * The text to place, in spoken order. Each unit (a line, a paragraph or a subtitle) keeps its
   * text exactly and comes back as one segment.
   */
  readonly units: readonly string[];
  readonly model?: string;
}

/** A word to place on a stretch of sound, as it stands in its sentence. */
export type WordToPlace = Pick<Word, 'before' | 'text' | 'after'> & {
  /** A person set its times: it keeps them, and the others keep to their side of it. */
  readonly fixed?: Word;
};

/** Words that are said in order somewhere in a stretch of at most 25 s. */
export interface TextStretch {
  readonly beginMs: number;
  readonly endMs: number;
  readonly words: readonly WordToPlace[];
}

export interface PlacementRequest {
  readonly audio: AudioSource;
  /** In order of their begins; only they are decoded. */
  readonly stretches: readonly TextStretch[];
  readonly model?: string;
  /**
   * Called for each stretch in order.
   * @param words the given ones with their times; undefined where none of them was heard
   */
  readonly onPlaced: (index: number, words: readonly Word[] | undefined) => void;
}

/** What an engine is and what it can do; fixed for its lifetime. */
export interface EngineDescription {
  readonly id: string;
  readonly texts: EngineTexts;
  /** Which of the vendor's services hears it: its limits and parameters hold; absent: none does. */
  readonly service?: RecognitionService;
  /**
   * Stages in which a service works on without us, on a task that outlives this program; absent: it
   * needs us all the time, and a job that is interrupted begins anew.
   */
  readonly taskStages?: readonly EngineStage[];
  /** It hears no recording that is longer than its service takes; the engine of this id does. */
  readonly longerBy?: string;
  /** BCP 47 primary tags it can transcribe. */
  readonly languages: readonly string[];
  /** Choices of model, the usual one first; empty where there is no choice. */
  readonly models: readonly string[];
  readonly givesWordTimes: boolean;
  /** It sets a mark where a sentence ends: a segment without one goes on in the next. */
  readonly setsMarks?: boolean;
  readonly needsNetwork: boolean;
  readonly canAlign: boolean;
  /** It can hear each channel of a recording by itself, of which nothing leaves this computer. */
  readonly hearsEachChannel?: true;
  /** Whether it hears recordings of which there is nothing but an address. */
  readonly takesAddresses: boolean;
}

/** What is sent of a recording, as far as it says how long that takes. */
export interface PlannedUpload {
  /** `address`: the service fetches the recording from the web; nothing of it is sent. */
  readonly kind: 'as-is' | 'encode' | 'parts' | 'address';
  readonly sizeBytes: number;
  readonly partCount: number;
}

/** Whether an engine could start now, and if not, why. */
export type EngineReadiness =
  | { readonly state: 'ready' }
  | { readonly state: 'unavailable'; readonly error: StudioError };

/** How a recording is there: as a file of this computer, or as an address only. */
export type RecordingPlace = 'file' | 'address';

/**
 * A way to turn sound into words. What every implementation owes its caller (progress, abort,
 * error codes, word order) is written down as tests in `tests/contract/engine-suite.ts`.
 */
export interface TranscriptionEngine {
  describe(): EngineDescription;
  /**
   * About how long it takes for a recording, ms, for a person to choose by; absent or undefined
   * where it cannot tell.
   * @param upload what is sent; undefined where nothing is
   */
  estimateMs?(durationMs: number, upload: PlannedUpload | undefined): number | undefined;
  /**
   * Whether it could start now with a model, by default its usual one. A model it does not have is
   * `usage/invalid`.
   * @param place of what it would hear, by default a file: of an address nothing is uploaded
   */
  check(model?: string, place?: RecordingPlace): Promise<EngineReadiness>;
  /**
   * Hears a recording. Segments come in order of time, first by `report`, then all together.
   * @throws StudioError `job/cancelled` soon after `signal` aborts; `engine/*`, `model/*`,
   *   `media/*`, `address/*` or `tool/*` otherwise
   */
  transcribe(request: TranscriptionRequest, context: EngineContext): Promise<EngineResult>;
  /**
   * Whether it can go on from a position that it reported in an earlier run; absent: never.
   * @param request what it would be asked for then
   */
  canGoOn?(
    position: JsonValue,
    request: Pick<TranscriptionRequest, 'language' | 'model' | 'eachChannel'>,
  ): boolean;
  /**
   * Places a known text on a recording; one segment for each unit, text unchanged.
   * @throws StudioError as {@link transcribe}, and `engine/unavailable` where it cannot align
   */
  align(request: AlignmentRequest, context: EngineContext): Promise<EngineResult>;
  /**
   * Places texts of which it is known about where they are said; absent where it cannot.
   * @throws StudioError as {@link align}
   */
  placeTexts?(
    request: PlacementRequest,
    context: Pick<EngineContext, 'signal' | 'log'>,
  ): Promise<void>;
  /** Removes what work that will not go on has left behind, by what it kept. Never rejects. */
  discard?(kept: JsonValue, context: DiscardContext): Promise<void>;
  /** Ends child processes and frees models. */
  dispose(): Promise<void>;
}
