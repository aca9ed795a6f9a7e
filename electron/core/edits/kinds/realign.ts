import type { Word } from '../../transcript/word';
import { joinWords } from '../../transcript/word';
import type { EditKind } from '../edit-kind';
import { getSentences } from '../find-sentences';
import { diffRecords } from '../make-diff';
import { refuseEdit } from '../refuse-edit';

/** The words of a sentence with the times at which they are heard; their join is its text. */
export interface RealignedSentence {
  readonly sentenceId: string;
  readonly words: readonly Word[];
}

/** Times of words anew, of the text that is there: the aligner's [ED12]. */
export interface Realign {
  readonly sentences: readonly RealignedSentence[];
}

export const realign = {
  label: 'realign',
  resolve(project, { sentences }) {
    const ids = sentences.map(({ sentenceId }) => sentenceId);
    const there = new Map(getSentences(project, ids).map((sentence) => [sentence.id, sentence]));
    const updated = sentences.map(({ sentenceId, words }) => {
      const before = there.get(sentenceId)!;
      if (joinWords(words) !== before.text) {
        throw refuseEdit('other-text', 'the words are of another text');
      }
      return { before, after: { ...before, words } };
    });
    return { diff: diffRecords('sentences', { updated }) };
  },
} as const satisfies EditKind<Realign>;
