import { describe, expect, test } from 'vitest';
import { applyDiff } from '@core/edits/apply-diff';
import type { ProjectDiff } from '@core/edits/project-diff';
import { squashDiffs } from '@core/edits/squash-diffs';
import { toStudioError } from '@core/errors/studio-error';
import { makeSentence } from '../transcript/build-transcript';
import { makeProject } from './any-project';

const one = makeSentence('One.', 1000, 2000, { id: 'a' });
const two = makeSentence('Two.', 3000, 4000, { id: 'b' });
const project = makeProject([one, two]);
const nothing: ProjectDiff = { added: [], updated: [], removed: [] };
const renamed = (before: string, after: string): ProjectDiff => ({
  ...nothing,
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
    expect(codeOf({ ...nothing, removed: [same] })).toBe('done');
  });

  test.each<[string, ProjectDiff]>([
    ['a sentence that is not there', { ...nothing, removed: [{ ...one, id: 'x' }] }],
    ['a sentence that has changed', { ...nothing, removed: [{ ...one, endMs: 2001 }] }],
    ['a name it did not have', { ...nothing, removed: [{ ...one, speaker: 'Ana' }] }],
    [
      'words that have changed',
      { ...nothing, updated: [{ before: { ...one, words: [] }, after: one }] },
    ],
    ['an id that is there already', { ...nothing, added: [{ ...one, id: 'b' }] }],
    ['a title it did not have', renamed('Other', 'New')],
  ])('[ED2] conflicts over %s', (_name, diff) => {
    expect(codeOf(diff)).toBe('project/conflict');
  });

  test.each<[string, ProjectDiff]>([
    ['changes a sentence twice', { ...nothing, removed: [one, one] }],
    [
      'removes and changes it',
      { ...nothing, removed: [one], updated: [{ before: one, after: { ...one, endMs: 3000 } }] },
    ],
    ['adds it twice', { ...nothing, added: [1, 2].map(() => ({ ...one, id: 'x' })) }],
    ['changes its id', { ...nothing, updated: [{ before: one, after: { ...one, id: 'x' } }] }],
    ['breaks the text', { ...nothing, updated: [{ before: one, after: { ...one, text: '' } }] }],
    ['breaks the times', { ...nothing, updated: [{ before: one, after: { ...one, endMs: 0 } }] }],
    ['has no value before', { ...nothing, properties: { before: {}, after: { title: 'New' } } }],
    [
      'has no value afterwards',
      { ...nothing, properties: { before: { title: 'Talk' }, after: { language: 'en' } } },
    ],
  ])('[ED3] refuses a diff that %s', (_name, diff) => {
    expect(codeOf(diff)).toBe('usage/invalid');
  });

  test('[ED2] a removed sentence can come back under its id in the same diff', () => {
    const after = { ...one, beginMs: 1500 };
    expect(applyDiff(project, { ...nothing, removed: [one], added: [after] }).sentences).toEqual([
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
        { ...nothing, added: [added] },
        { ...nothing, updated: [{ before: one, after: moved }] },
        renamed('Talk', 'Walk'),
        { ...nothing, removed: [added] },
        { ...nothing, updated: [{ before: moved, after: one }] },
        renamed('Walk', 'Talk'),
      ]),
    ).toEqual(nothing);
  });

  test('[ED4] no diffs make an empty one', () => {
    expect(squashDiffs([])).toEqual(nothing);
  });
});
