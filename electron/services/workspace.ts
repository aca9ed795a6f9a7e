import type {
  CloudCheckStep,
  DiagnosisFinding,
  EnginePlan,
  EngineCard,
  EngineFacts,
  FileGrant,
  FilePurpose,
  HostDescription,
  JobSummary,
  MediaAccess,
  MethodInput,
  OpenProject,
  PlaybackReason,
  Publish,
  StudioFolders,
  StudioSettings,
  ToolName,
} from '@contract/api';
import type { CommandId } from '@core/commands/command-specs';
import type { RuleProfile } from '@core/qc/rule-profile';
import type { CredentialStore } from './credentials/create-credential-store';
import type { SecretStore } from './credentials/secret-store';
import type { Projects } from './projects/projects';
import type { Folders } from './settings/folders';

/** Files that a person gave the studio, by ids that cannot be guessed. */
export interface FileGrants {
  /** @throws StudioError `media/not-found`, `media/not-a-file`, `media/empty` */
  grant(path: string): Promise<FileGrant>;
  /** @throws StudioError `file/not-granted` */
  getPath(id: string): string;
  /** A folder that a person chose to save files into. @returns its id */
  grantFolder(path: string): string;
  /** @throws StudioError `file/not-granted`, also for the id of a file */
  getFolder(id: string): string;
}

export interface SettingsStore {
  read(): StudioSettings;
  /**
   * Keeps and publishes.
   * @throws StudioError `settings/too-large`, and nothing is changed; `settings/unwritable`, and the
   *   change holds all the same
   */
  update(changes: StudioSettings): Promise<StudioSettings>;
}

/** Recordings of projects as something to play and draw. */
export interface MediaLibrary {
  /** Begins to build the peaks, if there are none yet. Progress is published. */
  open(projectId: string): Promise<MediaAccess>;
  makeProxy(projectId: string, reason?: PlaybackReason): Promise<MediaAccess>;
  /** Tells every window how a recording that is open is played now: another track is heard. */
  follow(projectId: string): Promise<void>;
  /**
   * Answers for the bytes of media, peaks and project copies: `GET` and `HEAD`, with `Range`, on
   * the paths that {@link HostSide.byteUrl} was asked for. 404 for every other path. The same
   * handler stands behind the custom protocol of Electron and the path of the browser host. Only
   * the last two parts of the URL's path count (`media/3f…`), so a host may put its own before.
   */
  answer(request: Request): Promise<Response>;
  dispose(): Promise<void>;
}

/** Transcriptions, in an order that a person can change; how many at once is said in [JO3]. */
export interface JobQueue {
  list(): readonly JobSummary[];
  /**
   * @throws StudioError `project/not-found`, `media/none`, `media/not-chosen`, `media/not-confirmed`,
   *   `engine/*` before it is queued
   */
  start(input: MethodInput<'jobs.start'>): Promise<JobSummary>;
  cancel(jobId: string): Promise<void>;
  /** Behind all others. @throws StudioError as {@link start}, `job/not-found` */
  retry(jobId: string): Promise<JobSummary>;
  /**
   * Holds a job until {@link resume}, in another run of the studio too. One that runs is
   * interrupted and has stopped when this is fulfilled; where it ended meanwhile, it has ended.
   * @throws StudioError `job/not-found`, `job/ended`
   */
  pause(jobId: string): Promise<JobSummary>;
  /** At its place, and from where it was if it can. @throws StudioError as {@link pause} */
  resume(jobId: string): Promise<JobSummary>;
  /**
   * Puts a waiting job before another one that waits, or behind all of them.
   * @throws StudioError `job/not-found`, `job/not-waiting`
   */
  move(jobId: string, beforeId?: string): void;
  dismiss(jobId: string): void;
  /** Cancels what runs; what was recognised stays in its project. */
  dispose(): Promise<void>;
}

/** What only a host can do; everything else is the same in each of them. */
export interface HostSide {
  readonly description: Omit<HostDescription, 'engines'>;
  /** The address of bytes under a path such as `media/3f…`, as its renderer may use it. */
  byteUrl(path: string): string;
  /** Paths a person chose; none if they thought better of it. Absent: no native dialogs. */
  readonly chooseFiles?: (purpose: FilePurpose) => Promise<readonly string[]>;
  /** The path a person chose to save under; undefined if they thought better of it. */
  readonly choosePathToSave?: (suggestedName: string) => Promise<string | undefined>;
  /** The folder a person chose to save files into; undefined if they thought better of it. */
  readonly chooseSaveFolder?: () => Promise<string | undefined>;
  /** The path of the program a person chose; undefined if they thought better of it. */
  readonly chooseTool?: (tool: ToolName) => Promise<string | undefined>;
  readonly reveal?: (path: string) => void;
  readonly showCommands?: (enabled: readonly CommandId[]) => void;
}

