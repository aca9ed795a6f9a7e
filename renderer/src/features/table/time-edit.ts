import type { TimeColumnId } from './table-columns';

/** A time that is being typed. */
export interface TimeEdit {
  readonly sentenceId: string;
  readonly column: TimeColumnId;
}
