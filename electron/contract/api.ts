import type { CommandId } from '@core/commands/command-specs';
import type { EditLabel } from '@core/edits/edit';
import type { ProjectDiff } from '@core/edits/project-diff';
import type { JsonValue, StudioErrorJson } from '@core/errors/studio-error';
import type { CloudCheckId } from '@isi/cloud-check-ids';
import type { ChannelDecision } from '@isi/decide-channels';
import type { ConversionReason } from '@isi/plan-upload';
import type { SpeechRegion } from '@isi/speech-regions';
import type { JobState } from '@core/jobs/job-state';
import type { Locale, MessageKey } from '@core/messages/catalogue';
import type { Project } from '@core/project-file/project';
import type { JobOrder, JobSummary } from './jobs';
import type { EngineCard, EngineFacts } from './engines';

type Nothing = Readonly<Record<string, never>>;

/** What the renderer may know of where it runs. */
export interface HostDescription {
  readonly version: string;
  /** `electron`: the desktop product; `browser`: the same services behind a page on this computer. */
  readonly kind: 'electron' | 'browser';
  /** BCP 47 tag of the system's language. */
  readonly systemLanguage: string;
  /** Node's name of the system: `darwin` has ⌘ where others have Ctrl. */
  readonly platform: string;
  /** Whether the host opens and saves by the system's dialogs and menus; otherwise the page does. */
  readonly hasNativeDialogs: boolean;
  /** The engines of this studio, in the order in which people are shown them. */
  readonly engines: readonly EngineFacts[];
}

/** A file a person gave the studio: the only way the renderer can name one. */
export interface FileGrant {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly kind: 'media' | 'project';
}

export interface ProjectSummary {
  readonly id: string;
  readonly title: string;
  readonly mediaName: string;
  readonly mediaPath: string;
  readonly durationMs: number;
  readonly hasVideo: boolean;
  readonly sentenceCount: number;
  readonly language: string;
  /** When it was last opened or changed, ms since 1970. */
  readonly touchedAtMs: number;
  /** In the list: the recording is not where it was. */
  readonly isMediaMissing?: boolean;
}

/** What undo and redo would do next; absent where there is nothing. */
export interface HistoryState {
  readonly undo?: EditLabel;
  readonly redo?: EditLabel;
}

/** How a person left a project: comes back with it, and is no part of the undo history. */
export interface ProjectView {
  readonly selectedIds: readonly string[];
  readonly positionMs: number;
  /** First row in sight. */
  readonly topSentenceId?: string;
  /** Begin of the waveform in sight. */
  readonly waveformBeginMs?: number;
  /** Absent: the whole recording fits the window. */
  readonly pixelsPerSecond?: number;
}

export interface OpenProject {
  readonly project: Project;
  readonly revision: number;
  readonly history: HistoryState;
  readonly view: ProjectView;
  /** Text that was being typed when the studio went down, by sentence id. */
  readonly drafts: Readonly<Record<string, string>>;
}

export interface EditReceipt {
  readonly revision: number;
  readonly history: HistoryState;
}

/** Where the peaks of a recording are to be had: a peak file (`core/waveform`), which may grow. */
export interface PeaksAccess {
  readonly url: string;
  /** Peaks of level 0 that can be read now. */
  readonly count: number;
  readonly isComplete: boolean;
}

/** How a recording is to be played and drawn. */
export interface MediaAccess {
  /** `missing`: the file is not where it was; the text can be edited all the same. */
  readonly state: 'ready' | 'missing';
  /**
   * Of one that is missing: the project came from elsewhere, and the recording that it names is not
   * opened before a person has chosen it.
   */
  readonly isOnlyNamed?: boolean;
  /** For `<audio>` and `<video>`, with Range; of the proxy where one is ready. */
  readonly url: string;
  readonly hasVideo: boolean;
  readonly proxy:
    | { readonly state: 'none' }
    | { readonly state: 'making'; readonly fraction: number }
    | { readonly state: 'ready' }
    | { readonly state: 'failed'; readonly error: StudioErrorJson };
  readonly peaks: PeaksAccess;
}

export type { JobState };
export type {
  AlignJob,
  AlignOrder,
  JobNotice,
  JobOrder,
  JobProgressSummary,
  JobStage,
  JobSummary,
  TranscribeJob,
  TranscribeOrder,
} from './jobs';

