import { segmentWords } from '@core/transcript/segment-words';
import { tokenise } from '@core/transcript/tokenise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The same without windows: the square of the time. */
function segmentWhole(text: string): readonly (readonly [string, number, boolean])[] {
  return Array.from(segmenter.segment(text), ({ segment, index, isWordLike }) => [
    segment,
    index,
    isWordLike === true,
  ]);
}

const segmentInWindows = (text: string) =>
  Array.from(segmentWords(text), ({ segment, index, isWordLike }) => [segment, index, isWordLike]);

/** Pieces of speech and of what no one says; none of them ends where a window does. */
const pieces = [
  ...['hello ', 'well-known ', "don't ", '3.5', '1,000', ' ', '\n', '!', '...', '—', 'a-', 'x_y'],
  ...[
    '今天天气很好',
    '我们去公园散步',
    '人工智能',
    '语音识别',
    '。',
    '，',
    '“',
    '”',
    'の',
    '東京都',
  ],
  ...[
    'ありがとうございます',
    'カタカナ',
    'สวัสดีชาวโลก',
    'ภาษาไทย',
    '한국어',
    '👍🏽',
    '🇨🇳',
    'é',
    '\u0301',
    '\u200d',
  ],
] as const;
/** Long enough for several windows, with or without repetition. */
const longTexts = fc
  .tuple(
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 }),
    fc.integer({ min: 600, max: 3_000 }),
  )
  .map(([chosen, length]) => {
    const once = chosen.join('');
    return once.repeat(Math.ceil(length / once.length)).slice(0, length);
  });

describe('cutting a long text in windows', () => {
  it('[TX1] [TX5] finds the words that cutting it as a whole finds', () => {
    fc.assert(
      fc.property(longTexts, (text) => {
        expect(segmentInWindows(text)).toEqual(segmentWhole(text));
        expect(
          tokenise(text)
            .map(({ before, text: token, after }) => before + token + after)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps one word together that is longer than any window', () => {
    for (const length of [449, 451, 600, 601, 20_000]) {
      const word = 'a'.repeat(length);
      expect(tokenise(`(${word} b`)).toEqual([
        { before: '(', text: word, after: ' ' },
        { before: '', text: 'b', after: '' },
      ]);
      expect(tokenise(`${'x-'.repeat(length)}y`)).toHaveLength(1);
    }
  });

  it('ends soon for a sentence of a hundred thousand characters', () => {
    for (const piece of [
      '今天天气很好我们去公园',
      'ab-',
      '。',
      'สวัสดีชาวโลก',
      '今天a-b天气3.5很好, ',
    ]) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const tokens = tokenise(text);
      expect(
        tokens.reduce(
          (sum, { before, text: token, after }) =>
            sum + before.length + token.length + after.length,
          0,
        ),
      ).toBe(text.length);
    }
  });
});
