import type { Project } from '../project-file/project';
import type { Steps } from '../steps';
import type { ProjectDiff } from './project-diff';

/** What an edit comes to. */
export interface ResolvedEdit {
  readonly diff: ProjectDiff;
  /** Sentences to select afterwards; absent where the selection may stay. */
  readonly select?: readonly string[];
}

/** One kind of edit: a row of the table in `edit-kinds.ts`. */
export interface EditKind<Input> {
  /** How undo and redo name it; its text is `edit.…` in the catalogue. */
  readonly label: string;
  /**
   * @param newId gives a fresh record id at each call
   * @throws StudioError `project/conflict` where a record is not there; `usage/invalid` where the
   *   edit cannot be done
   */
  readonly resolve: (project: Project, edit: Input, newId: () => string) => ResolvedEdit;
  /** The same in steps, where an edit of this kind can take long. */
  readonly resolveInSteps?: (
    project: Project,
    edit: Input,
    newId: () => string,
  ) => Steps<ResolvedEdit>;
}
