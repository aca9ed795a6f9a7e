import { describe, expect, test } from 'vitest';
import { applyDiff } from '@core/edits/apply-diff';
import { emptyDiff } from '@core/edits/make-diff';
import type { ProjectDiff, RecordChanges } from '@core/edits/project-diff';
import { squashDiffs } from '@core/edits/squash-diffs';
import { toStudioError } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import { makeSentence } from '../transcript/build-transcript';
import { makeProject } from './any-project';

const one = makeSentence('One.', 1000, 2000, { id: 'a' });
const two = makeSentence('Two.', 3000, 4000, { id: 'b' });
const project = makeProject([one, two]);
const sentences = (changes: Partial<RecordChanges<Sentence>>): ProjectDiff => ({
  changes: { sentences: { added: [], updated: [], removed: [], ...changes } },
});
const renamed = (before: string, after: string): ProjectDiff => ({
  changes: {},
  properties: { before: { title: before }, after: { title: after } },
});

function codeOf(diff: ProjectDiff): string {
  try {
    applyDiff(project, diff);
  } catch (thrown) {
    return toStudioError(thrown).code;
  }
  return 'done';
}

describe('applyDiff', () => {
  test('[ED2] a record is compared by what it holds, in any order of keys', () => {
    const { words, ...rest } = one;
    const same = { words: words.map((word) => ({ ...word })), ...rest };
    expect(codeOf(sentences({ removed: [same] }))).toBe('done');
  });

  test.each<[string, ProjectDiff]>([
    ['a sentence that is not there', sentences({ removed: [{ ...one, id: 'x' }] })],
    ['a sentence that has changed', sentences({ removed: [{ ...one, endMs: 2001 }] })],
    ['a name it did not have', sentences({ removed: [{ ...one, speaker: 'Ana' }] })],
    [
      'words that have changed',
      sentences({ updated: [{ before: { ...one, words: [] }, after: one }] }),
    ],
    ['an id that is there already', sentences({ added: [{ ...one, id: 'b' }] })],
    ['a title it did not have', renamed('Other', 'New')],
  ])('[ED2] conflicts over %s', (_name, diff) => {
    expect(codeOf(diff)).toBe('project/conflict');
  });

  test.each<[string, ProjectDiff]>([
    ['changes a sentence twice', sentences({ removed: [one, one] })],
    [
      'removes and changes it',
      sentences({ removed: [one], updated: [{ before: one, after: { ...one, endMs: 3000 } }] }),
    ],
    ['adds it twice', sentences({ added: [1, 2].map(() => ({ ...one, id: 'x' })) })],
    ['changes its id', sentences({ updated: [{ before: one, after: { ...one, id: 'x' } }] })],
    ['breaks the text', sentences({ updated: [{ before: one, after: { ...one, text: '' } }] })],
    ['breaks the times', sentences({ updated: [{ before: one, after: { ...one, endMs: 0 } }] })],
    ['has no value before', { changes: {}, properties: { before: {}, after: { title: 'New' } } }],
    [
      'has no value afterwards',
      { changes: {}, properties: { before: { title: 'Talk' }, after: { language: 'en' } } },
    ],
  ])('[ED3] refuses a diff that %s', (_name, diff) => {
    expect(codeOf(diff)).toBe('usage/invalid');
  });

  test('[ED2] a removed sentence can come back under its id in the same diff', () => {
    const after = { ...one, beginMs: 1500 };
    expect(applyDiff(project, sentences({ removed: [one], added: [after] })).sentences).toEqual([
      after,
      two,
    ]);
  });
});

describe('squashDiffs', () => {
  test('[ED4] what comes and goes, or comes back as it was, leaves nothing', () => {
    const added = makeSentence('New.', 5000, 6000, { id: 'n' });
    const moved = { ...one, endMs: 2500 };
    expect(
      squashDiffs([
        sentences({ added: [added] }),
        sentences({ updated: [{ before: one, after: moved }] }),
        renamed('Talk', 'Walk'),
        sentences({ removed: [added] }),
        sentences({ updated: [{ before: moved, after: one }] }),
        renamed('Walk', 'Talk'),
      ]),
    ).toEqual(emptyDiff);
  });

  test('[ED4] no diffs make an empty one', () => {
    expect(squashDiffs([])).toEqual(emptyDiff);
  });
});
