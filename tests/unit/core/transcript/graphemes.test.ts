import { countCharacters, splitGraphemes } from '@core/transcript/graphemes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The same without windows: the square of the time. */
const splitWhole = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** What combines with what comes after it, and what does not. */
const pieces = [
  ...['a', 'é', 'e\u0301', 'e', '\u0301', ' ', '\r\n', '\n', '한', '한국어', '\u1112\u1161\u11ab'],
  ...['\u1112', 'ก', 'กำ', 'สวัสดี', 'नमस्ते', 'क्षत्रिय', 'مرحبا', '字', '字\u{e0100}', '\ufe0f', '❤️'],
  ...['🇨🇳', '🇨', '👍🏽', '🏽', '👩‍👩‍👧', '\u200d', '🎉', '\ud83c', '\udf89'],
] as const;
const longTexts = fc
  .tuple(
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 1, max: 20 }),
  )
  .map(([parts, times]) => parts.join('').repeat(times));

describe('the characters of a long text', () => {
  it('are those of the whole text, though it is cut window by window', () => {
    fc.assert(
      fc.property(longTexts, (text) => {
        expect(splitGraphemes(text)).toEqual(splitWhole(text));
      }),
    );
  });

  it('are whole where one of them is longer than a window', () => {
    const tall = `e${'\u0301'.repeat(1000)}`;
    expect(splitGraphemes(`${tall}${tall}x`)).toEqual([tall, tall, 'x']);
  });

  // Without windows each of them takes a minute.
  it.each(['한국어 말 ', 'สวัสดีชาวโลก ', 'plain but for one e\u0301 '])(
    'are counted in a text of 100,000: %s',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const characters = splitWhole(piece).length;
      expect(countCharacters(text)).toBe((text.length / piece.length) * characters);
    },
  );
});
