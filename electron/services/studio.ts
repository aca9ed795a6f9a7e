import type {
  CloudCheckStep,
  EngineCard,
  EngineFacts,
  EnginePlan,
  MethodInput,
  StudioSettings,
} from '@contract/api';
import type { JsonValue } from '@core/errors/studio-error';
import type { RemarkEvent } from '@core/jobs/job-event';
import type { AudioTrack } from '@core/tracks/audio-track';
import type { WebAddress } from '@isi/web-address';
import type { AudioSource, RecordingPlace, TranscriptionEngine } from '../engines/engine';
import type { SpeechToken } from '../isi/client/token/token-client';
import type { CredentialStore } from './credentials/create-credential-store';
import type { Finding } from './diagnose';
import type { FetchTask } from './cloud/fetch-task';
import type { AskedParameters } from './cloud/read-job-parameters';
import type {
  AlignRecording,
  JobContext,
  JobOutcome,
  TranscribeRecording,
} from './jobs/transcribe-recording';
import type { MediaTools } from './media/find-media-tools';
import type { DecodeWarning } from './media/decode-warning';
import type { MediaInfo } from './media/probe-media';
import type { RuleProfiles } from './rules/rule-profiles';
import type { Folders } from './settings/folders';
import type { WebRecordings } from './web/web-recordings';

export interface StudioSurroundings {
  readonly folders: Folders;
  /** Asked each time, because a person may choose another ffmpeg while the studio runs. */
  readonly readSettings: () => StudioSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that holds `models` and, in a packaged product, `bin`. */
  readonly resourcesDirectory: string;
  /** Path of the built child of the local engine; by default beside the built bundle. */
  readonly engineChildScript?: string | undefined;
  readonly credentials: CredentialStore;
  /** Address of the proxy that the system's settings name, where the host can ask for it. */
  readonly readSystemProxy?: (() => Promise<string | undefined>) | undefined;
  /** Ports of this computer at which the host listens now. */
  readonly readOwnPorts?: (() => readonly number[]) | undefined;
  readonly log: (line: string) => void;
}

/** Something that engines can hear. */
export interface Audible {
  readonly audio: AudioSource;
  /** Of a file: what it holds, and which of its tracks is heard. */
  readonly info?: MediaInfo;
  /** What went wrong in decoding after it had given some sound; known once it was read. */
  warning(): DecodeWarning | undefined;
}

/** A media file that was found to hold sound. */
export interface Recording extends Audible {
  readonly info: MediaInfo;
}

/** Chooses among the audio tracks of a file: a number from 0, or undefined for the usual one. */
export type ChooseTrack = (tracks: readonly AudioTrack[]) => number | undefined;

/** What a job is told and tells while it runs. */
export type JobListener = Omit<JobContext, 'log'>;

