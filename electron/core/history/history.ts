import { reverseDiff } from '../edits/apply-diff';
import type { EditLabel } from '../edits/edit';
import type { ProjectDiff } from '../edits/project-diff';
import { areDisjointDiffs, squashDiffs } from '../edits/squash-diffs';

/** What is taken back, or done again, at once. */
export interface HistoryEntry {
  /** Unique within a project, for records to name it. */
  readonly id: number;
  readonly label: EditLabel;
  readonly group?: string;
  /** One after the other; squashed only when it is taken back, as a job adds thousands. */
  readonly diffs: readonly ProjectDiff[];
}

/** Of both lists the last entry comes next. */
export interface History {
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
}

export interface EditRecord {
  readonly kind: 'edit';
  /** The entry it adds to, or the id of a new one. */
  readonly entry: number;
  readonly label: EditLabel;
  readonly diff: ProjectDiff;
  readonly group?: string;
  readonly keepsRedo: boolean;
}

export interface StepRecord {
  readonly kind: 'undo' | 'redo';
  readonly entry: number;
  readonly label: EditLabel;
  /** What it does to the project, so that it can be followed without its entry [HI5]. */
  readonly diff: ProjectDiff;
}

/** One step of a history, as it is journalled; a list of them makes the history again [HI5]. */
export type HistoryRecord = EditRecord | StepRecord;

export interface PlannedEdit {
  readonly label: EditLabel;
  readonly diff: ProjectDiff;
  /** Edits of one group are one entry [HI3]. */
  readonly group?: string | undefined;
  /** Not a person's: leaves what can be redone, where it can [HI2]. */
  readonly isBackground?: boolean;
}

export const emptyHistory: History = { undo: [], redo: [] };

/** Beyond this many the oldest entries are forgotten [HI4]. */
export const maximumEntries = 500;

/**
 * The record of an edit: which entry it belongs to and what becomes of what can be redone.
 *
 * @param freshId id of a new entry, where one is needed; higher than any before
 */
export function planEdit(history: History, edit: PlannedEdit, freshId: number): EditRecord {
  const { label, diff, group } = edit;
  const isApart = (entry: HistoryEntry): boolean =>
    entry.diffs.every((other) => areDisjointDiffs(diff, other));
  return {
    kind: 'edit',
    entry: findGroupEntry(history, group, isApart)?.id ?? freshId,
    label,
    diff,
    ...(group === undefined ? {} : { group }),
    keepsRedo: edit.isBackground === true && history.redo.every(isApart),
  };
}

/** The record of taking back the last entry; undefined where there is none. */
export function planUndo({ undo }: History): StepRecord | undefined {
  const entry = undo.at(-1);
  if (entry === undefined) return undefined;
  const diff = reverseDiff(squashDiffs(entry.diffs));
  return { kind: 'undo', entry: entry.id, label: entry.label, diff };
}

/** The record of doing again what was taken back last; undefined where there is nothing. */
export function planRedo({ redo }: History): StepRecord | undefined {
  const entry = redo.at(-1);
  if (entry === undefined) return undefined;
  return { kind: 'redo', entry: entry.id, label: entry.label, diff: squashDiffs(entry.diffs) };
}

/** The history after a record, the same for a fresh one and for one read from a journal [HI5]. */
export function applyRecord(history: History, record: HistoryRecord): History {
  if (record.kind === 'edit') return addEdit(history, record);
  const { entry: id, label, diff } = record;
  const from = record.kind === 'undo' ? history.undo : history.redo;
  const rest = from.filter((entry) => entry.id !== id);
  const known = from.find((entry) => entry.id === id);
  const forward = record.kind === 'undo' ? reverseDiff(diff) : diff;
  const moved: HistoryEntry = { ...(known ?? { id, label }), diffs: [forward] };
  return record.kind === 'undo'
    ? { undo: rest, redo: [...history.redo, moved] }
    : { undo: limit([...history.undo, moved]), redo: rest };
}

function addEdit({ undo, redo }: History, record: EditRecord): History {
  const { entry: id, label, diff, group, keepsRedo } = record;
  const isKnown = undo.some((entry) => entry.id === id);
  return {
    undo: isKnown
      ? undo.map((entry) => (entry.id === id ? { ...entry, diffs: [...entry.diffs, diff] } : entry))
      : limit([...undo, { id, label, diffs: [diff], ...(group === undefined ? {} : { group }) }]),
    redo: keepsRedo ? redo : [],
  };
}

/** An entry under others can only grow by what they did not touch, or they could not be undone. */
function findGroupEntry(
  { undo }: History,
  group: string | undefined,
  isApart: (entry: HistoryEntry) => boolean,
): HistoryEntry | undefined {
  if (group === undefined) return undefined;
  for (const entry of undo.toReversed()) {
    if (entry.group === group) return entry;
    if (!isApart(entry)) return undefined;
  }
  return undefined;
}

function limit(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return entries.length > maximumEntries ? entries.slice(-maximumEntries) : entries;
}
