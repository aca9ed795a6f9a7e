import { splitSentences } from '@core/cues/split-sentences';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('[CU3] the sentences of a text', () => {
  it.each([
    ['Hello there. How are you? Fine!', ['Hello there. ', 'How are you? ', 'Fine!']],
    ['Mr. Smith met Dr. Brown at 3.5 km.', ['Mr. Smith met Dr. Brown at 3.5 km.']],
    ['“Yes.” He left.', ['“Yes.” ', 'He left.']],
    ['你好。再见！', ['你好。', '再见！']],
    ['no marks at all', ['no marks at all']],
    ['', []],
  ])('of “%s”', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it('are all of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(splitSentences(text).join('')).toBe(text);
      }),
    );
  });
});
