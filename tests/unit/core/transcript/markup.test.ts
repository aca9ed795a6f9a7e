import { countCharacters } from '@core/transcript/graphemes';
import { stripMarkup } from '@core/transcript/markup';
import { tokenise } from '@core/transcript/tokenise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const words = (text: string): string[] => tokenise(text).map((token) => token.text);
const join = (text: string): string =>
  tokenise(text)
    .map(({ before, text: word, after }) => before + word + after)
    .join('');

describe('[TX5] markup of subtitles', () => {
  it.each([
    ['{\\an8}<i>Hello there</i>', ['Hello', 'there']],
    ['Hello <font color="#00ff00">green world</font>!', ['Hello', 'green', 'world']],
    ['{\\pos(10,20)\\b1}Up {\\b0}here', ['Up', 'here']],
    ['<v Anna Smith>Good <c.yellow.loud>morning</c></v>', ['Good', 'morning']],
    ['Wait<00:00:01.500> for <01:00:02.000>me', ['Wait', 'for', 'me']],
    ['{y:i}Leaning', ['Leaning']],
    ['<b>你好</b>，<i>世界</i>', ['你好', '世界']],
    ['<I>LOUD</I><br/>line', ['LOUD', 'line']],
  ])('is no word: %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
    expect(join(text)).toBe(text);
  });

  it.each([
    ['if a < b and c > d', ['if', 'a', 'b', 'and', 'c', 'd']],
    ['if a <bird and c> d', ['if', 'a', 'bird', 'and', 'c', 'd']],
    ['{name} is here', ['name', 'is', 'here']],
    ['<laughs> Right', ['laughs', 'Right']],
  ])('is what players take for such, and nothing else: %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps what stands around it', () => {
    expect(tokenise('<i>Hello</i> <b>world</b>')).toEqual([
      { before: '<i>', text: 'Hello', after: '</i> ' },
      { before: '<b>', text: 'world', after: '</b>' },
    ]);
  });

  it('[TX1] is kept wherever it stands', () => {
    const piece = fc.constantFrom(
      '<i>',
      '</i>',
      '{\\an8}',
      '<font color="red">',
      ' ',
      'no',
      '好',
      '\n',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        expect(join(pieces.join(''))).toBe(pieces.join(''));
      }),
    );
  });

  it('[CU8] has no length', () => {
    expect(countCharacters('{\\an8}<i>Hello</i>')).toBe(5);
    expect(stripMarkup('{\\an8}<i>Hello</i> a < b')).toBe('Hello a < b');
  });
});
