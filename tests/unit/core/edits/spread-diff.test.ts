import { applyDiff, reverseDiff } from '@core/edits/apply-diff';
import { applyEdit } from '@core/edits/apply-edit';
import { getChanges, type ProjectDiff } from '@core/edits/project-diff';
import { spreadDiff } from '@core/edits/spread-diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';
import { makeProject } from './any-project';

const project = makeProject(
  Array.from({ length: 9 }, (_, at) => makeSentence(`word ${at}`, at * 100, at * 100 + 90)),
);
const ids = project.sentences.map(({ id }) => id);

/** Takes some away, puts others in, changes the rest and the title. */
function makeDiff(gone: readonly string[], fresh: readonly number[]): ProjectDiff {
  const left = project.sentences.filter(({ id }) => !gone.includes(id));
  const after = {
    added: fresh.map((atMs, at) => makeSentence('new', atMs, atMs + 50, { id: `n${at}` })),
    updated: left.map((before) => ({ before, after: { ...before, speaker: 'Ada' } })),
    removed: project.sentences.filter(({ id }) => gone.includes(id)),
  };
  const properties = { before: { title: project.title }, after: { title: 'another' } };
  return { changes: { sentences: after }, properties };
}

describe('[ED14] what is told of an edit in parts', () => {
  it('does the same one after the other, each of them small, there and back', () => {
    const fresh = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 9 });
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fresh,
        fc.integer({ min: 3, max: 20 }),
        (gone, begins, most) => {
          const diff = makeDiff(gone, begins);
          const whole = applyDiff(project, diff);
          const parts = spreadDiff(diff, most);
          for (const part of parts) {
            const { added, updated, removed } = getChanges(part, 'sentences');
            const size = added.length + updated.length + removed.length;
            // Each of three lists is rounded by itself.
            expect(size).toBeLessThanOrEqual(most + 2);
          }
          expect(parts.reduce(applyDiff, project)).toEqual(whole);
          const back = spreadDiff(reverseDiff(diff), most);
          expect(back.reduce(applyDiff, whole)).toEqual(project);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells of a merge as well', () => {
    const merge = { kind: 'merge', sentenceIds: ids } as const;
    const { diff, project: whole } = applyEdit(project, merge, () => 'new');
    const parts = spreadDiff(diff, 3);
    expect(parts).toHaveLength(3);
    expect(parts.reduce(applyDiff, project)).toEqual(whole);
    expect(spreadDiff(diff, 9)).toEqual([diff]);
  });
});
