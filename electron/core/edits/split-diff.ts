import type { StoredRecord } from '../records/record-kind';
import type { RecordKindName } from '../records/record-kinds';
import {
  listChanges,
  listPropertyNames,
  type ProjectDiff,
  type RecordChanges,
} from './project-diff';

/**
 * A diff as several smaller ones that do the same one after the other [ED14], for a way on which a
 * large one would hold up everything else. Only one that does the same to each of its records, be it to
 * change or to remove them, can be split: of a merge, a part would lose text.
 *
 * @param most records in each part
 * @returns the very diff by itself where it is small or cannot be split
 */
export function splitDiff(diff: ProjectDiff, most: number): readonly ProjectDiff[] {
  const [only, ...others] = listChanges(diff);
  if (only === undefined || others.length > 0 || listPropertyNames(diff).length > 0) return [diff];
  const { name, changes } = only;
  const { added, updated, removed } = changes;
  if (updated.length > most && added.length + removed.length === 0) {
    return cut(updated, most).map((part) => makePart(name, { updated: part }));
  }
  if (removed.length > most && added.length + updated.length === 0) {
    return cut(removed, most).map((part) => makePart(name, { removed: part }));
  }
  return [diff];
}

function makePart(
  name: RecordKindName,
  changes: Partial<RecordChanges<StoredRecord>>,
): ProjectDiff {
  return { changes: { [name]: { added: [], updated: [], removed: [], ...changes } } };
}

function cut<Value>(list: readonly Value[], most: number): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, place) =>
    list.slice(place * most, (place + 1) * most),
  );
}