export type { EngineCard, EngineFacts };

/** What a person chose once and for all. Absent: the studio's own default. */
export interface StudioSettings {
  readonly locale?: Locale | undefined;
  readonly theme?: 'system' | 'light' | 'dark' | undefined;
  readonly density?: 'compact' | 'comfortable' | undefined;
  readonly ffmpegPath?: string | undefined;
  readonly ffprobePath?: string | undefined;
  /** Engine, speech language and model of the last transcription. */
  readonly engine?: string | undefined;
  readonly language?: string | undefined;
  readonly model?: string | undefined;
  readonly volume?: number | undefined;
  readonly playbackRate?: number | undefined;
  readonly followPlayback?: boolean | undefined;
  /** Shown columns of the table in order, and widths in px. */
  readonly tableColumns?: readonly string[] | undefined;
  readonly columnWidths?: Readonly<Record<string, number>> | undefined;
  /** Sizes of the window's parts in px, by name; 0 is folded away. */
  readonly panelSizes?: Readonly<Record<string, number>> | undefined;
  readonly exportFormat?: string | undefined;
  readonly cloud?: CloudSettings | undefined;
  readonly cloudParameters?: CloudParameterSettings | undefined;
}

/** Parameters of a service of the cloud under a name, by the vendor's names. */
export interface ParameterPreset {
  readonly name: string;
  readonly engine: string;
  readonly values: Readonly<Record<string, JsonValue>>;
}

/** Parameters of the services of the cloud as they were set last, and under names. */
export interface CloudParameterSettings {
  /** By engine, then by the id of the Appkey. */
  readonly last?:
    | Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, JsonValue>>>>>>
    | undefined;
  readonly presets?: readonly ParameterPreset[] | undefined;
}

/** A project of the vendor's console: an Appkey, and what was chosen for it there. */
export interface AppkeySetting {
  readonly id: string;
  /** As the person calls it. */
  readonly name: string;
  readonly appkey: string;
  /** Model of the console's table; without it nobody knows what the project supports. */
  readonly model?: string | undefined;
  /** BCP 47 tag and sample rate of the model's row: some names stand in several. */
  readonly tag?: string | undefined;
  readonly sampleRateHz?: 8000 | 16000 | undefined;
  /** Where the project is; by default in the region of the account. */
  readonly region?: SpeechRegion | undefined;
}

/** The account of Alibaba Cloud, as far as it is no secret. */
export interface CloudSettings {
  readonly region?: SpeechRegion | undefined;
  /** The services are asked through the vendor's own network: only from its machines. */
  readonly isInternal?: boolean | undefined;
  readonly appkeys?: readonly AppkeySetting[] | undefined;
  /** The Appkey that is used where none is named; by default the first. */
  readonly usualAppkeyId?: string | undefined;
  readonly bucket?:
    | {
        readonly name: string;
        /** `cn-shanghai`; by default that of the services. */
        readonly region?: string | undefined;
        /** Origin of a storage of one's own. */
        readonly endpoint?: string | undefined;
      }
    | undefined;
  /** Uploads stay in the bucket after their result is here. */
  readonly keepsUploads?: boolean | undefined;
  readonly proxy?: { readonly url: string; readonly username?: string | undefined } | undefined;
  /** How many jobs of the cloud run at once, 1 to 10; by default 2. */
  readonly jobsAtOnce?: number | undefined;
}

export type SettingName = keyof StudioSettings;

export type ToolName = 'ffmpeg' | 'ffprobe';

/** What a page may change: which programs are run is chosen outside of it. */
export type SettingsChange = Omit<StudioSettings, `${ToolName}Path`>;

/** What can be set and cleared: what belongs together is replaced together. */
export type CredentialKind = 'accessKey' | 'pastedToken' | 'proxyPassword';

/** The only thing of the contract that carries a secret, and it goes inward only. */
export type CredentialChange =
  | {
      readonly kind: 'accessKey';
      readonly accessKeyId: string;
      readonly accessKeySecret: string;
      /** Of a temporary key (STS). */
      readonly securityToken?: string | undefined;
      /** When a temporary key ends, ms since 1970. */
      readonly expiresAtMs?: number | undefined;
    }
  /** A token a person made elsewhere; without an expiry it is used until it is refused. */
  | {
      readonly kind: 'pastedToken';
      readonly token: string;
      /** ms since 1970. */
      readonly expiresAtMs?: number | undefined;
    }
  | { readonly kind: 'proxyPassword'; readonly proxyPassword: string };

