import type { Nothing } from './nothing';
import type { EditPart } from '@core/edits/collect-parts';
import type { EditLabel } from '@core/edits/edit';
import type { ImportMode } from '@core/edits/kinds/import-text';
import type { ChosenForm, TextForm } from '@core/formats/text-form';
import type { ProjectDiff } from '@core/edits/project-diff';
import type { Project } from '@core/project-file/project';
import type { ImportSource, ImportedFile, ImportPreview, SavedBack, SourceFile } from '../imports';

export interface ProjectSummary {
  readonly id: string;
  readonly title: string;
  /** Empty, as the path, where no recording was chosen yet [PF9]. */
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
  /** How it was exported last. */
  readonly exportChoices?: ExportChoices;
  /** How it is saved back; absent: as its file came. */
  readonly saveBackForm?: ChosenForm;
}

/** What a person chose of a file that is written. */
export interface ExportChoices {
  /** Id of the format. */
  readonly format: string;
  /** As they were typed, by the names of the options, of whatever format. */
  readonly values: Readonly<Record<string, string | boolean>>;
  /** Of a text; absent: the usual one. */
  readonly form?: TextForm;
  /** Ids of further formats that are written with it. */
  readonly also?: readonly string[];
  /** How the files are called [FM88]; absent: after the project. */
  readonly namePattern?: string;
}

/** Text that is being typed, or was when its window went, and is not in the document. */
export interface Draft {
  readonly sentenceId: string;
  /** Names the window that it was typed in: each keeps its own, also of one sentence. */
  readonly origin: string;
  readonly text: string;
}

export interface OpenProject {
  readonly project: Project;
  readonly revision: number;
  readonly history: HistoryState;
  readonly view: ProjectView;
  /** What differs from the document, also of sentences that are gone; what was typed last comes last. */
  readonly drafts: readonly Draft[];
}

export interface EditReceipt {
  readonly revision: number;
  readonly history: HistoryState;
}

/** Calls about projects and their edits. */
export interface ProjectsCalls {
  /** All projects, last touched first. */
  'projects.list': (input: Nothing) => Promise<readonly ProjectSummary[]>;
  /**
   * Makes a project of a recording (or finds the one it has), takes in a `.zimu` file, or makes a
   * project of a subtitle file (or finds the one it has): with the recording given with it, or one
   * beside it of the same name, or none yet. `text/unreadable`, `text/too-large`,
   * `text/encoding-unknown` as `projects.previewImport`.
   */
  'projects.openFile': (input: {
    readonly fileId: string;
    /** Label of the encoding of a subtitle file; by default it is found out [EN1]. */
    readonly encoding?: string | undefined;
    /** Of the recording that belongs to a subtitle file. */
    readonly mediaFileId?: string | undefined;
  }) => Promise<ProjectSummary>;
  /**
   * What a subtitle file holds, and what importing it into a project would do. A file that came in
   * before is read anew from its own bytes, as for another encoding. `text/encoding-unknown` where it
   * is plausible text in none; then `data.likeliest` is the label to show it in until a person chose.
   */
  'projects.previewImport': (
    input: ImportSource & { readonly projectId?: string | undefined },
  ) => Promise<ImportPreview>;
  /**
   * Brings a subtitle file into a project as one edit; the change reaches every window by
   * `project.changed`. The file's bytes stay with the project. `runId` is the asker's own, for
   * `projects.cancelImport`. `job/cancelled`: then nothing came in.
   */
  'projects.importFile': (
    input: ImportSource & {
      readonly projectId: string;
      readonly mode: ImportMode;
      readonly runId?: string | undefined;
    },
  ) => Promise<EditReceipt>;
  /** Leaves off an import that is under way; one that has come in stays. */
  'projects.cancelImport': (input: { readonly runId: string }) => Promise<null>;
  /**
   * The file that the text came from, on this computer, and what saving it back would do now. `form` is
   * how a person chose to write it, by default as it came.
   */
  'projects.describeSource': (input: {
    readonly projectId: string;
    readonly form?: ChosenForm | undefined;
  }) => Promise<{ readonly file?: SourceFile }>;
  /**
   * Writes the text back to the file that it came from, in its format, and in its encoding, line ending
   * and mark where `form` names no others.
   * `text/no-source`; `text/source-changed` where somebody else wrote it since, unless a person
   * confirmed that; `text/encoding-lacks`. What lay there stays with the project. Of a file that a
   * browser handed over the studio has a copy: then the content is given back, for the person to keep.
   */
  'projects.saveBack': (input: {
    readonly projectId: string;
    readonly isConfirmed?: boolean | undefined;
    readonly form?: ChosenForm | undefined;
  }) => Promise<SavedBack>;
  /** The subtitle files that came in, the last first, those whose edit was undone as well. */
  'projects.listImports': (input: {
    readonly projectId: string;
  }) => Promise<readonly ImportedFile[]>;
  'projects.open': (input: { readonly projectId: string }) => Promise<OpenProject>;
  /**
   * Applies and journals a diff that the renderer has already applied to its copy. `origin` names
   * the window, which gets no event for its own edit; edits of one `group` (a drag, a burst of
   * typing) are undone as one. Where it is a part of an edit, nothing is changed before its last part has
   * come [ED14]. `project/conflict` where a record is not as the diff says, or a part is missing.
   */
  'projects.edit': (input: {
    readonly projectId: string;
    readonly origin: string;
    readonly label: EditLabel;
    readonly diff: ProjectDiff;
    readonly group?: string | undefined;
    readonly part?: EditPart | undefined;
  }) => Promise<EditReceipt>;
  /** Takes back, or does again; the change reaches every window by `project.changed`. */
  'projects.undo': (input: { readonly projectId: string }) => Promise<EditReceipt>;
  'projects.redo': (input: { readonly projectId: string }) => Promise<EditReceipt>;
  /** Keeps text that is being typed in a window; no `text`: its draft is let go. */
  'projects.keepDraft': (input: {
    readonly projectId: string;
    readonly sentenceId: string;
    readonly origin: string;
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
}

/** What every window is told about projects and their edits. */
export interface ProjectsEvents {
  /** A large change is told in parts, one right after the other under one revision. */
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
  'projects.changed': Nothing;
}
