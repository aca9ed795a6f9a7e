import { StudioError } from '../errors/studio-error';
import type { RecordKind, StoredRecord } from '../records/record-kind';
import { isSameRecord } from './is-same-record';
import type { RecordChanges } from './project-diff';
import { refuseDiff } from './refuse-edit';

/** Up to here records are moved one by one; beyond, all of them are put together anew. */
const fewRecords = 32;

type Records = readonly StoredRecord[];
type ById = ReadonlyMap<string, StoredRecord>;

/**
 * A list of records with changes made to it [ED2]: sorted as its kind says, and sound where records
 * came new [ED3].
 *
 * @throws StudioError as `applyDiff`
 */
export function replaceRecords(
  kind: RecordKind<StoredRecord>,
  records: Records,
  changes: RecordChanges<StoredRecord>,
): Records {
  const expected = collectExpected(changes);
  const fresh = collectFresh(kind, changes);
  const places = [...expected.values()].map((record) => {
    const place = findPlace(kind, records, record);
    if (!isSameRecord(records[place], record)) throw conflict(record.id);
    return place;
  });
  const brought = new Set([...fresh.keys()].filter((id) => !expected.has(id)));
  if (brought.size > 0) {
    for (const { id } of records) if (brought.has(id)) throw conflict(id);
  }
  if (expected.size + fresh.size > fewRecords) {
    const gone = new Set(places);
    const kept = records.filter((_record, place) => !gone.has(place));
    return mergeSorted(kind, kept, [...fresh.values()].sort(kind.compare));
  }
  const changed = [...records];
  for (const place of places.sort((left, right) => right - left)) changed.splice(place, 1);
  for (const record of fresh.values()) {
    changed.splice(findPlace(kind, changed, record), 0, record);
  }
  return changed;
}

/** What must be there before, by id. */
function collectExpected({ removed, updated }: RecordChanges<StoredRecord>): ById {
  const expected = new Map<string, StoredRecord>();
  for (const record of [...removed, ...updated.map(({ before }) => before)]) {
    if (expected.has(record.id)) throw refuseDiff('a record is changed twice');
    expected.set(record.id, record);
  }
  return expected;
}

/** What is there afterwards, by id, each sound. */
function collectFresh(
  { findProblem }: RecordKind<StoredRecord>,
  { added, updated }: RecordChanges<StoredRecord>,
): ById {
  const fresh = new Map<string, StoredRecord>();
  const put = (record: StoredRecord): void => {
    if (fresh.has(record.id)) throw refuseDiff('two records have one id');
    const problem = findProblem(record, 0);
    if (problem !== undefined) throw refuseDiff(`${problem.detail} [${problem.rule}]`);
    fresh.set(record.id, record);
  };
  for (const record of added) put(record);
  for (const { before, after } of updated) {
    if (before.id !== after.id) throw refuseDiff('a record changes its id');
    put(after);
  }
  return fresh;
}

/** Where a record is, or belongs. */
function findPlace(
  { compare }: RecordKind<StoredRecord>,
  records: Records,
  record: StoredRecord,
): number {
  let begin = 0;
  let end = records.length;
  while (begin < end) {
    const middle = (begin + end) >> 1;
    if (compare(records[middle]!, record) < 0) begin = middle + 1;
    else end = middle;
  }
  return begin;
}

function mergeSorted(
  { compare }: RecordKind<StoredRecord>,
  kept: Records,
  fresh: Records,
): Records {
  const merged: StoredRecord[] = [];
  let next = 0;
  for (const record of kept) {
    while (next < fresh.length && compare(fresh[next]!, record) < 0) {
      merged.push(fresh[next]!);
      next += 1;
    }
    merged.push(record);
  }
  return next === fresh.length ? merged : merged.concat(fresh.slice(next));
}

function conflict(record: string): StudioError {
  return new StudioError('project/conflict', 'a record is not as the diff says', {
    data: { record },
  });
}
