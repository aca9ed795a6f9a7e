import fc from 'fast-check';
import { srt } from '@core/formats/srt';
import { describe, expect, it } from 'vitest';

const rewrite = (text: string): string => {
  const { document, repairs } = srt.read!(text);
  expect(repairs).toEqual([]);
  return srt.write!(document).content as string;
};

describe('[FM14] a good SubRip file is written back as it stood', () => {
  it.each([
    [
      'numbers from 1',
      '1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n',
    ],
    ['a blank line at the end', '1\n00:00:01,000 --> 00:00:02,000\none\n\n'],
    ['no line feed at the end', '1\n00:00:01,000 --> 00:00:02,000\none'],
    [
      'numbers that leap',
      '5\n00:00:01,000 --> 00:00:02,000\none\n\n9\n00:00:03,000 --> 00:00:04,000\ntwo\n',
    ],
    ['coordinates', '1\n00:00:01,000 --> 00:00:02,000  X1:40 X2:600 Y1:20 Y2:50\none\n'],
    ['a cue without length', '1\n00:00:01,000 --> 00:00:01,000\none\n'],
    [
      'tags',
      '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>one</i> a < b\n<font color="#ff0000">two</font>\n',
    ],
    ['blanks at the ends of lines', '1\n00:00:01,000 --> 00:00:02,000\n  one \ntwo\t\n'],
    [
      'lines longer than a person would write',
      `1\n00:00:01,000 --> 00:00:02,000\n${'long '.repeat(40)}end\n`,
    ],
    [
      'cues that begin together, the longest first',
      '1\n00:00:01,000 --> 00:00:09,000\none\n\n2\n00:00:01,000 --> 00:00:02,000\ntwo\n\n3\n00:00:01,000 --> 00:00:03,000\nthree\n',
    ],
    [
      'three blank lines between',
      '1\n00:00:01,000 --> 00:00:02,000\none\n\n\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n',
    ],
  ])('%s', (_name, text) => {
    expect(rewrite(text)).toBe(text);
  });

  it('whatever its cues say', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/[\r\n\u2028\u2029\ufeff\u0085\v\f]/gu, 'x'))
      // A line of times or of digits alone is not text but a head.
      .filter((text) => text.trim() !== '' && !/->|[→＞]|^\s*\d+\s*$/u.test(text));
    const cue = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      lengthMs: fc.integer({ min: 1, max: 9999 }),
    });
    const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
    const time = (ms: number): string =>
      `${pad(Math.floor(ms / 3_600_000), 2)}:${pad(Math.floor(ms / 60_000) % 60, 2)}:` +
      `${pad(Math.floor(ms / 1000) % 60, 2)},${pad(ms % 1000, 3)}`;
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 8 }), (cues) => {
        const text = cues
          .map(
            ({ lines, lengthMs }, index) =>
              `${index + 1}\n${time(index * 10_000)} --> ${time(index * 10_000 + lengthMs)}\n${lines.join('\n')}\n`,
          )
          .join('\n');
        expect(rewrite(text)).toBe(text);
      }),
    );
  });

  it('but for what was changed', () => {
    const text =
      '3\n00:00:01,000 --> 00:00:02,000\n  one \n\n4\n00:00:03,000 --> 00:00:04,000\n  two ';
    const { document } = srt.read!(text);
    const [first, second] = document.sentences;
    const changed = { ...document, sentences: [{ ...first!, text: 'ONE' }, second!] };
    expect(srt.write!(changed).content).toBe(
      '3\n00:00:01,000 --> 00:00:02,000\nONE\n\n4\n00:00:03,000 --> 00:00:04,000\n  two ',
    );
    const swapped = {
      ...document,
      sentences: [second!, { ...first!, beginMs: 5000, endMs: 6000 }],
    };
    expect(srt.write!(swapped).content).toBe(
      '1\n00:00:03,000 --> 00:00:04,000\n  two \n\n3\n00:00:05,000 --> 00:00:06,000\none\n',
    );
  });
});

describe('[FM13] marks of other formats', () => {
  it('become those of SubRip by what they mean', () => {
    const write = (text: string): unknown => {
      const { document } = srt.read!('1\n00:00:01,000 --> 00:00:02,000\nx\n');
      const [only] = document.sentences;
      return String(srt.write!({ ...document, sentences: [{ ...only!, text }] }).content).split(
        '\n',
      )[2];
    };
    expect(write('{\\an8\\i1}up{\\i0} there')).toBe('{\\an8}<i>up</i> there');
    expect(write('{\\b1}{\\c&H0000FF&}red{\\r} plain')).toBe(
      '<font color="#ff0000"><b>red</b></font> plain',
    );
    expect(write('<c.yellow>sun</c> <00:00:01.500>now')).toBe(
      '<font color="#ffff00">sun</font> now',
    );
    expect(write('<ruby>漢<rt>kan</rt></ruby>字')).toBe('漢(kan)字');
    expect(write('{y:i}slanted')).toBe('<i>slanted</i>');
    expect(write('{\\p1}m 0 0 l 9 9{\\p0}sign')).toBe('sign');
  });
});
