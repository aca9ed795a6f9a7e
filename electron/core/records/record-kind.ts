import type { z } from 'zod';

/** What every record has. */
export interface StoredRecord {
  readonly id: string;
}

/** A broken rule of one record. */
export interface RecordProblem {
  /** Of SPEC.md. */
  readonly rule: string;
  /** What is wrong, for logs; holds no text of the document. */
  readonly detail: string;
}

/**
 * One kind of record, a list in the document [RK1]: all that readers, writers, journal, contract,
 * diffs and history need to know of it.
 */
export interface RecordKind<Value extends StoredRecord> {
  /** Its fields, in the order in which they are written; made by `looseObject` [RK2]. */
  readonly schema: z.ZodType<Value>;
  /** The order of the list; the same only for records of one id. */
  readonly compare: (left: Value, right: Value) => number;
  /** The rule of SPEC.md that gives this order. */
  readonly orderRule: string;
  /** Rules between the fields of one record; `index` is its place, for the detail. */
  readonly findProblem: (record: Value, index: number) => RecordProblem | undefined;
}

/** By id, by code unit: the last word of every order. */
export function compareIds(left: StoredRecord, right: StoredRecord): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}
