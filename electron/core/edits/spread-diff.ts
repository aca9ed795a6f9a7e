import type { StoredRecord } from '../records/record-kind';
import { listChanges, type ProjectDiff, type RecordChanges } from './project-diff';

/**
 * Any diff as smaller ones that do the same one after the other, to tell of what is made already [ED14]:
 * who follows them has a part of it for a moment. Each takes its share of what is removed, changed and
 * added, so that lists in order of time are followed from their beginning to their end.
 *
 * @param most records in each part
 * @returns the very diff by itself where it is small; properties change with the last part
 */
export function spreadDiff(diff: ProjectDiff, most: number): readonly ProjectDiff[] {
  const all = listChanges(diff);
  const total = all.reduce((sum, { changes }) => sum + countRecords(changes), 0);
  const count = Math.ceil(total / most);
  if (count <= 1) return [diff];
  return Array.from({ length: count }, (_, place): ProjectDiff => {
    const cut = <Value>(list: readonly Value[]): readonly Value[] =>
      list.slice(
        Math.floor((list.length * place) / count),
        Math.floor((list.length * (place + 1)) / count),
      );
    const changes = Object.fromEntries(
      all.map(({ name, changes: { added, updated, removed } }) => [
        name,
        { added: cut(added), updated: cut(updated), removed: cut(removed) },
      ]),
    );
    const isLast = place === count - 1;
    const { properties } = diff;
    return isLast && properties !== undefined ? { changes, properties } : { changes };
  });
}

function countRecords({ added, updated, removed }: RecordChanges<StoredRecord>): number {
  return added.length + updated.length + removed.length;
}
