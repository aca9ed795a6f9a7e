import { omitUndefined } from '../omit-undefined';
import { reverseDiff } from '../edits/apply-diff';
import type { EditLabel } from '../edits/edit';
import type { ProjectDiff } from '../edits/project-diff';
import { areDisjointDiffs, squashDiffs } from '../edits/squash-diffs';

/** What is taken back, or done again, at once. */
export interface HistoryEntry {
  /** For records to name it. Of two entries that can be undone the later one has the higher id. */
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

interface Step {
  readonly entry: number;
  readonly label: EditLabel;
  /** What it does to the project, so that it can be followed without its entry [HI5]. */
  readonly diff: ProjectDiff;
}

export interface UndoRecord extends Step {
  readonly kind: 'undo';
}

export interface RedoRecord extends Step {
  readonly kind: 'redo';
  /** The entry's id from then on: a job may have made entries since it was taken back. */
  readonly freshEntry: number;
}

/** One step of a history, as it is journalled; a list of them makes the history again [HI5]. */
export type HistoryRecord = EditRecord | UndoRecord | RedoRecord;

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
    ...omitUndefined({ group }),
    keepsRedo: edit.isBackground === true && history.redo.every(isApart),
  };
}

/** The record of taking back the last entry; undefined where there is none. */
export function planUndo({ undo }: History): UndoRecord | undefined {
  const entry = undo.at(-1);
  if (entry === undefined) return undefined;
  const diff = reverseDiff(squashDiffs(entry.diffs));
  return { kind: 'undo', entry: entry.id, label: entry.label, diff };
}

/**
 * The record of doing again what was taken back last; undefined where there is nothing.
 *
 * @param freshId higher than any id before
 */
export function planRedo({ redo }: History, freshId: number): RedoRecord | undefined {
  const entry = redo.at(-1);
  if (entry === undefined) return undefined;
  const diff = squashDiffs(entry.diffs);
  return { kind: 'redo', entry: entry.id, label: entry.label, diff, freshEntry: freshId };
}

/** The history after a record, the same for a fresh one and for one read from a journal [HI5]. */
export function applyRecord(history: History, record: HistoryRecord): History {
  if (record.kind === 'edit') return addEdit(history, record);
  const { entry: id, label, diff } = record;
  const without = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] =>
    entries.filter((entry) => entry.id !== id);
  if (record.kind === 'undo') {
    const known = history.undo.find((entry) => entry.id === id) ?? { id, label };
    const undone = { ...known, diffs: [reverseDiff(diff)] };
    return { undo: without(history.undo), redo: [...history.redo, undone] };
  }
  const known = history.redo.find((entry) => entry.id === id) ?? { label };
  const redone = { ...known, id: record.freshEntry, diffs: [diff] };
  return { undo: limit([...history.undo, redone]), redo: without(history.redo) };
}

function addEdit({ undo, redo }: History, record: EditRecord): History {
  const { entry: id, label, diff, group, keepsRedo } = record;
  const left = keepsRedo ? redo : [];
  const known = undo.findIndex((entry) => entry.id === id);
  if (known !== -1) {
    const entry = undo[known]!;
    return { undo: undo.with(known, { ...entry, diffs: [...entry.diffs, diff] }), redo: left };
  }
  // An entry whose beginning is lost comes under those that were made since.
  const above = undo.findIndex((entry) => entry.id > id);
  const place = above === -1 ? undo.length : above;
  const entry = { id, label, diffs: [diff], ...omitUndefined({ group }) };
  return { undo: limit(undo.toSpliced(place, 0, entry)), redo: left };
}

/** An entry under others can only grow by what they did not touch, or they could not be undone. */
function findGroupEntry(
  { undo }: History,
  group: string | undefined,
  isApart: (entry: HistoryEntry) => boolean,
): HistoryEntry | undefined {
  // Most groups are new, and looking which entries an import touches takes long.
  if (group === undefined || !undo.some((entry) => entry.group === group)) return undefined;
  for (const entry of undo.toReversed()) {
    if (entry.group === group) return entry;
    if (!isApart(entry)) return undefined;
  }
  return undefined;
}

function limit(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return entries.length > maximumEntries ? entries.slice(-maximumEntries) : entries;
}
