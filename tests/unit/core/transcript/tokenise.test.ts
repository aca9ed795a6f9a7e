import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise, type Token } from '@core/transcript/tokenise';

function join(tokens: readonly Token[]): string {
  return tokens.map(({ before, text, after }) => before + text + after).join('');
}

/** One token as `before[text]after`, to compare a whole result at a glance. */
function show(text: string): string {
  return tokenise(text)
    .map((token) => `${token.before}[${token.text}]${token.after}`)
    .join('|');
}

const trickyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '  ', '\n', '\u3000', '，', '。', '“', '”', '—', '…', '...', "'", '’'),
      fc.constantFrom(
        '你好',
        '世界',
        'カタカナ',
        'ไทย',
        '한국어',
        'שלום',
        'مرحبا',
        'word',
        '3.5',
        'U.S.',
      ),
      fc.constantFrom('👍🏽', '👩‍👩‍👧', '\ud83d', '\udc4d', 'e\u0301', '\u200f', '\0'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('tokenise', () => {
  test('[TX1] the join of the tokens is the text, whatever it is', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(join(tokenise(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('[TX5] a token has no blank at its ends, and none at all unless it is made of marks', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const tokens = tokenise(text);
        for (const token of tokens) expect(token.text).toBe(token.text.trim());
        if (tokens.length > 1) for (const token of tokens) expect(token.text).not.toBe('');
      }),
    );
  });

  test.each([
    ['a well-known, old word', '[a] |[well-known], |[old] |[word]'],
    ["I don't. You’re", "[I] |[don't]. |[You’re]"],
    ['about 3.5 km at 10:30', '[about] |[3.5] |[km] |[at] |[10:30]'],
    ['1,000 in the U.S. alone', '[1,000] |[in] |[the] |[U.S]. |[alone]'],
    ['“Hello,” she said', '“[Hello],” |[she] |[said]'],
    ['said (or “thought”).', '[said] |([or] |“[thought]”).'],
    ['word—word', '[word]—|[word]'],
    ['yes,no', '[yes],|[no]'],
    ['wait… what', '[wait]… |[what]'],
    ['wait...what', '[wait]...|[what]'],
    ['…so then—', '…[so] |[then]—'],
    ['¿Qué? ¡Sí!', '¿[Qué]? |¡[Sí]!'],
    ['two\nlines', '[two]\n|[lines]'],
    ['  padded  ', '  [padded]  '],
    ['你好，世界！', '[你好]，|[世界]！'],
    ['他说：“走吧。”', '[他]|[说]：|“[走]|[吧]。”'],
    ['我买了iPhone 15手机', '[我]|[买]|[了]|[iPhone] |[15]|[手机]'],
    ['中文 English 文字', '[中文] |[English] |[文字]'],
    ['3个', '[3]|[个]'],
    ['«Привет», сказал', '«[Привет]», |[сказал]'],
    ['שלום, עולם', '[שלום], |[עולם]'],
    ['fine 👍 thanks', '[fine] 👍 |[thanks]'],
    ['$5 and 100%', '$[5] |[and] |[100]%'],
  ])('[TX5] %s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test.each([
    ['', []],
    ['♪ ♪', [{ before: '', text: '♪ ♪', after: '' }]],
    [' ♪\n', [{ before: ' ', text: '♪', after: '\n' }]],
    ['  ', [{ before: '', text: '', after: '  ' }]],
  ])('[TX5] a text without a word: %j', (text, expected) => {
    expect(tokenise(text)).toEqual(expected);
  });
});
