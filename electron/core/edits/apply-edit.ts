import { omitUndefined } from '../omit-undefined';
import type { Project } from '../project-file/project';
import { applyDiff } from './apply-diff';
import type { Edit, EditLabel } from './edit';
import type { EditKind } from './edit-kind';
import { editKinds } from './edit-kinds';
import type { ProjectDiff } from './project-diff';

export interface EditResult {
  /** The very project that was given, where the edit changes nothing. */
  readonly project: Project;
  readonly diff: ProjectDiff;
  readonly label: EditLabel;
  /** What to select afterwards; absent where the selection may stay. */
  readonly select?: readonly string[];
}

/**
 * What an edit makes of a project, as a diff of records and the project with it applied [ED1]. An
 * edit that changes nothing gives an empty diff.
 *
 * @param newId gives a fresh record id at each call
 * @throws StudioError `project/conflict` where a record is not there; `usage/invalid` where the
 *   edit cannot be done, with `data.reason`
 */
export function applyEdit(project: Project, edit: Edit, newId: () => string): EditResult {
  // A row's input is that of its own kind; a union of kinds loses that link.
  const kind = editKinds[edit.kind] as EditKind<Edit>;
  const { diff, select } = kind.resolve(project, edit, newId);
  return {
    project: applyDiff(project, diff),
    diff,
    label: editKinds[edit.kind].label,
    ...omitUndefined({ select }),
  };
}
