import { omitUndefined } from '../omit-undefined';
import type { Project } from '../project-file/project';
import { finishSteps, type Steps } from '../steps';
import { applyDiff } from './apply-diff';
import type { Edit, EditLabel } from './edit';
import type { EditKind, ResolvedEdit } from './edit-kind';
import { editKinds } from './edit-kinds';

/** What an edit comes to, and its name. */
export interface PlannedChange extends ResolvedEdit {
  readonly label: EditLabel;
}

export interface EditResult extends PlannedChange {
  /** The very project that was given, where the edit changes nothing. */
  readonly project: Project;
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
  const planned = finishSteps(planEditInSteps(project, edit, newId));
  return { project: applyDiff(project, planned.diff), ...planned };
}

/** What {@link applyEdit} would do, without doing it; in steps, as some edits take long. */
export function* planEditInSteps(
  project: Project,
  edit: Edit,
  newId: () => string,
): Steps<PlannedChange> {
  // A row's input is that of its own kind; a union of kinds loses that link.
  const kind = editKinds[edit.kind] as EditKind<Edit>;
  const { diff, select } =
    kind.resolveInSteps === undefined
      ? kind.resolve(project, edit, newId)
      : yield* kind.resolveInSteps(project, edit, newId);
  return { diff, label: editKinds[edit.kind].label, ...omitUndefined({ select }) };
}
