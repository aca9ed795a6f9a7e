import type { ReplyRepair } from '@core/replies/reply-repair';
import type {
  EditReceipt,
  ImportedFile,
  SourceFile,
  ImportPreview,
  MethodInput,
  OpenProject,
  ProjectSummary,
  Draft,
  ProjectView,
} from '@contract/api';
import type { ChosenForm } from '@core/formats/text-form';
import type { EditLabel } from '@core/edits/edit';
import type { ImportMode } from '@core/edits/kinds/import-text';
import type { AskedImport } from './asked-import';
import type { ProjectDiff } from '@core/edits/project-diff';
import type { Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';

/** An edit that comes from the services themselves, such as a job's result. */
export interface BackgroundEdit {
  readonly projectId: string;
  readonly label: EditLabel;
  /**
   * All edits of one group are one entry of the history, wherever it stands: a job adds to its own
   * entry while a person goes on editing above it. It leaves what can be redone.
   */
  readonly group: string;
  readonly diff: ProjectDiff;
}

/** A recording that may be opened for a project. */
export interface FoundRecording {
  readonly path: string;
  /** Nobody chose it here: it lay beside a project file that came from elsewhere. */
  readonly isFromProjectFile: boolean;
}

/**
 * The documents of the studio: kept in the data folder from the first second, each with a snapshot
 * and a journal of diffs, and changed only through here. Every change is published to all windows.
 */
export interface Projects {
  list(): Promise<readonly ProjectSummary[]>;
  /**
   * The project of a recording: the one it has, or a new one. A `.zimu` file is taken in as a
   * project of its own; its recording is found where it was, if it was made here, or beside it. A
   * subtitle file becomes a project: of the recording that is given with it, or lies beside it under
   * its name [PF5], or of none yet [PF9]. It goes to the project that was made of it, if there is
   * one, or else to one of its recording that has no text yet.
   * @param options `mediaPath`: the recording given with a subtitle file; `encoding`: its label, where a
   *   person named it
   * @throws StudioError `media/*`, `tool/*`, `text/unreadable`, `text/too-large`,
   *   `project/unreadable`, `project/too-new`, `project/unwritable`
   */
  openFile(
    path: string,
    signal: AbortSignal,
    options?: {
      readonly mediaPath?: string | undefined;
      readonly encoding?: string | undefined;
    },
  ): Promise<ProjectSummary>;
  /**
   * What a subtitle file holds, and what importing it into a project would do.
   * @throws StudioError `text/unreadable`, `text/too-large`, `text/no-source`, `project/not-found`,
   *   `job/cancelled`
   */
  previewImport(
    asked: AskedImport & { readonly projectId?: string | undefined },
    signal?: AbortSignal,
  ): Promise<ImportPreview>;
  /**
   * Brings a subtitle file into a project as one edit [ED13]; its bytes, its encoding and what was
   * mended in it are kept beside the document.
   * @throws StudioError as {@link previewImport}, `project/unwritable`; then nothing is kept
   */
  importFile(
    asked: AskedImport & { readonly projectId: string; readonly mode: ImportMode },
    signal?: AbortSignal,
  ): Promise<EditReceipt>;
  /**
   * The file that the text came from, and what saving it back would do; undefined where there is none.
   * @param form as a person chose to write it
   * @throws StudioError `project/not-found`
   */
  describeSource(projectId: string, form?: ChosenForm): Promise<SourceFile | undefined>;
  /**
   * Writes the text back to the file that it came from [FM87]; `form` is how a person chose to write it.
   * @throws StudioError `text/no-source`, `text/source-changed` unless confirmed,
   *   `text/encoding-lacks`, `output/unwritable`; the file is then as it was
   */
  saveBack(asked: {
    readonly projectId: string;
    readonly isConfirmed: boolean;
    readonly form?: ChosenForm | undefined;
  }): Promise<{ readonly savedAs: string }>;
  /** The files that came in, the last first, also where the edit was undone. */
  listImports(projectId: string): Promise<readonly ImportedFile[]>;
  /** @throws StudioError `project/not-found`, `project/unreadable`, `project/too-new` */
  open(projectId: string): Promise<OpenProject>;
  /** The document as it is now. @throws StudioError `project/not-found` */
  read(projectId: string): Promise<Project>;
  /**
   * The recording of a project, as far as it may be opened [PF5]: one that a person opened or chose
   * on this computer, or a file beside the project file. Nothing else that a project says of its
   * recording is even looked at. A recording that was chosen may have gone since.
   * @throws StudioError `project/not-found`
   */
  findRecording(projectId: string): Promise<FoundRecording | undefined>;
  /** Whether nobody need be asked before a recording goes to the service of an engine. */
  maySend(
    recording: { readonly projectId: string; readonly path: string },
    engine: string,
  ): Promise<boolean>;
  /** A person was asked and said yes. */
  allowSending(
    recording: { readonly projectId: string; readonly path: string },
    engine: string,
  ): Promise<void>;
  /** @throws StudioError `project/conflict`, `project/not-found`, `project/unwritable` */
  edit(input: MethodInput<'projects.edit'>): Promise<EditReceipt>;
  /**
   * As {@link edit}, for a service. While a group is held open its entry cannot be undone.
   * @throws StudioError as {@link edit}
   */
  editInBackground(edit: BackgroundEdit): Promise<EditReceipt>;
  /**
   * The sentences that a group has put in, as it left them, whatever became of them since. Those of
   * a group that was taken back are not among them, nor those that the history has forgotten.
   */
  readGroup(projectId: string, group: string): Promise<readonly Sentence[]>;
  /** Ends a group: its entry can be undone as one. */
  endGroup(projectId: string, group: string): Promise<void>;
  undo(projectId: string): Promise<EditReceipt>;
  redo(projectId: string): Promise<EditReceipt>;
  /** @param draft of a window; without a text it is let go */
  keepDraft(
    projectId: string,
    draft: Pick<Draft, 'sentenceId' | 'origin'> & { readonly text: string | undefined },
  ): Promise<void>;
  /** Whether a window of this run of the studio has told of text being typed, and not of its end. */
  isTyped(projectId: string, sentenceId: string): boolean;
  /** Fulfilled by the next change of the document or of what is typed in it, or by the signal. */
  untilChanged(projectId: string, signal: AbortSignal): Promise<void>;
  keepView(projectId: string, view: ProjectView): Promise<void>;
  /**
   * Keeps a service's reply as it came, beside the document, with the run it belongs to: what was
   * paid for is not thrown away by what we make of it.
   * @throws StudioError `project/unwritable`
   */
  keepReply(
    projectId: string,
    reply: { readonly runId: string; readonly json: string },
  ): Promise<void>;
  /**
   * Keeps beside that reply what of it had to be mended, so that a doubtful time can be traced.
   * @throws StudioError `project/unwritable`
   */
  keepRepairs(
    projectId: string,
    found: { readonly runId: string; readonly repairs: readonly ReplyRepair[] },
  ): Promise<void>;
  /** The project as the text of a `.zimu` file. */
  formatCopy(projectId: string): Promise<string>;
  /**
   * Another file in the place of the recording, or the first one where there is none yet [PF9].
   * @param options `isMeant`: also one of another length
   * @throws StudioError `media/*`
   */
  relocate(
    projectId: string,
    path: string,
    options: { readonly signal: AbortSignal; readonly isMeant?: boolean | undefined },
  ): Promise<Project>;
  /** @throws StudioError `project/busy` while a group is open */
  remove(projectId: string): Promise<void>;
  /** Writes what is still to be written. */
  dispose(): Promise<void>;
}
