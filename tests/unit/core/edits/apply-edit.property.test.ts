import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff, isEmptyDiff, reverseDiff } from '@core/edits/apply-diff';
import { applyEdit, type EditResult } from '@core/edits/apply-edit';
import { areDisjointDiffs, listTouchedIds, squashDiffs } from '@core/edits/squash-diffs';
import { toStudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { makeTranscript } from '../transcript/build-transcript';
import { anyProject, countIds } from './any-project';
import { anyEditPlan, type EditPlan, editPlans } from './edit-plans';

/** Makes the edits one after the other; those that do not fit are passed over. */
function makeEdits(project: Project, plans: readonly EditPlan[]): EditResult[] {
  const newId = countIds();
  const results: EditResult[] = [];
  let current = project;
  for (const plan of plans) {
    const edit = plan(current);
    if (edit === undefined) continue;
    try {
      const result = applyEdit(current, edit, newId);
      results.push(result);
      current = result.project;
    } catch (thrown) {
      expect(toStudioError(thrown).code).toBe('usage/invalid');
    }
  }
  return results;
}

function findProblems({ sentences }: Project): unknown {
  return findTranscriptProblems(makeTranscript(sentences));
}

const anyWork = fc.tuple(anyProject, fc.array(anyEditPlan, { maxLength: 12 }));

describe('applyEdit', () => {
  test.each(Object.entries(editPlans))(
    '[ED1] [ED3] %s is done on some project, keeps the rules, and is taken back',
    (kind, plan) => {
      let done = 0;
      fc.assert(
        fc.property(anyProject, plan, (project, makeEdit) => {
          for (const { diff, project: after, label } of makeEdits(project, [makeEdit])) {
            expect(label).toBe(kind);
            expect(findProblems(after)).toEqual([]);
            expect(applyDiff(after, reverseDiff(diff))).toEqual(project);
            done += 1;
          }
        }),
      );
      expect(done).toBeGreaterThan(0);
    },
  );

  test('[ED3] the rules of the transcript hold after any edit', () => {
    fc.assert(
      fc.property(anyWork, ([project, plans]) => {
        for (const result of makeEdits(project, plans)) {
          expect(findProblems(result.project)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('[ED1] the diff alone makes the same project, and an empty one the very same', () => {
    fc.assert(
      fc.property(anyWork, ([project, plans]) => {
        let before = project;
        for (const { diff, project: after } of makeEdits(project, plans)) {
          if (isEmptyDiff(diff)) expect(after).toBe(before);
          expect(applyDiff(before, diff)).toEqual(after);
          before = after;
        }
      }),
    );
  });

  test('[ED1] sentences that an edit does not name stay the same objects', () => {
    fc.assert(
      fc.property(anyWork, ([project, plans]) => {
        let before = project;
        for (const { diff, project: after } of makeEdits(project, plans)) {
          const touched = new Set(listTouchedIds(diff));
          const known = new Set(before.sentences);
          for (const sentence of after.sentences) {
            if (!touched.has(sentence.id)) expect(known.has(sentence)).toBe(true);
          }
          before = after;
        }
      }),
    );
  });

  test('[ED2] all diffs taken back give the first project, all done again the last', () => {
    fc.assert(
      fc.property(anyWork, ([project, plans]) => {
        const results = makeEdits(project, plans);
        const last = results.at(-1)?.project ?? project;
        const first = results
          .toReversed()
          .reduce((current, { diff }) => applyDiff(current, reverseDiff(diff)), last);
        expect(first).toEqual(project);
        expect(results.reduce((current, { diff }) => applyDiff(current, diff), first)).toEqual(
          last,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('[ED4] squashed diffs do at once what they did one by one, there and back', () => {
    fc.assert(
      fc.property(anyWork, ([project, plans]) => {
        const results = makeEdits(project, plans);
        const last = results.at(-1)?.project ?? project;
        const squashed = squashDiffs(results.map(({ diff }) => diff));
        expect(applyDiff(project, squashed)).toEqual(last);
        expect(applyDiff(last, reverseDiff(squashed))).toEqual(project);
      }),
      { numRuns: 300 },
    );
  });

  test('[ED2] diffs on different sentences pass each other', () => {
    fc.assert(
      fc.property(anyProject, anyEditPlan, anyEditPlan, (project, left, right) => {
        const [first] = makeEdits(project, [left]);
        const [second] = makeEdits(project, [right]);
        if (first === undefined || second === undefined) return;
        fc.pre(areDisjointDiffs(first.diff, second.diff));
        expect(applyDiff(second.project, first.diff)).toEqual(
          applyDiff(first.project, second.diff),
        );
      }),
    );
  });
});
