import type { EditKind } from '../edit-kind';
import { getSentence } from '../find-sentences';
import { diffRecords } from '../make-diff';
import { splitSentence } from '../split-and-merge';

/** Two sentences, the second beginning with this word [ED7]. */
export interface Split {
  readonly sentenceId: string;
  readonly wordIndex: number;
}

export const split = {
  label: 'split',
  resolve(project, { sentenceId, wordIndex }, newId) {
    const before = getSentence(project, sentenceId);
    const [after, second] = splitSentence(before, wordIndex, newId());
    return {
      diff: diffRecords('sentences', { updated: [{ before, after }], added: [second] }),
      select: [second.id],
    };
  },
} as const satisfies EditKind<Split>;
