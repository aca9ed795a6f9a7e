import type { DocumentProperties } from '../records/document-properties';
import type { StoredRecord } from '../records/record-kind';
import { type RecordKindName, recordKindNames } from '../records/record-kinds';
import { isSameRecord } from './is-same-record';
import {
  getChanges,
  isEmptyChange,
  listChanges,
  listPropertyNames,
  type ProjectDiff,
  type RecordChanges,
  type RecordUpdate,
} from './project-diff';

/**
 * One diff that does what a list of diffs does one after the other [ED4]. What was there neither
 * before nor after, or is after as it was before, is left out.
 *
 * @param diffs each of them applies to what the one before leaves
 */
export function squashDiffs(diffs: readonly ProjectDiff[]): ProjectDiff {
  if (diffs.length === 1) return diffs[0]!;
  const changes = Object.fromEntries(
    recordKindNames.flatMap((name) => {
      const squashed = squashChanges(diffs.map((diff) => getChanges(diff, name)));
      return isEmptyChange(squashed) ? [] : [[name, squashed] as const];
    }),
  );
  return { changes, ...squashProperties(diffs) };
}

/** Ids of the records of a kind that a diff names; an id may come more than once. */
export function listTouchedIds(
  diff: ProjectDiff,
  name: RecordKindName = 'sentences',
): readonly string[] {
  return listIds(getChanges(diff, name));
}

/** Whether two diffs name no record and no property in common, so that they pass each other. */
export function areDisjointDiffs(left: ProjectDiff, right: ProjectDiff): boolean {
  for (const { name, changes } of listChanges(right)) {
    const touched = new Set(listTouchedIds(left, name));
    if (touched.size > 0 && listIds(changes).some((id) => touched.has(id))) return false;
  }
  const names = listPropertyNames(left);
  return !listPropertyNames(right).some((name) => names.includes(name));
}

function listIds({ added, updated, removed }: RecordChanges<StoredRecord>): readonly string[] {
  return [
    ...added.map(({ id }) => id),
    ...updated.map(({ before }) => before.id),
    ...removed.map(({ id }) => id),
  ];
}

function squashChanges(list: readonly RecordChanges<StoredRecord>[]): RecordChanges<StoredRecord> {
  const before = new Map<string, StoredRecord | undefined>();
  const after = new Map<string, StoredRecord | undefined>();
  const note = (id: string, was: StoredRecord | undefined, is: StoredRecord | undefined): void => {
    if (!before.has(id)) before.set(id, was);
    after.set(id, is);
  };
  for (const changes of list) {
    for (const record of changes.removed) note(record.id, record, undefined);
    for (const update of changes.updated) note(update.before.id, update.before, update.after);
    for (const record of changes.added) note(record.id, undefined, record);
  }
  const added: StoredRecord[] = [];
  const updated: RecordUpdate<StoredRecord>[] = [];
  const removed: StoredRecord[] = [];
  for (const [id, was] of before) {
    const is = after.get(id);
    if (was === undefined && is !== undefined) added.push(is);
    else if (was !== undefined && is === undefined) removed.push(was);
    else if (was !== undefined && is !== undefined && !isSameRecord(was, is)) {
      updated.push({ before: was, after: is });
    }
  }
  return { added, updated, removed };
}

/** A property that is absent on a side was not there, which counts as a value like any other. */
function squashProperties(diffs: readonly ProjectDiff[]): Pick<ProjectDiff, 'properties'> {
  const first = new Map<string, unknown>();
  const last = new Map<string, unknown>();
  for (const diff of diffs) {
    const { before, after } = diff.properties ?? { before: {}, after: {} };
    for (const name of listPropertyNames(diff)) {
      if (!first.has(name)) first.set(name, before[name as keyof DocumentProperties]);
      last.set(name, after[name as keyof DocumentProperties]);
    }
  }
  const names = [...first.keys()].filter((name) => !isSameRecord(first.get(name), last.get(name)));
  if (names.length === 0) return {};
  const pick = (from: ReadonlyMap<string, unknown>): Partial<DocumentProperties> =>
    Object.fromEntries(
      names.filter((name) => from.get(name) !== undefined).map((name) => [name, from.get(name)]),
    );
  return { properties: { before: pick(first), after: pick(last) } };
}
