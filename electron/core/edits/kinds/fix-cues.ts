import type { Sentence } from '../../transcript/sentence';
import type { EditKind } from '../edit-kind';
import { getSentences } from '../find-sentences';
import { diffRecords, joinDiffs } from '../make-diff';
import { assertSpan } from '../refuse-edit';
import { remove } from './remove';

/** What mending problems of rules makes of cues [ED15]. */
export interface FixCues {
  /** Whole sentences with their words, in place of those of the same ids. */
  readonly changed: readonly Sentence[];
  /** Ids of the sentences that go. */
  readonly removedIds: readonly string[];
}

export const fixCues = {
  label: 'fixCues',
  resolve(project, { changed, removedIds }) {
    const ids = changed.map(({ id }) => id);
    const there = new Map(getSentences(project, ids).map((sentence) => [sentence.id, sentence]));
    const updated = changed.map((after) => {
      assertSpan(after.beginMs, after.endMs);
      return { before: there.get(after.id)!, after };
    });
    const removing = remove.resolve(project, { sentenceIds: removedIds });
    return {
      ...removing,
      diff: joinDiffs(diffRecords('sentences', { updated }), removing.diff),
    };
  },
} as const satisfies EditKind<FixCues>;
