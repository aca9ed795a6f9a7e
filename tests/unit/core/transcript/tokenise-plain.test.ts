import fc from 'fast-check';
import { retimeWords } from '@core/alignment/retime-words';
import { countCharacters } from '@core/transcript/graphemes';
import { maskMarkup } from '@core/transcript/markup';
import { tokenise, tokeniseAny } from '@core/transcript/tokenise';
import { findPlainTokens } from '@core/transcript/tokenise-plain';
import { describe, expect, test } from 'vitest';

const cut = (text: string): ReturnType<typeof tokeniseAny> => tokeniseAny(text, maskMarkup(text));

/** Up to Greek and Cyrillic, marks, Kana, some Han, wide marks. */
const everyCharacter = [
  ...Array.from({ length: 0x2040 }, (_, code) => code),
  ...Array.from({ length: 0x200 }, (_, index) => 0x3000 + index),
  ...Array.from({ length: 0x80 }, (_, index) => 0x4e00 + index * 163),
  ...Array.from({ length: 0x100 }, (_, index) => 0xff00 + index),
].map((code) => String.fromCharCode(code));
const tightText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(...'aZé9ñ0яΣ \n-\'’./@&,:;!?"“”«»()[]—…$%<>'.split('')),
      },
      { weight: 1, arbitrary: fc.constantFrom(...everyCharacter) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('<i>', '</i>', '{\\an8}', '<00:01.000>', '<c.x>', '词'),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[
            '今天',
            '天气',
            '很好',
            '東京',
            'です',
            'カタカナ',
            'コーヒー',
            '々',
            'ー',
            '人工智能',
          ],
          ...'，。！？：；、（）《》「」“”·\u3000的了一ア'.split(''),
        ),
      },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('[TX5] the fast way through plain text', () => {
  test('cuts as the rules of Unicode do', () => {
    fc.assert(
      fc.property(tightText, (text) => {
        fc.pre(text !== '');
        expect(tokenise(text)).toEqual(cut(text));
      }),
      { numRuns: 500 },
    );
  });

  test('each of its characters between, before and behind letters and digits', () => {
    for (const character of everyCharacter) {
      if (findPlainTokens(`a ${character}`) === undefined) continue;
      const around = ['ab', '12', '你好'].map(([left, right]) => `${left}${character}${right}`);
      for (const text of [...around, `${character}a`, `a ${character}`]) {
        expect(tokenise(text), text).toEqual(cut(text));
      }
    }
  });

  test('is the way of a usual line', () => {
    const line = `“Well-known,” she said: don't count 1,000.5 (at 10:30)… Élan vital!\nДа, конечно.`;
    expect(findPlainTokens(line)).toHaveLength(36);
    expect(tokenise(line)).toEqual(cut(line));
  });
});

test('[TX6] new words share the span by their length in characters', () => {
  fc.assert(
    fc.property(tightText, fc.nat(9000), fc.nat(9000), (text, beginMs, endMs) => {
      const tokens = tokenise(text);
      const weights = tokens.map((token) => Math.max(1, countCharacters(token.text)));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const at = (count: number): number => {
        const part = weights.slice(0, count).reduce((sum, weight) => sum + weight, 0);
        return beginMs + Math.round(((Math.max(beginMs, endMs) - beginMs) * part) / total);
      };
      expect(retimeWords([], text, { beginMs, endMs })).toEqual(
        tokens.map((token, index) => ({
          ...token,
          beginMs: at(index),
          endMs: at(index + 1),
          timing: 'estimated',
        })),
      );
    }),
  );
});
