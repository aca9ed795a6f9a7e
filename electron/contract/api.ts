import type { StudioErrorJson } from '@core/errors/studio-error';
import type { HostCalls, HostEvents } from './calls/host-calls';
import type { FilesCalls, FilesEvents } from './calls/files-calls';
import type { ProjectsCalls, ProjectsEvents } from './calls/projects-calls';
import type { MediaCalls, MediaEvents } from './calls/media-calls';
import type { SettingsCalls, SettingsEvents } from './calls/settings-calls';
import type { CredentialsCalls, CredentialsEvents } from './calls/credentials-calls';
import type { CloudCalls, CloudEvents } from './calls/cloud-calls';
import type { EnginesCalls, EnginesEvents } from './calls/engines-calls';
import type { JobsCalls, JobsEvents } from './calls/jobs-calls';
import type { RulesCalls } from './calls/rules-calls';

export type { HostDescription } from './calls/host-calls';
export type { FileGrant, FilePurpose, FileToSave } from './calls/files-calls';
export type {
  EditReceipt,
  HistoryState,
  Draft,
  OpenProject,
  ProjectSummary,
  ExportChoices,
  ProjectView,
} from './calls/projects-calls';
export type {
  ImportedFile,
  SourceFile,
  ImportEffect,
  ImportPreview,
  ImportSource,
  SavedBack,
  SampleSentence,
  SubtitleFacts,
} from './imports';
export type {
  MediaAccess,
  PeaksAccess,
  PlaybackReason,
  PlaybackSubstitute,
} from './calls/media-calls';
export type {
  AppkeySetting,
  CloudParameterSettings,
  CloudSettings,
  DiagnosisFinding,
  ParameterPreset,
  SettingName,
  SettingsChange,
  StudioFolders,
  StudioSettings,
  ToolName,
} from './calls/settings-calls';
export type {
  CredentialChange,
  CredentialKind,
  CredentialPlace,
  CredentialState,
  CredentialsDescription,
} from './calls/credentials-calls';
export type { CloudCheckStep } from './calls/cloud-calls';
export type { EnginePlan } from './calls/engines-calls';
export type { JobState } from '@core/jobs/job-state';
export type {
  AlignJob,
  AlignOrder,
  JobNotice,
  JobOrder,
  JobStage,
  JobSummary,
  TranscribeJob,
  TranscribeOrder,
} from './jobs';

export type { EngineCard, EngineFacts } from './engines';

/**
 * The one interface between the window and the services: every call by name, with one object of
 * arguments. A new call is added in its file of `calls`; the compiler then names every place that
 * must follow.
 */
export interface StudioMethods
  extends
    HostCalls,
    FilesCalls,
    ProjectsCalls,
    MediaCalls,
    SettingsCalls,
    CredentialsCalls,
    CloudCalls,
    EnginesCalls,
    JobsCalls,
    RulesCalls {}

/** What the services tell every window, by name. */
export interface StudioEvents
  extends
    HostEvents,
    FilesEvents,
    ProjectsEvents,
    MediaEvents,
    SettingsEvents,
    CredentialsEvents,
    CloudEvents,
    EnginesEvents,
    JobsEvents {}

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
  'files.chooseSaveFolder': true,
  'files.saveInto': true,
  'files.encodeText': true,
  'files.reveal': true,
  'projects.list': true,
  'projects.openFile': true,
  'projects.previewImport': true,
  'projects.importFile': true,
  'projects.cancelImport': true,
  'projects.describeSource': true,
  'projects.saveBack': true,
  'projects.listImports': true,
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
  'media.chooseTrack': true,
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
  'rules.profiles': true,
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
