import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retimeWords } from '@core/alignment/retime-words';
import { tokenise } from '@core/transcript/tokenise';
import { joinWords, type Word } from '@core/transcript/word';

/** Words of `text`, each 300 ms long with 100 ms of silence after it, `measured`. */
function makeWords(text: string): Word[] {
  return tokenise(text).map((token, index) => ({
    ...token,
    beginMs: 1000 + 400 * index,
    endMs: 1300 + 400 * index,
    timing: 'measured',
    confidence: 0.9,
  }));
}

function show(words: readonly Word[]): string[] {
  return words.map(
    (word) =>
      `${word.before}[${word.text}]${word.after} ${word.beginMs}-${word.endMs} ${word.timing}`,
  );
}

const anyText = fc
  .array(
    fc.constantFrom(
      'the',
      'cat',
      'Cat',
      'sat',
      ' ',
      ' ',
      ', ',
      '. ',
      '—',
      '\n',
      '你好',
      '世界',
      '北京',
      '人',
      '。',
      '“',
      '”',
      '♪',
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

describe('retimeWords', () => {
  test('[TX6] unchanged text gives the very same words', () => {
    const words = makeWords('One two—three.');
    expect(retimeWords(words, 'One two—three.')).toBe(words);
  });

  test('[TX6] a changed word takes the span of the one it replaces', () => {
    expect(show(retimeWords(makeWords('I recognise it.'), 'I recognize it!'))).toEqual([
      '[I]  1000-1300 measured',
      '[recognize]  1400-1700 estimated',
      '[it]! 1800-2100 measured',
    ]);
  });

  test('[TX6] case and marks may change without touching times', () => {
    expect(show(retimeWords(makeWords('hello world'), '“Hello, World!”'))).toEqual([
      '“[Hello],  1000-1300 measured',
      '[World]!” 1400-1700 measured',
    ]);
  });

  test('[TX6] two words for one share its span by length', () => {
    expect(show(retimeWords(makeWords('go gonna go'), 'go going to go'))).toEqual([
      '[go]  1000-1300 measured',
      '[going]  1400-1614 estimated',
      '[to]  1614-1700 estimated',
      '[go] 1800-2100 measured',
    ]);
  });

  test('[TX6] an inserted word stands in the gap', () => {
    expect(show(retimeWords(makeWords('one three'), 'one two three'))).toEqual([
      '[one]  1000-1300 measured',
      '[two]  1300-1400 estimated',
      '[three] 1400-1700 measured',
    ]);
  });

  test('[TX6] text added at the ends uses the room of the sentence', () => {
    const span = { beginMs: 500, endMs: 2000 };
    expect(show(retimeWords(makeWords('two'), 'one two three', span))).toEqual([
      '[one]  500-1000 estimated',
      '[two]  1000-1300 measured',
      '[three] 1300-2000 estimated',
    ]);
  });

  test('[TX6] text typed into an empty sentence fills it', () => {
    expect(show(retimeWords([], 'ab cd', { beginMs: 0, endMs: 1000 }))).toEqual([
      '[ab]  0-500 estimated',
      '[cd] 500-1000 estimated',
    ]);
  });

  test('[TX6] a removed word leaves the others alone', () => {
    expect(show(retimeWords(makeWords('one two three'), 'one three'))).toEqual([
      '[one]  1000-1300 measured',
      '[three] 1800-2100 measured',
    ]);
  });

  test('[TX6] a partly changed Chinese word is split', () => {
    const word = { before: '', text: '北京市', after: '。', beginMs: 0, endMs: 900 };
    expect(show(retimeWords([{ ...word, timing: 'measured' }], '北京人。'))).toEqual([
      '[北京] 0-600 estimated',
      '[人]。 600-900 estimated',
    ]);
  });

  test('[TX6] characters timed one by one stay so', () => {
    const words: Word[] = ['你', '好'].map((text, index) => ({
      before: '',
      text,
      after: '',
      beginMs: 200 * index,
      endMs: 200 * (index + 1),
      timing: 'measured',
    }));
    expect(show(retimeWords(words, '你好吗？', { beginMs: 0, endMs: 600 }))).toEqual([
      '[你] 0-200 measured',
      '[好] 200-400 measured',
      '[吗]？ 400-600 estimated',
    ]);
  });

  test('[TX6] words an engine cut in its own way are kept away from the edit', () => {
    const odd: Word[] = ['New York ', 'is ', 'very ', 'big'].map((text, index) => ({
      before: '',
      text: text.trim(),
      after: text.endsWith(' ') ? ' ' : '',
      beginMs: 100 * index,
      endMs: 100 * index + 80,
      timing: 'measured',
    }));
    expect(show(retimeWords(odd, 'New York is very small'))).toEqual([
      '[New York]  0-80 measured',
      '[is]  100-180 measured',
      '[very]  200-280 measured',
      '[small] 300-380 estimated',
    ]);
  });

  test('[TX1] [TX2] [TX6] any edit keeps the text exactly and the order of time', () => {
    fc.assert(
      fc.property(anyText, anyText, (oldText, newText) => {
        const oldWords = makeWords(oldText);
        const words = retimeWords(oldWords, newText);
        expect(joinWords(words)).toBe(newText);
        words.forEach((word, index) => {
          expect(Number.isInteger(word.beginMs) && Number.isInteger(word.endMs)).toBe(true);
          expect(word.beginMs).toBeLessThanOrEqual(word.endMs);
          expect(word.beginMs).toBeGreaterThanOrEqual(words[index - 1]?.beginMs ?? 0);
          const isAsOld = oldWords.some(
            (old) => old.beginMs === word.beginMs && old.endMs === word.endMs,
          );
          if (word.timing === 'measured') expect(isAsOld).toBe(true);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('[TX2] an added word gives way to a word behind the edit that begins before it', () => {
    const times = [
      { beginMs: 0, endMs: 0 },
      { beginMs: 0, endMs: 100 },
      { beginMs: 50, endMs: 90 },
    ];
    const oldWords = makeWords('the cat sat').map((word, index) => ({ ...word, ...times[index] }));
    const words = retimeWords(oldWords, 'cat, cat sat');
    expect(words.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [0, 100],
      [50, 100],
      [50, 90],
    ]);
  });

  test('[TX2] [TX6] overlapping words stay in order through an edit', () => {
    const times = fc.array(fc.record({ beginMs: fc.nat(3000), lengthMs: fc.nat(2000) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(times, anyText, (spans, newText) => {
        const tokens = ['the ', 'cat ', '北京人', '你好'];
        const oldWords = spans
          .toSorted((left, right) => left.beginMs - right.beginMs)
          .map(({ beginMs, lengthMs }, index): Word => {
            const token = tokenise(tokens[index % tokens.length]!)[0]!;
            return { ...token, beginMs, endMs: beginMs + lengthMs, timing: 'measured' };
          });
        const words = retimeWords(oldWords, newText);
        expect(joinWords(words)).toBe(newText);
        words.forEach((word, index) => {
          expect(word.beginMs).toBeLessThanOrEqual(word.endMs);
          expect(word.beginMs).toBeGreaterThanOrEqual(words[index - 1]?.beginMs ?? 0);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
