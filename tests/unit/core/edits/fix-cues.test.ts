import { applyEdit } from '@core/edits/apply-edit';
import { withText } from '@core/formats/writing-rules/change-sentences';
import { toStudioError } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';
import { countIds, makeProject } from './any-project';

const one = makeSentence('One  two.', 1000, 4000, { id: 'a' });
const two = makeSentence('', 5000, 7000, { id: 'b' });
const three = makeSentence('Six.', 8000, 9000, { id: 'c' });
const project = makeProject([one, two, three]);

function fix(changed: readonly Sentence[], removedIds: readonly string[] = []) {
  return applyEdit(project, { kind: 'fixCues', changed, removedIds }, countIds());
}

describe('[ED15] mending problems', () => {
  it('puts sentences in place of those of the same ids and takes others away', () => {
    const mended = withText(one, 'One two.');
    const result = fix([mended], ['b']);
    expect(result.project.sentences).toEqual([mended, three]);
    expect(result.label).toBe('fixCues');
    expect(result.select).toEqual(['c']);
  });

  it('leaves the selection where nothing goes', () => {
    expect(fix([{ ...three, endMs: 9500 }]).select).toBeUndefined();
  });

  it('brings a sentence of another begin to its place', () => {
    const moved = { ...one, beginMs: 9000, endMs: 9900 };
    expect(fix([moved]).project.sentences.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('of what is as it should be is no edit', () => {
    expect(fix([one]).project).toBe(project);
  });

  it.each<[string, readonly Sentence[], readonly string[], string]>([
    ['a sentence that is not there', [{ ...one, id: 'x' }], [], 'project/conflict'],
    ['one to take away that is not there', [], ['x'], 'project/conflict'],
    ['an end before its begin', [{ ...one, endMs: 1 }], [], 'usage/invalid'],
    ['one that both stays and goes', [{ ...two, endMs: 7500 }], ['b'], 'usage/invalid'],
  ])('is refused with %s', (_name, changed, removedIds, code) => {
    const attempt = (): string => {
      try {
        fix(changed, removedIds);
        return 'done';
      } catch (thrown) {
        return toStudioError(thrown).code;
      }
    };
    expect(attempt()).toBe(code);
  });
});