/** Where a credential that is used comes from. `session`: it is gone when the studio ends. */
export type CredentialPlace = 'keychain' | 'session' | 'environment';

/** What the window may know of one credential: never its value. */
export interface CredentialState {
  readonly name:
    | 'accessKeyId'
    | 'accessKeySecret'
    | 'securityToken'
    | 'pastedToken'
    | 'proxyPassword';
  /** Absent: there is none, or a locked keychain does not say. */
  readonly place?: CredentialPlace;
  /** First and last characters of an AccessKey id ("LTAI…3f2a"); of a secret there is none. */
  readonly mask?: string;
  /** Of a token or a temporary key, ms since 1970. */
  readonly expiresAtMs?: number;
}

/** All of what the window may know of credentials. */
export interface CredentialsDescription {
  readonly keychain: {
    readonly state: 'ready' | 'locked' | 'absent' | 'library-missing';
    /** As a person knows it ("GNOME Keyring"), where that can be told. */
    readonly name?: string;
  };
  readonly credentials: readonly CredentialState[];
  /** Something was set or cleared that the keychain has not taken; `credentials.retry` tells it. */
  readonly isUnsaved: boolean;
  /** The environment holds something that could be imported. */
  readonly canImport: boolean;
}

/** One step of the test of a person's account. */
export interface CloudCheckStep {
  readonly id: CloudCheckId;
  /** `skipped`: an earlier step failed, or what it needs was not entered. */
  readonly state: 'ok' | 'failed' | 'skipped';
  readonly error?: StudioErrorJson;
  /** Of the clock: how far this computer is ahead of the vendor, ms. */
  readonly aheadMs?: number;
}

/** What would be sent of a recording, said before anything is. */
export interface EnginePlan {
  readonly sizeBytes: number;
  readonly durationMs?: number;
  /** ffmpeg's names of container and codec. */
  readonly container: string;
  readonly codec: string;
  readonly hasVideo: boolean;
  /** Of an engine of the cloud: what leaves this computer. Absent: nothing does. */
  readonly upload?: {
    /** `address`: the service fetches the recording from the web; nothing of it is sent. */
    readonly kind: 'as-is' | 'encode' | 'parts' | 'address';
    readonly reason?: ConversionReason;
    /** Of what is made, an estimate. */
    readonly sizeBytes: number;
    readonly partCount: number;
    /** Which of its channels, and what is charged; absent as long as `listensFirst`. */
    readonly channels?: ChannelDecision & {
      /** Of the whole recording, all channels that are charged; absent where nobody knows its length. */
      readonly billedMs?: number;
    };
    /** It has two channels that nobody listened to yet. */
    readonly listensFirst?: true;
    /** Of the service it goes to: what the environment says wins over the settings. */
    readonly region: NonNullable<CloudSettings['region']>;
  };
  /** How long it will take, roughly, ms. */
  readonly estimatedMs?: number;
  /**
   * Nobody chose the recording here: it lay beside a project file that came from elsewhere. Before
   * it is sent a person must be asked, with its whole path.
   */
  readonly question?: { readonly path: string };
}

/** One finding of the check of this computer, as the settings show it. */
export interface DiagnosisFinding {
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly detail:
    | { readonly text: string }
    | {
        readonly key: MessageKey;
        readonly parameters?: Readonly<Record<string, string | number>>;
      };
  readonly fix?: MessageKey;
}

export interface StudioFolders {
  readonly home: string;
  readonly projects: string;
  readonly cache: string;
}

/**
 * The one interface between the window and the services: every call by name, with one object of
 * arguments. A new call is added here; the compiler then names every place that must follow.
 */
export interface StudioMethods {
  'host.describe': (input: Nothing) => Promise<HostDescription>;
  /** The project to show at start: of the command line, or of the last session. */
  'host.initialProject': (input: Nothing) => Promise<{ readonly projectId?: string }>;
  /** Tells a host with native menus which commands can run now. */
  'host.showCommands': (input: { readonly enabled: readonly CommandId[] }) => Promise<null>;

