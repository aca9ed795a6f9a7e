import type { EditKind } from '../edit-kind';
import { getSentences } from '../find-sentences';
import { diffRecords, emptyDiff } from '../make-diff';

/** Afterwards the sentence that took the place of the last removed one is selected [ED10]. */
export interface Remove {
  readonly sentenceIds: readonly string[];
}

export const remove = {
  label: 'remove',
  resolve(project, { sentenceIds }) {
    const removed = getSentences(project, sentenceIds);
    const last = removed.at(-1);
    if (last === undefined) return { diff: emptyDiff };
    const gone = new Set(sentenceIds);
    const place = project.sentences.indexOf(last);
    const next =
      project.sentences.slice(place).find(({ id }) => !gone.has(id)) ??
      project.sentences.slice(0, place).findLast(({ id }) => !gone.has(id));
    return {
      diff: diffRecords('sentences', { removed }),
      select: next === undefined ? [] : [next.id],
    };
  },
} as const satisfies EditKind<Remove>;
