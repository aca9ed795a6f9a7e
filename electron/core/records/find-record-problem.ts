import type { RecordProblem } from './record-kind';
import { getRecordKind, getRecords, recordKindNames, type RecordLists } from './record-kinds';

/**
 * The first broken rule of a document's records [RK1]: one within a record, a record out of order,
 * or an id that is there twice.
 */
export function findRecordProblem(lists: RecordLists): RecordProblem | undefined {
  for (const name of recordKindNames) {
    const { compare, findProblem, orderRule } = getRecordKind(name);
    const records = getRecords(lists, name);
    const ids = new Set<string>();
    for (const [index, record] of records.entries()) {
      const problem = findProblem(record, index);
      if (problem !== undefined) return problem;
      const previous = records[index - 1];
      if (previous !== undefined && compare(previous, record) > 0) {
        return { rule: orderRule, detail: `${name}: ${index} belongs before ${index - 1}` };
      }
      if (ids.has(record.id)) {
        return { rule: orderRule, detail: `${name}: ${index} has an id that was there before` };
      }
      ids.add(record.id);
    }
  }
  return undefined;
}