  'settings.read': (input: Nothing) => Promise<StudioSettings>;
  /**
   * Keeps the given values. Those named in `cleared` go back to their defaults: JSON, which some
   * transports speak, would lose a value of `undefined`. `settings/too-large`, and nothing is changed.
   */
  'settings.update': (input: {
    readonly changes: SettingsChange;
    readonly cleared?: readonly SettingName[] | undefined;
  }) => Promise<StudioSettings>;
  /**
   * Lets the person choose a program in the system's open dialog, and keeps it if it answers as the
   * tool does. `tool/refused` where it does not, and `host/unsupported` where there is no dialog.
   */
  'settings.chooseTool': (input: { readonly tool: ToolName }) => Promise<StudioSettings>;
  'settings.folders': (input: Nothing) => Promise<StudioFolders>;
  'settings.diagnose': (input: Nothing) => Promise<readonly DiagnosisFinding[]>;

  'credentials.describe': (input: Nothing) => Promise<CredentialsDescription>;
  /**
   * Keeps a credential in the keychain; where it takes nothing, for this session only, and the
   * answer says so. Takes the place of the one there was as a whole.
   */
  'credentials.set': (input: CredentialChange) => Promise<CredentialsDescription>;
  /** Forgets what the studio keeps. The environment is not the studio's and stays. */
  'credentials.clear': (input: {
    readonly kind: CredentialKind;
  }) => Promise<CredentialsDescription>;
  /** Keeps what the environment holds; `credentials/missing` where that is nothing. */
  'credentials.importFromEnvironment': (input: Nothing) => Promise<CredentialsDescription>;
  /** Tells the keychain, which may be unlocked by now, what it has not taken. */
  'credentials.retry': (input: Nothing) => Promise<CredentialsDescription>;

  /** The system's open dialog; `host/unsupported` where there is none. */
  'files.choose': (input: {
    readonly purpose: 'media' | 'project' | 'both';
  }) => Promise<readonly FileGrant[]>;
  /**
   * Downloads a recording of the web; the answer comes when it is here. `fetchId` is the asker's own,
   * for `files.fetching` and `files.cancelFetch`. `address/*`, `media/link-*`, `job/cancelled`.
   *
   * `address/private-host` where it leads to this computer or its network: the person is asked, and
   * `confirmedHosts` holds, for this download only, the `host` of each such error that was confirmed.
   */
  'files.fetch': (input: {
    readonly address: string;
    readonly fetchId: string;
    readonly confirmedHosts?: readonly string[] | undefined;
  }) => Promise<FileGrant>;
  'files.cancelFetch': (input: { readonly fetchId: string }) => Promise<null>;
  /**
   * The system's save dialog and a file written there, of a text or of bytes; `host/unsupported`
   * where there is none.
   */
  'files.saveText': (
    input: { readonly suggestedName: string } & (
      | { readonly text: string }
      | { readonly base64: string }
    ),
  ) => Promise<{ readonly savedAs?: string }>;
  /** Shows a project's recording in the system's file manager. */
  'files.reveal': (input: { readonly projectId: string }) => Promise<null>;

  /** All projects, last touched first. */
  'projects.list': (input: Nothing) => Promise<readonly ProjectSummary[]>;
  /** Makes a project of a recording (or finds the one it has), or takes in a `.zimu` file. */
  'projects.openFile': (input: { readonly fileId: string }) => Promise<ProjectSummary>;
  'projects.open': (input: { readonly projectId: string }) => Promise<OpenProject>;
  /**
   * Applies and journals a diff that the renderer has already applied to its copy. `origin` names
   * the window, which gets no event for its own edit; edits of one `group` (a drag, a burst of
   * typing) are undone as one. `project/conflict` where a record is not as the diff says.
   */
  'projects.edit': (input: {
    readonly projectId: string;
    readonly origin: string;
    readonly label: EditLabel;
    readonly diff: ProjectDiff;
    readonly group?: string | undefined;
  }) => Promise<EditReceipt>;
  /** Takes back, or does again; the change reaches every window by `project.changed`. */
  'projects.undo': (input: { readonly projectId: string }) => Promise<EditReceipt>;
  'projects.redo': (input: { readonly projectId: string }) => Promise<EditReceipt>;
  /** Keeps text that is being typed; no `text`: typing ended. */
  'projects.keepDraft': (input: {
    readonly projectId: string;
    readonly sentenceId: string;
    readonly text?: string | undefined;
  }) => Promise<null>;
  'projects.keepView': (input: {
    readonly projectId: string;
    readonly view: ProjectView;
  }) => Promise<null>;
  /** Writes a `.zimu` file by the system's dialog, or gives where it can be downloaded. */
  'projects.saveCopy': (input: {
    readonly projectId: string;
  }) => Promise<{ readonly savedAs?: string; readonly downloadUrl?: string }>;
  /** Forgets a project and its text; the recording stays. */
  'projects.remove': (input: { readonly projectId: string }) => Promise<null>;

