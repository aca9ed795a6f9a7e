import { tokenise } from '@core/transcript/tokenise';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const characters = [
  ...Array.from({ length: 0x530 }, (_, code) => String.fromCodePoint(code)),
  ...'–—‘’‚‛“”„‟…',
];

/** The words of a text, looked for in it as it is and with a sign that calls for the segmenter. */
function findBoth(text: string): readonly [readonly string[], readonly string[]] {
  const [alone, beside] = [text, `${text} ♪`].map((given) =>
    tokenise(given).map((token) => token.text),
  );
  return [alone!, beside!];
}

test('[TX5] words of plain text are those that the segmenter finds, beside each character', () => {
  for (const character of characters) {
    for (const text of [`a${character}b`, `1${character}2`, `a${character}1`, `1 ${character}a`]) {
      const [alone, beside] = findBoth(text);
      expect(alone, JSON.stringify(text)).toEqual(beside);
    }
  }
});

test('[TX5] words of plain text are those that the segmenter finds, whatever it is', () => {
  const part = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...'ab1é ж2  ') },
    { weight: 2, arbitrary: fc.constantFrom(...`.,:;'’"-–…!?_/&@<>()[]$%\n`) },
    fc.constantFrom('<i>', '</i>', "don't", '3.5', '10:30', 'U.S.', 'ANNA: '),
  );
  const texts = fc.array(part, { maxLength: 20 }).map((parts) => `x ${parts.join('')}`);
  fc.assert(
    fc.property(texts, (text) => {
      const [alone, beside] = findBoth(text);
      expect(alone).toEqual(beside);
    }),
    { numRuns: 300 },
  );
});
