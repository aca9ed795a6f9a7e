import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from '@core/cues/break-lines';
import { countCharacters } from '@core/transcript/graphemes';

const latin = { maxLineCharacters: 42, maxLines: 2 };
const chinese = { maxLineCharacters: 16, maxLines: 2 };

describe('breakLines', () => {
  test.each([
    ['short enough', ['short enough']],
    ['', []],
    [' \n ', []],
    ['one\ntwo', ['one', 'two']],
    ['one\r\n\r\ntwo', ['one', 'two']],
    [
      'And so, my fellow Americans, ask not what your country can do for you,',
      ['And so, my fellow Americans,', 'ask not what your country can do for you,'],
    ],
    [
      'He gave the old book that he had found to the librarian of the town.',
      ['He gave the old book that he had found', 'to the librarian of the town.'],
    ],
    ['a'.repeat(50), ['a'.repeat(50)]],
    [`see ${'a'.repeat(50)} there`, ['see', 'a'.repeat(50), 'there']],
  ])('[CU7] %j', (text, lines) => {
    expect(breakLines(text, latin)).toEqual(lines);
  });

  test.each([
    [
      '从智能手机到自动驾驶汽车，几乎每个行业都受到了影响。',
      ['从智能手机到自动驾驶汽车，', '几乎每个行业都受到了影响。'],
    ],
    ['但是，我们也必须考虑它带来的风险。', ['但是，我们也必须', '考虑它带来的风险。']],
  ])('[CU7] Chinese breaks at marks, else between words: %s', (text, lines) => {
    expect(breakLines(text, chinese)).toEqual(lines);
  });

  test.each([
    [
      'They were all quite happy to greet Mr. Hale and his son at supper.',
      ['They were all quite happy to greet', 'Mr. Hale and his son at supper.'],
    ],
    [
      'Late last night my old friend Dr. Stone spoke about the U.S. Navy.',
      ['Late last night my old friend', 'Dr. Stone spoke about the U.S. Navy.'],
    ],
    [
      'The clerk of the court read Mapp v. Ohio aloud to all of them.',
      ['The clerk of the court read', 'Mapp v. Ohio aloud to all of them.'],
    ],
    [
      'Sie trafen sich an einem kalten Morgen am 3. Oktober vor dem Haus.',
      ['Sie trafen sich an einem kalten Morgen', 'am 3. Oktober vor dem Haus.'],
    ],
  ])('[CU4] [CU7] no line ends with what leans on the next word: %s', (text, lines) => {
    expect(breakLines(text, latin)).toEqual(lines);
  });

  test('[CU7] a run without any word boundary breaks inside rather than overflow', () => {
    const text = '啊'.repeat(30);
    expect(breakLines(text, chinese)).toEqual(['啊'.repeat(15), '啊'.repeat(15)]);
  });

  const parts = fc.constantFrom(
    'word ',
    'a ',
    'longer-word ',
    'end. ',
    'well, ',
    '你好',
    '世界',
    '人工智能',
    '，',
    '。',
    '“',
    '”',
    '（',
    '）',
    '《',
    'iPhone 15 ',
    '10% ',
    '…',
    '—',
    'カー',
    'ゃ',
  );
  const mixed = fc.array(parts, { maxLength: 30 }).map((list) => list.join(''));

  test('[CU7] nothing but blanks is lost, and no line has a blank at its ends', () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: 'binary' })), (text) => {
        const lines = breakLines(text, chinese);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) expect(line).toBe(line.trim());
        expect(lines).not.toContain('');
      }),
      { numRuns: 1000 },
    );
  });

  test('[CU7] no line begins with a closing mark or ends with an opening one', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const lines = breakLines(text.replace(/\s/gu, ''), chinese);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。”）ーゃ…%]/u);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“（《]$/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('[CU7] breaking the joined lines again changes nothing', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const lines = breakLines(text, latin);
        expect(breakLines(lines.join('\n'), latin)).toEqual(lines);
      }),
    );
  });

  test('[CU8] wide and narrow characters, emoji and combined letters each count one', () => {
    expect(['你好', 'ab', '👩‍👩‍👧👍🏽', 'e\u0301é', 'カ\u3099'].map(countCharacters)).toEqual([
      2, 2, 2, 2, 1,
    ]);
  });
});