  'media.open': (input: { readonly projectId: string }) => Promise<MediaAccess>;
  /** Begins to make what Chromium can play; progress comes by `media.changed`. */
  'media.makeProxy': (input: { readonly projectId: string }) => Promise<MediaAccess>;
  /**
   * Takes another file for a recording that is missing; `media/other-recording` where its length says
   * that it is another one, unless that `isMeant`.
   */
  'media.relocate': (input: {
    readonly projectId: string;
    readonly fileId: string;
    readonly isMeant?: boolean | undefined;
  }) => Promise<MediaAccess>;

  /** @param input `projectIds`: of recordings that are to be heard, which may need less */
  'engines.list': (input: {
    readonly projectIds?: readonly string[] | undefined;
  }) => Promise<readonly EngineCard[]>;
  /** What an engine would do with the recording of a project; the Appkey's model counts too. */
  'engines.plan': (input: {
    readonly projectId: string;
    readonly engine: string;
    readonly appkeyId?: string | undefined;
    /** What a person set of it. */
    readonly firstChannelOnly?: boolean | undefined;
    readonly splitsSpeakers?: boolean | undefined;
    /**
     * Whether two channels are listened to now, which takes up to a minute for an hour and is told by
     * `engines.listened`; else only what is known of them already is said.
     */
    readonly listens?: boolean | undefined;
  }) => Promise<EnginePlan>;
  /** Ends what listens to recordings for `engines.plan`: those calls fail with `job/cancelled`. */
  'engines.cancelPlans': (input: Nothing) => Promise<null>;

  /**
   * Tries an account: clock, token, Appkey (with a second of made speech), bucket. Each step is
   * told by `cloud.checked` when it is done; a step that fails is a result, no error.
   */
  'cloud.check': (input: {
    readonly appkeyId?: string | undefined;
  }) => Promise<readonly CloudCheckStep[]>;
  /**
   * Ends the tests that run; `cloud.check` ends with `job/cancelled` when what it stored in the
   * bucket is deleted.
   */
  'cloud.cancelCheck': (input: Nothing) => Promise<null>;

  'jobs.list': (input: Nothing) => Promise<readonly JobSummary[]>;
  /** Puts a job on the list. `project/busy` where the very same one has not ended. */
  'jobs.start': (input: JobOrder) => Promise<JobSummary>;
  'jobs.cancel': (input: { readonly jobId: string }) => Promise<null>;
  'jobs.retry': (input: { readonly jobId: string }) => Promise<JobSummary>;
  /** Holds a job that waits or runs; a running one is interrupted with what it can go on from. */
  'jobs.pause': (input: { readonly jobId: string }) => Promise<JobSummary>;
  /** Lets a paused job wait for its turn again, at its place. */
  'jobs.resume': (input: { readonly jobId: string }) => Promise<JobSummary>;
  /** Puts a waiting job before another one that waits, or behind all of them. */
  'jobs.move': (input: {
    readonly jobId: string;
    readonly beforeId?: string | undefined;
  }) => Promise<null>;
  /** Takes an ended job off the list. */
  'jobs.dismiss': (input: { readonly jobId: string }) => Promise<null>;
}

