import type { EditKind } from '../edit-kind';
import { getSentence } from '../find-sentences';
import { diffRecords } from '../make-diff';
import { assertSpan } from '../refuse-edit';

/** New times of a sentence; its words stay where they are spoken [ED5]. */
export interface SetTimes {
  readonly sentenceId: string;
  readonly beginMs: number;
  readonly endMs: number;
}

export const setTimes = {
  label: 'setTimes',
  resolve(project, { sentenceId, beginMs, endMs }) {
    assertSpan(beginMs, endMs);
    const before = getSentence(project, sentenceId);
    return {
      diff: diffRecords('sentences', {
        updated: [{ before, after: { ...before, beginMs, endMs } }],
      }),
    };
  },
} as const satisfies EditKind<SetTimes>;
