import type { HistoryState, ProjectView } from '@contract/api';
import type { Edit } from '@core/edits/edit';
import type { StudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import type { StoreApi } from 'zustand/vanilla';

export interface EditOptions {
  /** Edits of one group are undone as one: a drag, a burst of typing. */
  readonly group?: string;
  /**
   * What the person typed, where the edit comes of typing: its draft goes once the edit is in the
   * journal, and is kept where the services refuse the edit.
   */
  readonly typed?: { readonly sentenceId: string; readonly text: string };
}

export interface DocumentState {
  readonly status: 'none' | 'loading' | 'ready' | 'failed';
  /** The project that is open or being opened. */
  readonly projectId: string | undefined;
  readonly project: Project | undefined;
  readonly history: HistoryState;
  /** Text being typed when the studio last went down, by sentence id. */
  readonly drafts: Readonly<Record<string, string>>;
  /** How the project was left, at the moment it was opened. */
  readonly view: ProjectView | undefined;
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
  /** @param projectId where it is not the open one's: text of a project that was just left */
  keepDraft(sentenceId: string, text: string | undefined, projectId?: string): void;
  /** Resolves when every edit so far has reached the services, or was refused. */
  whenSent(): Promise<void>;
  /** Loads the project as the services have it, once every edit has reached them. */
  reload(): Promise<void>;
  dismissError(): void;
}

export type DocumentStore = StoreApi<DocumentState>;