/** What a host gives the services of its process. */
export interface WorkspaceSurroundings {
  readonly folders: Folders;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that holds `models` and, in a packaged product, `bin`. */
  readonly resourcesDirectory: string;
  /** Path of the built child of the local engine; by default beside the built bundle. */
  readonly engineChildScript?: string | undefined;
  readonly byteUrl: HostSide['byteUrl'];
  /** Reaches every window there is; may be called before there is one. */
  readonly publish: Publish;
  /** Where secrets are kept; by default the keychain of this computer. */
  readonly secrets?: SecretStore;
  /** Address of the proxy that the system's settings name, where the host can ask for it. */
  readonly readSystemProxy?: () => Promise<string | undefined>;
  /** Ports of this computer at which the host listens now; absent: it listens at none. */
  readonly readOwnPorts?: () => readonly number[];
  /** A line for the log; what is secret in it was taken out. */
  readonly log: (line: string) => void;
}

/** The services behind a window. Made once for each process by `createWorkspace`. */
export interface Workspace {
  /** Aborted when the studio ends: whatever only a call waits for is given up. */
  readonly ending: AbortSignal;
  readonly projects: Projects;
  readonly jobs: JobQueue;
  readonly media: MediaLibrary;
  readonly settings: SettingsStore;
  readonly credentials: CredentialStore;
  readonly grants: FileGrants;
  readonly folders: StudioFolders;
  /**
   * Opens a project in a window; it is the one to show after a reload or a restart.
   * @throws StudioError as `Projects.open`
   */
  openProject(projectId: string): Promise<OpenProject>;
  /** What the engines are, whether or not they could start. */
  describeEngines(): readonly EngineFacts[];
  /** What texts can be checked by, in the order of the ids. */
  listRuleProfiles(): Promise<readonly RuleProfile[]>;
  /** @param projectIds of recordings that are to be heard: of an address no bucket is needed */
  listEngines(projectIds?: readonly string[]): Promise<readonly EngineCard[]>;
  /** @throws StudioError `project/not-found`, `engine/unavailable`, `media/*`, `tool/*` */
  planEngine(input: MethodInput<'engines.plan'>): Promise<EnginePlan>;
  /** Ends what listens to recordings for {@link planEngine}. */
  cancelPlans(): void;
  /** Tries the account; each step is published when it is done. */
  checkCloud(appkeyId: string | undefined): Promise<readonly CloudCheckStep[]>;
  /** Ends the tests of the account that run, which clean up first. */
  cancelCloudCheck(): void;
  /**
   * Keeps a program that a person chose, if it is the tool it was chosen for.
   * @throws StudioError `tool/refused`, and the one there was stays; as `SettingsStore.update`
   */
  keepTool(tool: ToolName, path: string): Promise<StudioSettings>;
  /** What the product needs on this computer, and what of it is there. */
  diagnose(): Promise<readonly DiagnosisFinding[]>;
  /**
   * The project of {@link openFromOutside} that no window has asked for yet, else the one that was
   * opened last, in this run or an earlier one.
   */
  findInitialProject(): Promise<{ readonly projectId?: string }>;
  /**
   * Writes a whole file or nothing; gives the path.
   * @throws StudioError `output/unwritable`
   */
  writeText(path: string, content: string | Buffer): Promise<string>;
  /**
   * Downloads a recording of the web; progress is published.
   * @param confirmedHosts of this computer or its network, which the person confirmed
   * @returns its path
   * @throws StudioError `address/*`, and as `WebRecordings.fetch`
   */
  fetchFile(address: string, fetchId: string, confirmedHosts?: readonly string[]): Promise<string>;
  /** Ends a download, if it is still under way. */
  cancelFetch(fetchId: string): void;
  /**
   * Opens files from outside (command line, second start) in the window, or at its start, as if they
   * were dropped on it: a subtitle with the recording that belongs to it, and the first is shown.
   * @param paths absolute
   * @param onFailure hears why one did not open, and the others are opened all the same; without it
   *   the first failure is thrown, and what comes after stays closed
   * @throws StudioError what a file could not be opened for
   */
  openFromOutside(
    paths: readonly string[],
    onFailure?: (thrown: unknown) => Promise<void>,
  ): Promise<void>;
  /** Ends jobs and children and writes what is still to be written. */
  dispose(): Promise<void>;
}
