import type { Draft, HistoryState, ProjectView } from '@contract/api';
import type { Edit } from '@core/edits/edit';
import type { StudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import type { StoreApi } from 'zustand/vanilla';

export interface EditOptions {
  /** Edits of one group are undone as one: a drag, a burst of typing. */
  readonly group?: string;
  /**
   * What the person typed, where the edit comes of typing: its drafts go once the edit is in the
   * journal, and it is a draft where the services refuse the edit.
   */
  readonly typed?: Typed;
}

export interface Typed {
  readonly sentenceId: string;
  readonly text: string;
  /** The draft that typing went on from. */
  readonly restored?: Draft | undefined;
}

export interface DocumentState {
  readonly status: 'none' | 'loading' | 'ready' | 'failed';
  /** The project that is open or being opened. */
  readonly projectId: string | undefined;
  readonly project: Project | undefined;
  readonly history: HistoryState;
  /**
   * Texts that are not in the document: what was being typed when a window went, and what this one
   * keeps. Of one sentence there may be several, of several windows [WN8]; the newest comes last.
   */
  readonly drafts: readonly Draft[];
  /** How the project was left, at the moment it was opened. */
  readonly view: ProjectView | undefined;
  /** How many undos and redos of this window were asked for. */
  readonly stepCount: number;
  /** What the last of them changed. */
  readonly stepped: { readonly sentenceIds: readonly string[] } | undefined;
  /** `saving` while any edit is on its way to the journal. */
  readonly saving: 'saved' | 'saving' | 'failed';
  /** Why it could not be opened, or what became of the last edit. */
  readonly error: StudioError | undefined;

  open(projectId: string): Promise<void>;
  close(): void;
  /**
   * Applies an edit at once and sends it to be journalled.
   * @returns ids to select afterwards, where the edit says so
   */
  edit(edit: Edit, options?: EditOptions): readonly string[] | undefined;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /**
   * Keeps what is typed in this window, or lets it go.
   * @param projectId where it is not the open one's: text of a project that was just left
   */
  keepDraft(sentenceId: string, text: string | undefined, projectId?: string): void;
  /** Lets a text go, of whatever window. */
  dropDraft(draft: Draft, projectId?: string): void;
  /** Keeps as drafts what was typed and has not reached the journal, as before a page goes away. */
  keepUnsent(): void;
  /** Resolves when every edit so far has reached the services, or was refused. */
  whenSent(): Promise<void>;
  /** Loads the project as the services have it, once every edit has reached them. */
  reload(): Promise<void>;
  dismissError(): void;
}

export type DocumentStore = StoreApi<DocumentState>;
