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
 * add, to change or to remove them, can be split: after a part of a merge, text would be missing.
 *
 * @param most records in each part
 * @returns the very diff by itself where it is small or cannot be split
 */
export function splitDiff(diff: ProjectDiff, most: number): readonly ProjectDiff[] {
  const [only, ...others] = listChanges(diff);
  if (only === undefined || others.length > 0 || listPropertyNames(diff).length > 0) return [diff];
  const { name, changes } = only;
  const { added, updated, removed } = changes;
  const lists = Object.values({ added, updated, removed }).filter(({ length }) => length > 0);
  if (lists.length !== 1 || lists[0]!.length <= most) return [diff];
  return Array.from({ length: Math.ceil(lists[0]!.length / most) }, (_, place) => {
    const cut = <Value>(list: readonly Value[]): readonly Value[] =>
      list.slice(place * most, (place + 1) * most);
    return makePart(name, { added: cut(added), updated: cut(updated), removed: cut(removed) });
  });
}

function makePart(name: RecordKindName, part: RecordChanges<StoredRecord>): ProjectDiff {
  return { changes: { [name]: part } };
}
