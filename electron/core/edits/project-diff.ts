import type { DocumentProperties } from '../records/document-properties';
import type { StoredRecord } from '../records/record-kind';
import { type RecordKindName, recordKindNames, type RecordOf } from '../records/record-kinds';

/** One record before and after a change; both have the same id. */
export interface RecordUpdate<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What became of the records of one kind. */
export interface RecordChanges<Value> {
  readonly added: readonly Value[];
  readonly updated: readonly RecordUpdate<Value>[];
  readonly removed: readonly Value[];
}

/** Properties before and after; one that is absent on a side is not there. */
export interface PropertyChanges {
  readonly before: Partial<DocumentProperties>;
  readonly after: Partial<DocumentProperties>;
}

/**
 * What an edit did, record by record, and so what its undoing takes. Records carry what was there
 * before: a diff is applied only where each of them still is as it says, so that two diffs on
 * different records pass each other in any order and two on the same one do not [ED2].
 *
 * Made by the functions of `make-diff.ts` and read by {@link getChanges}: nobody else need know its
 * form.
 */
export interface ProjectDiff {
  /** By kind; a kind of which nothing changes is absent. */
  readonly changes: { readonly [Name in RecordKindName]?: RecordChanges<RecordOf<Name>> };
  readonly properties?: PropertyChanges;
}

const noChanges: RecordChanges<never> = { added: [], updated: [], removed: [] };

/** What a diff does to the records of one kind; three empty lists where it does nothing. */
export function getChanges<Name extends RecordKindName>(
  { changes }: ProjectDiff,
  name: Name,
): RecordChanges<RecordOf<Name>> {
  return changes[name] ?? noChanges;
}

/** The same of every kind that a diff changes, for whoever works by the table of kinds alone. */
export function listChanges({ changes }: ProjectDiff): readonly {
  readonly name: RecordKindName;
  readonly changes: RecordChanges<StoredRecord>;
}[] {
  return recordKindNames.flatMap((name) => {
    const found: RecordChanges<StoredRecord> | undefined = changes[name];
    return found === undefined || isEmptyChange(found) ? [] : [{ name, changes: found }];
  });
}

/** Whether nothing becomes of any record. */
export function isEmptyChange({ added, updated, removed }: RecordChanges<unknown>): boolean {
  return added.length + updated.length + removed.length === 0;
}

/** Names of the properties that a diff names; none comes twice. */
export function listPropertyNames({ properties }: ProjectDiff): readonly string[] {
  if (properties === undefined) return [];
  return [...new Set([...Object.keys(properties.before), ...Object.keys(properties.after)])];
}
