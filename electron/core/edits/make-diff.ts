import type { DocumentProperties } from '../records/document-properties';
import type { StoredRecord } from '../records/record-kind';
import type { RecordKindName, RecordOf } from '../records/record-kinds';
import { isSameRecord } from './is-same-record';
import {
  listChanges,
  type ProjectDiff,
  type PropertyChanges,
  type RecordChanges,
} from './project-diff';

/** Changes nothing. */
export const emptyDiff: ProjectDiff = { changes: {} };

/** The diff that changes records of one kind; updates that change nothing are left out [ED1]. */
export function diffRecords<Name extends RecordKindName>(
  name: Name,
  changes: Partial<RecordChanges<RecordOf<Name>>>,
): ProjectDiff {
  const { added = [], removed = [] } = changes;
  const updated = (changes.updated ?? []).filter(
    ({ before, after }) => !isSameRecord(before, after),
  );
  return added.length + updated.length + removed.length === 0
    ? emptyDiff
    : { changes: { [name]: { added, updated, removed } } };
}

/**
 * The diff that gives properties new values; those that stay as they are left out [ED1]. One whose
 * new value is `undefined` is taken away.
 *
 * @param before the document, or what of it is needed
 */
export function diffProperties(
  before: Partial<DocumentProperties>,
  after: { readonly [Name in keyof DocumentProperties]?: DocumentProperties[Name] | undefined },
): ProjectDiff {
  const names = (Object.keys(after) as (keyof DocumentProperties)[]).filter(
    (name) => !isSameRecord(before[name], after[name]),
  );
  const pick = (from: typeof after): Partial<DocumentProperties> =>
    Object.fromEntries(
      names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
    );
  return names.length === 0
    ? emptyDiff
    : { changes: {}, properties: { before: pick(before), after: pick(after) } };
}

/** One diff of several that have no record and no property in common. */
export function joinDiffs(...diffs: readonly ProjectDiff[]): ProjectDiff {
  const changes: Record<string, RecordChanges<StoredRecord>> = {};
  let properties: PropertyChanges | undefined;
  for (const diff of diffs) {
    for (const { name, changes: more } of listChanges(diff)) {
      const sofar = changes[name];
      changes[name] = {
        added: [...(sofar?.added ?? []), ...more.added],
        updated: [...(sofar?.updated ?? []), ...more.updated],
        removed: [...(sofar?.removed ?? []), ...more.removed],
      };
    }
    if (diff.properties === undefined) continue;
    properties = {
      before: { ...properties?.before, ...diff.properties.before },
      after: { ...properties?.after, ...diff.properties.after },
    };
  }
  return properties === undefined ? { changes } : { changes, properties };
}
