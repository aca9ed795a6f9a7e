import type { EditKind } from '../edit-kind';
import { getSentence } from '../find-sentences';
import { diffRecords } from '../make-diff';
import { splitSentence } from '../split-and-merge';
import { splitSentenceAt } from '../split-at-offset';

/**
 * Two sentences, the second beginning with this word [ED7], or with the character at this place of
 * the text, UTF-16 [ED11].
 */
export type Split = { readonly sentenceId: string } & (
  | { readonly wordIndex: number }
  | { readonly offset: number }
);

export const split = {
  label: 'split',
  resolve(project, edit, newId) {
    const before = getSentence(project, edit.sentenceId);
    const [after, second] =
      'offset' in edit
        ? splitSentenceAt(before, edit.offset, newId())
        : splitSentence(before, edit.wordIndex, newId());
    return {
      diff: diffRecords('sentences', { updated: [{ before, after }], added: [second] }),
      select: [second.id],
    };
  },
} as const satisfies EditKind<Split>;