/** The services of the product, the same behind the window, the browser host and the command line. */
export interface Studio extends StudioTasks {
  /** What subtitles can be checked by. */
  readonly ruleProfiles: RuleProfiles;
  /**
   * Checks before any work that an engine exists and knows a language.
   * @throws StudioError `engine/unavailable` or `engine/unsupported-language`
   */
  requireEngine(engineId: string, language: string | undefined): TranscriptionEngine;
  /**
   * An engine that places words in sound.
   * @param engineId by default the first that can
   * @throws StudioError `engine/unavailable`
   */
  requireAligner(engineId?: string): TranscriptionEngine;
  /** What the engines are, whether or not they could start. */
  describeEngines(): readonly EngineFacts[];
  /** All engines as a person chooses them, those that are still to come included. */
  listEngines(place: RecordingPlace): Promise<readonly EngineCard[]>;
  /** Whether services are given an address instead of a file. */
  findPlace(path: string): RecordingPlace;
  /** Downloads a recording of the web. @throws StudioError as `WebRecordings.fetch` */
  readonly fetchRecording: WebRecordings['fetch'];
  /** What an engine would do with a file. @throws StudioError `media/*`, `tool/*`, `usage/invalid` */
  plan(
    path: string,
    asked: Omit<MethodInput<'engines.plan'>, 'projectId'> & {
      /** That a person chose, from 0; by default the usual one. */
      readonly audioTrack?: number | undefined;
    },
    options: {
      readonly signal: AbortSignal;
      /** Takes 0 to 1. */
      readonly onListened?: (fraction: number) => void;
    },
  ): Promise<EnginePlan>;
  /** Tries the account; `onStep` is told each step when it is done. */
  checkCloud(
    appkeyId: string | undefined,
    signal: AbortSignal,
    onStep: (step: CloudCheckStep) => void,
  ): Promise<readonly CloudCheckStep[]>;
  /** The parameters of a job, by the usual Appkey's model. @throws StudioError `usage/invalid` */
  readParameters(asked: AskedParameters): Readonly<Record<string, JsonValue>>;
  /** A new token of the account's AccessKey. @throws StudioError as `StudioCloud.createToken` */
  createToken(signal: AbortSignal): Promise<SpeechToken>;
  /** ffmpeg and ffprobe as the settings have it now. @throws StudioError `tool/ffmpeg-missing` */
  findTools(signal?: AbortSignal): Promise<MediaTools>;
  /** @throws StudioError `media/*` or `tool/*` */
  probe(path: string, signal: AbortSignal): Promise<MediaInfo>;
  /**
   * Probes a file and prepares to decode one of its audio tracks.
   * @param chooseTrack gives what a person chose, from 0, of the tracks that are there, or throws;
   *   by default the usual one is heard [TR1]
   * @throws StudioError `media/*` or `tool/*`
   */
  openRecording(path: string, signal: AbortSignal, chooseTrack?: ChooseTrack): Promise<Recording>;
  /** A recording of the web, for engines whose service fetches it; nothing is looked at yet. */
  openAddress(address: WebAddress): Audible;
  /** Never rejects for a job's own failure: see {@link JobOutcome}. */
  transcribe(
    recording: Audible,
    options: {
      readonly engine: string;
    } & Pick<
      TranscribeRecording,
      | 'limits'
      | 'language'
      | 'model'
      | 'eachChannel'
      | 'appkeyId'
      | 'parameters'
      | 'idPrefix'
      | 'goesOnFrom'
    >,
    listener: JobListener,
  ): Promise<JobOutcome>;
  /** Gives a known text its times, with the engine that can. Ends as {@link Studio.transcribe} does. */
  align(
    recording: Audible,
    options: Pick<AlignRecording, 'units' | 'speakers' | 'lines' | 'limits' | 'model'>,
    listener: JobListener,
  ): Promise<JobOutcome>;
  /** Removes what a job that will not go on has left behind, by what its engine kept. */
  discard(
    job: { readonly engine: string; readonly language?: string; readonly appkeyId?: string },
    kept: JsonValue,
    report?: (event: RemarkEvent) => void,
  ): Promise<void>;
  /**
   * Deletes files that a program which was killed has left in the cache; before any job begins.
   * @param isWanted whether a job that goes on needs the files of this name
   */
  removeLeftovers(isWanted: (name: string) => boolean): Promise<void>;
  /** What the product needs on this computer, and what of it is there. */
  diagnose(): Promise<readonly Finding[]>;
  /** Ends child processes; the studio is of no use afterwards. */
  dispose(): Promise<void>;
}

/** How a run ended, and what another run of the program finds. */
export interface ResumableOutcome {
  readonly outcome: JobOutcome;
  /** What is kept, and the id of the task that goes on at the service, if any. */
  readonly kept: { readonly taskId: string | undefined } | undefined;
  /** The result is where it belongs: nothing is kept any more. */
  finish(): Promise<void>;
}

/** What a finished task gave. */
export interface FetchedTask {
  /** The service's reply, without signed links. */
  readonly reply: string;
  /** Where the same is kept. */
  readonly replyPath: string;
  /** The recording, where this computer handed the task in. */
  readonly source: string | undefined;
  /** The result is where it belongs: what was kept and uploaded for the task goes. */
  finish(): Promise<void>;
}

/** Tasks of a service that outlive the process that handed them in, for the command line. */
export interface StudioTasks {
  /**
   * As {@link Studio.transcribe}, going on with what another run of the program kept of the same
   * work. Whoever calls it says `finish` once the result is kept, and `release` in any case.
   * @param options `startsAnew` leaves a kept task alone, of which `onLeave` is told the id; `source`
   *   is the recording as it was named
   * @throws StudioError `engine/task-busy` (data: `path`, `pid`), `credentials/missing`,
   *   `cache/unwritable`
   */
  transcribeResumably(
    recording: Audible,
    options: Parameters<Studio['transcribe']>[1] & {
      readonly source: string;
      readonly startsAnew: boolean;
      readonly onLeave: (taskId: string) => void;
    },
    listener: JobListener,
  ): Promise<ResumableOutcome & { release(): Promise<void> }>;
  /** @throws StudioError as `fetchTask`, `output/unwritable` where the reply cannot be kept */
  fetchTask(asked: FetchTask): Promise<FetchedTask>;
}
