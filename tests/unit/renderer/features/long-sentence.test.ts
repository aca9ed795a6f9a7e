import { retimeWords } from '@core/alignment/retime-words';
import { tokenise } from '@core/transcript/tokenise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findWordPage,
  followSpokenWord,
} from '../../../../renderer/src/features/inspector/word-page';
import { countRowWords, cutToRow } from '../../../../renderer/src/features/table/shown-text';
import { fitText } from '../../../../renderer/src/features/waveform/layers/fit-text';
import { makeSentence } from '../../core/transcript/build-transcript';
import { RecordingPen } from '../waveform/make-scene';

const atFirst = { sentenceId: 'talk', page: 0, spokenPage: undefined };

const talk = Array.from({ length: 18_000 }, (_, index) => `word${index % 97}`).join(' ');

describe('a sentence with the text of a whole talk', () => {
  const sentence = makeSentence(talk, 0, 3_600_000);

  it('is drawn in the inspector page by page, each word on one of them', () => {
    const drawn: number[] = [];
    const { pageCount } = findWordPage(sentence.words.length, 0);
    for (let wanted = 0; wanted < pageCount; wanted += 1) {
      const { begin, end } = findWordPage(sentence.words.length, wanted);
      expect(end - begin).toBeLessThanOrEqual(300);
      for (let index = begin; index < end; index += 1) drawn.push(index);
    }
    expect(drawn).toEqual(sentence.words.map((_, index) => index));
  });

  it('shows the page of the word that is being said, and none beyond its last', () => {
    const { begin, end } = findWordPage(18_000, followSpokenWord(atFirst, 'talk', 7_654).page);
    expect([begin <= 7_654, end > 7_654]).toEqual([true, true]);
    expect(findWordPage(10, 5)).toEqual({ page: 0, pageCount: 1, begin: 0, end: 10 });
    expect(findWordPage(0, 0)).toEqual({ page: 0, pageCount: 1, begin: 0, end: 0 });
  });

  it('stays at the page that a person turns to until what is said reaches another one', () => {
    const spoken = followSpokenWord(atFirst, 'talk', 7);
    const turned = { ...spoken, page: 20 };
    expect(followSpokenWord(turned, 'talk', 8)).toBe(turned);
    expect(followSpokenWord(turned, 'talk', undefined)).toBe(turned);
    expect(followSpokenWord(turned, 'talk', 300).page).toBe(1);
  });

  it('stays at its page in the silence between two words, and begins anew elsewhere', () => {
    const spoken = followSpokenWord(atFirst, 'talk', 7_654);
    expect(followSpokenWord(spoken, 'talk', undefined).page).toBe(25);
    expect(followSpokenWord(spoken, 'other', undefined).page).toBe(0);
  });

  it('is in its row as far as a row can show it', () => {
    expect(cutToRow(talk)).toHaveLength(2001);
    expect(cutToRow('short')).toBe('short');
    expect(cutToRow(`${'a'.repeat(1999)}🎉b`)).toBe(`${'a'.repeat(1999)}…`);
    const shown = sentence.words.slice(0, countRowWords(sentence.words));
    expect(
      shown.map(({ before, text, after }) => before + text + after).join('').length,
    ).toBeLessThanOrEqual(2000);
    expect(countRowWords([{ ...sentence.words[0]!, text: talk }])).toBe(1);
  });

  it('is measured for the waveform as far as it can fit', () => {
    let longest = 0;
    class MeasuringPen extends RecordingPen {
      override measureText(text: string): { readonly width: number } {
        longest = Math.max(longest, text.length);
        return super.measureText(text);
      }
    }
    const pen = new MeasuringPen();
    const fitted = fitText(pen, talk, 200);
    expect(fitted.endsWith('…')).toBe(true);
    expect(talk.startsWith(fitted.slice(0, -1))).toBe(true);
    expect(longest).toBeLessThan(300);
  });

  // Each step of giving up words at an end added up all of them again: a minute for this one.
  it('is edited at its end without looking at all of it for each word', () => {
    const words = tokenise(talk).map((token, index) => ({
      ...token,
      ...{ beginMs: index * 100, endMs: index * 100 + 90, timing: 'measured' as const },
    }));
    const edited = retimeWords(words, `${talk} ${talk}`, { beginMs: 0, endMs: 3_600_000 });
    expect(edited.map(({ before, text, after }) => before + text + after).join('')).toBe(
      `${talk} ${talk}`,
    );
  });
});

describe('a text that fits a width', () => {
  it('is whole or cut, and never wider', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.integer({ min: 0, max: 500 }),
        (text, width) => {
          const pen = new RecordingPen();
          const fitted = fitText(pen, text, width);
          expect(pen.measureText(fitted).width).toBeLessThanOrEqual(Math.max(width, 0));
          if (pen.measureText(text).width <= width && width >= 6) expect(fitted).toBe(text);
        },
      ),
    );
  });
});
