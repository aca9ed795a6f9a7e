import { applyEdit } from '@core/edits/apply-edit';
import { canSplitAt, splitSentenceAt } from '@core/edits/split-at-offset';
import { blankProject, type Project } from '@core/project-file/project';
import { findSentenceProblems } from '@core/transcript/invariants';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

const split = (text: string, offset: number): readonly string[] =>
  splitSentenceAt(makeSentence(text, 0, 1000), offset, 'second').map((half) => half.text);

describe('splitting between any two characters [ED11]', () => {
  it('before a word, and on either side of the blank before it, is the same', () => {
    expect(split('one two three', 3)).toEqual(['one', 'two three']);
    expect(split('one two three', 4)).toEqual(['one', 'two three']);
  });

  it('within a word shares its time by length', () => {
    const [first, second] = splitSentenceAt(makeSentence('together now', 0, 1000), 2, 'second');
    expect([first.text, second.text]).toEqual(['to', 'gether now']);
    const [head, tail] = [first.words.at(-1), second.words[0]];
    expect([head?.timing, tail?.timing]).toEqual(['estimated', 'estimated']);
    expect(head?.endMs).toBe(tail?.beginMs);
    expect([first.endMs, second.beginMs]).toEqual([125, 125]);
  });

  it('leaves marks on their side', () => {
    expect(split('She said “yes”. Then no.', 14)).toEqual(['She said “yes”', '. Then no.']);
    expect(split('She said “yes”.', 10)).toEqual(['She said “', 'yes”.']);
  });

  it('is refused where one side would have no word', () => {
    for (const offset of [0, 7, 8, 99]) {
      expect(canSplitAt('one two.', offset), String(offset)).toBe(false);
      expect(() => split('one two.', offset)).toThrow('split between two of its words');
    }
    expect(canSplitAt('', 0)).toBe(false);
    expect(canSplitAt('   ', 1)).toBe(false);
  });

  it('gives two sound sentences that spell the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(40), (text, offset) => {
        fc.pre(canSplitAt(text, offset));
        const sentence = makeSentence(text, 500, 2500);
        const [first, second] = splitSentenceAt(sentence, offset, 'second');
        const squeeze = (part: string): string => part.replace(/\s/gu, '');
        expect(squeeze(first.text + second.text)).toBe(squeeze(text));
        expect(text.startsWith(first.text)).toBe(true);
        expect(text.endsWith(second.text)).toBe(true);
        expect([first, second].flatMap((half) => findSentenceProblems(half, 0))).toEqual([]);
      }),
    );
  });

  it('is an edit like any split: one diff, the second half selected [ED10]', () => {
    const media = {
      path: '/a.wav',
      name: 'a.wav',
      sizeBytes: 1,
      durationMs: 9000,
      hasVideo: false,
    };
    const project: Project = {
      ...blankProject,
      ...{ id: 'p', title: 'a', language: 'en', engine: 'local', media },
      sentences: [makeSentence('one two', 0, 1000, { id: 'a' })],
    };
    const edit = { kind: 'split', sentenceId: 'a', offset: 4 } as const;
    const { project: after, label, select } = applyEdit(project, edit, () => 'second');
    expect(after.sentences.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'one'],
      ['second', 'two'],
    ]);
    expect([label, select]).toEqual(['split', ['second']]);
  });
});
