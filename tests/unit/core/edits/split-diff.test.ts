import { applyDiff, isEmptyDiff, reverseDiff } from '@core/edits/apply-diff';
import { applyEdit } from '@core/edits/apply-edit';
import { getChanges } from '@core/edits/project-diff';
import { splitDiff } from '@core/edits/split-diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';
import { makeProject } from './any-project';

const project = makeProject(
  Array.from({ length: 9 }, (_, at) => makeSentence(`word ${at}`, at * 100, at * 100 + 90)),
);
const ids = project.sentences.map(({ id }) => id);
const newId = (): string => 'new';

describe('[ED14] a large diff in parts', () => {
  it('does the same one after the other, each of them small', () => {
    const edits = fc.oneof(
      fc.subarray(ids).map((sentenceIds) => ({
        ...{ kind: 'setSpeaker' as const, sentenceIds, speaker: 'Ada' },
      })),
      fc
        .tuple(fc.subarray(ids), fc.integer({ min: -50, max: 250 }))
        .map(([sentenceIds, byMs]) => ({ kind: 'shift' as const, sentenceIds, byMs })),
      fc.subarray(ids).map((sentenceIds) => ({ kind: 'remove' as const, sentenceIds })),
    );
    fc.assert(
      fc.property(edits, fc.integer({ min: 1, max: 9 }), (edit, most) => {
        const { diff, project: whole } = applyEdit(project, edit, newId);
        const parts = splitDiff(diff, most);
        for (const part of parts) {
          const { updated, removed } = getChanges(part, 'sentences');
          expect(updated.length + removed.length).toBeLessThanOrEqual(most);
        }
        if (isEmptyDiff(diff)) expect(parts).toEqual([diff]);
        expect(parts.reduce(applyDiff, project)).toEqual(whole);
        // Taken back in parts as well: what was removed is added.
        const back = splitDiff(reverseDiff(diff), most);
        for (const part of back) {
          expect(getChanges(part, 'sentences').added.length).toBeLessThanOrEqual(most);
        }
        expect(back.reduce(applyDiff, whole)).toEqual(project);
      }),
    );
  });

  it('stays whole where a part would lose something', () => {
    const merged = applyEdit(project, { kind: 'merge', sentenceIds: ids }, newId).diff;
    expect(splitDiff(merged, 2)).toEqual([merged]);
    const titled = applyEdit(
      project,
      { kind: 'setProperties', properties: { title: 'another' } },
      newId,
    ).diff;
    expect(splitDiff(titled, 2)).toEqual([titled]);
  });
});
