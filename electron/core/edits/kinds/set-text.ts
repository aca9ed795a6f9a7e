import { retimeWords } from '../../alignment/retime-words';
import type { EditKind } from '../edit-kind';
import { getSentence } from '../find-sentences';
import { diffRecords, emptyDiff } from '../make-diff';

/** New text; times of unchanged words are kept [TX6]. */
export interface SetText {
  readonly sentenceId: string;
  readonly text: string;
}

export const setText = {
  label: 'setText',
  resolve(project, { sentenceId, text }) {
    const before = getSentence(project, sentenceId);
    if (text === before.text) return { diff: emptyDiff };
    const words = retimeWords(before.words, text, before);
    return {
      diff: diffRecords('sentences', { updated: [{ before, after: { ...before, text, words } }] }),
    };
  },
} as const satisfies EditKind<SetText>;
