import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseForMatch } from '@core/alignment/normalise-for-match';

describe('normaliseForMatch', () => {
  test.each([
    ['Hello', 'hello'],
    ['café', 'CAFE\u0301'],
    ['don’t', "DON'T"],
    ['well-known', 'Wellknown'],
    ['“Yes,”', 'yes'],
    ['１２', '12'],
    ['twelve', '12'],
    ['Twenty-One', '21'],
    ['1,000', '1000'],
    ['3,5', '3.5'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδός'],
    ['你好，', '你好'],
    ['ﬁne', 'fine'],
  ])('[AL1] %s is spoken as %s', (left, right) => {
    expect(normaliseForMatch(left)).toBe(normaliseForMatch(right));
  });

  test.each([
    ['3.5', '35'],
    ['が', 'か'],
    ['♪', '…'],
    ['cat', 'cats'],
  ])('[AL1] %s is not %s', (left, right) => {
    expect(normaliseForMatch(left)).not.toBe(normaliseForMatch(right));
  });

  test('[AL1] twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseForMatch(text);
        expect(normaliseForMatch(once)).toBe(once);
      }),
    );
  });

  test('[AL1] a plain word is what it is beside a mark', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('aZkK09你龠')), minLength: 1 });
    fc.assert(
      fc.property(fc.oneof(words, fc.constantFrom('Twelve', 'TWENTY', 'ſ', '\u212a')), (word) => {
        expect(normaliseForMatch(word)).toBe(normaliseForMatch(`${word}!`));
      }),
    );
  });
});