/** What the services tell every window, by name. */
export interface StudioEvents {
  'project.changed': {
    readonly projectId: string;
    readonly revision: number;
    readonly diff: ProjectDiff;
    readonly history: HistoryState;
    /** The window whose edit it was; absent for undo, redo and jobs. */
    readonly origin?: string;
  };
  /** A file came from outside: a second start, the file manager, the command line. */
  'project.openRequested': { readonly projectId: string };
  /** How far a download is; without `totalBytes` its server does not say how much there is. */
  'files.fetching': {
    readonly fetchId: string;
    readonly receivedBytes: number;
    readonly totalBytes?: number;
  };
  'projects.changed': Nothing;
  'job.changed': JobSummary;
  'job.removed': { readonly jobId: string };
  /** The order changed: all jobs there are, by their ids. */
  'jobs.reordered': { readonly jobIds: readonly string[] };
  'peaks.changed': {
    readonly projectId: string;
    readonly count: number;
    readonly isComplete: boolean;
    readonly error?: StudioErrorJson;
  };
  'media.changed': { readonly projectId: string; readonly access: MediaAccess };
  'settings.changed': StudioSettings;
  'credentials.changed': CredentialsDescription;
  'cloud.checked': CloudCheckStep;
  /** How far the listening for a plan is, 0 to 1. */
  'engines.listened': { readonly projectId: string; readonly fraction: number };
  /** A native menu was used. */
  'command.run': { readonly commandId: CommandId };
}

export type MethodName = keyof StudioMethods;
export type MethodInput<Name extends MethodName> = Parameters<StudioMethods[Name]>[0];
export type MethodOutput<Name extends MethodName> = Awaited<ReturnType<StudioMethods[Name]>>;
export type EventName = keyof StudioEvents;

/** How services speak to windows, without knowing how many there are. */
export type Publish = <Name extends EventName>(name: Name, payload: StudioEvents[Name]) => void;

/** All names, so that a transport can refuse any other; a missing one does not compile. */
export const methodNames = Object.keys({
  'host.describe': true,
  'host.initialProject': true,
  'host.showCommands': true,
  'settings.read': true,
  'settings.update': true,
  'settings.chooseTool': true,
  'settings.folders': true,
  'settings.diagnose': true,
  'credentials.describe': true,
  'credentials.set': true,
  'credentials.clear': true,
  'credentials.importFromEnvironment': true,
  'credentials.retry': true,
  'files.choose': true,
  'files.fetch': true,
  'files.cancelFetch': true,
  'files.saveText': true,
  'files.reveal': true,
  'projects.list': true,
  'projects.openFile': true,
  'projects.open': true,
  'projects.edit': true,
  'projects.undo': true,
  'projects.redo': true,
  'projects.keepDraft': true,
  'projects.keepView': true,
  'projects.saveCopy': true,
  'projects.remove': true,
  'media.open': true,
  'media.makeProxy': true,
  'media.relocate': true,
  'engines.list': true,
  'engines.plan': true,
  'engines.cancelPlans': true,
  'cloud.check': true,
  'cloud.cancelCheck': true,
  'jobs.list': true,
  'jobs.start': true,
  'jobs.cancel': true,
  'jobs.retry': true,
  'jobs.pause': true,
  'jobs.resume': true,
  'jobs.move': true,
  'jobs.dismiss': true,
} satisfies Record<MethodName, true>) as readonly MethodName[];

export const eventNames = Object.keys({
  'project.changed': true,
  'project.openRequested': true,
  'files.fetching': true,
  'projects.changed': true,
  'job.changed': true,
  'job.removed': true,
  'jobs.reordered': true,
  'peaks.changed': true,
  'media.changed': true,
  'settings.changed': true,
  'credentials.changed': true,
  'cloud.checked': true,
  'engines.listened': true,
  'command.run': true,
} satisfies Record<EventName, true>) as readonly EventName[];

/** How a call ends; never a rejection, because Electron strips rejected errors of their fields. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: StudioErrorJson };

/** The two functions each host gives its renderer. */
export interface Transport {
  invoke(name: string, input: unknown): Promise<Reply>;
  /** @returns a function that ends the subscription */
  subscribe(event: string, listener: (payload: unknown) => void): () => void;
}

/**
 * What Electron's preload puts on `window.studio`: the transport, and the one thing only a preload
 * can do, which is to tell which file on disk a dropped `File` is.
 */
export interface PreloadBridge extends Transport {
  /** Resolves to a {@link Reply} with a list of {@link FileGrant}. */
  grantFiles(files: readonly object[]): Promise<Reply>;
}
