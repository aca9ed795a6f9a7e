import type { EditKind } from '../edit-kind';
import { getSentence } from '../find-sentences';
import { diffRecords } from '../make-diff';
import { moveWord } from '../move-word';

/** A person's own times for a word: `manual`. Neighbours in the sentence give way [ED6]. */
export interface SetWordTimes {
  readonly sentenceId: string;
  readonly wordIndex: number;
  readonly beginMs: number;
  readonly endMs: number;
}

export const setWordTimes = {
  label: 'setWordTimes',
  resolve(project, { sentenceId, wordIndex, beginMs, endMs }) {
    const before = getSentence(project, sentenceId);
    const after = moveWord(before, wordIndex, beginMs, endMs);
    return { diff: diffRecords('sentences', { updated: [{ before, after }] }) };
  },
} as const satisfies EditKind<SetWordTimes>;
