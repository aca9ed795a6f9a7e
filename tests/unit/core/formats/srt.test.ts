import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileCue } from '@core/formats/build-document';
import { parseSrt } from '@core/formats/parse-srt';
import { formatSrt, srt } from '@core/formats/srt';
import { listTimedTexts } from '@core/formats/timed-text';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { anyTranscript, makeSentence, makeTranscript } from '../transcript/build-transcript';

describe('formatSrt', () => {
  test('[FM2] two cues', () => {
    const transcript = makeTranscript([
      makeSentence('Hello, world.', 1000, 2500),
      makeSentence(
        'And so, my fellow Americans, ask not what your country can do for you,',
        3_723_004,
        3_726_000,
        { speaker: 'JFK' },
      ),
    ]);
    expect(formatSrt(transcript)).toBe(
      '1\n00:00:01,000 --> 00:00:02,500\nHello, world.\n\n' +
        '2\n01:02:03,004 --> 01:02:06,000\nAnd so, my fellow Americans,\n' +
        'ask not what your country can do for you,\n',
    );
  });

  test('[FM2] no sentences give an empty file', () => {
    expect(formatSrt(makeTranscript([]))).toBe('');
  });

  test('[FM1] one cue for each word', () => {
    const transcript = makeTranscript([makeSentence('“Go on!”', 0, 1000)]);
    expect(formatSrt(transcript, { words: true })).toBe(
      '1\n00:00:00,000 --> 00:00:00,500\n“Go\n\n2\n00:00:00,500 --> 00:00:01,000\non!”\n',
    );
  });

  test('[FM1] blank lines, blank cues and empty times', () => {
    const transcript = makeTranscript([
      makeSentence('one\n \ntwo', 0, 0),
      makeSentence('  ', 10, 20),
      makeSentence('three', 30, 40),
    ]);
    expect(formatSrt(transcript)).toBe(
      '1\n00:00:00,000 --> 00:00:00,001\none\ntwo\n\n2\n00:00:00,030 --> 00:00:00,040\nthree\n',
    );
  });

  test('[FM1] lines as long as the language or the caller has them', () => {
    const sentence = makeSentence('从智能手机到自动驾驶汽车，几乎每个行业都受到了影响。', 0, 5000);
    const transcript = makeTranscript([sentence], { language: 'zh-CN' });
    expect(listTimedTexts(transcript, {}).map(({ text }) => text)).toEqual([
      '从智能手机到自动驾驶汽车，\n几乎每个行业都受到了影响。',
    ]);
    expect(listTimedTexts(transcript, { maxLineCharacters: 30 }).map(({ text }) => text)).toEqual([
      sentence.text,
    ]);
  });

  test('[FM2] [FM3] what is written is read back', () => {
    fc.assert(
      fc.property(anyTranscript, fc.boolean(), (transcript, words) => {
        const expected = listTimedTexts(transcript, { words }).map(({ beginMs, endMs, text }) => ({
          beginMs,
          endMs,
          text,
        }));
        const { cues, repairs } = parseSrt(formatSrt(transcript, { words }));
        expect(cues).toMatchObject(expected);
        expect(cues).toHaveLength(expected.length);
        expect(repairs).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** What a cue says; where and how it stood is asked for by itself. */
function withoutLines(cues: readonly FileCue[]): Pick<FileCue, 'beginMs' | 'endMs' | 'text'>[] {
  return cues.map(({ beginMs, endMs, text }) => ({ beginMs, endMs, text }));
}

describe('parseSrt', () => {
  const one = { beginMs: 1000, endMs: 2000, text: 'one' };
  const two = { beginMs: 3000, endMs: 4000, text: 'two' };
  const good = '1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n';

  test.each([
    ['a good file', good, []],
    ['CRLF', good.replaceAll('\n', '\r\n'), []],
    ['CR', good.replaceAll('\n', '\r'), []],
    ['no line feed at the end', good.trimEnd(), []],
    ['leading blank lines', `\n\n${good}`, []],
    ['numbers that do not count up', good.replace(/^2$/mu, '7'), []],
    ['a byte order mark', `\ufeff${good}`, [{ code: 'byte-order-mark-removed', line: 1 }]],
    [
      'no numbers',
      good.replaceAll(/^\d\n/gmu, ''),
      [
        { code: 'number-added', line: 1, after: '1' },
        { code: 'number-added', line: 4, after: '2' },
      ],
    ],
    ['no blank line between', good.replace('\n\n', '\n'), [{ code: 'blank-line-added', line: 4 }]],
    [
      'a point for the comma',
      good.replace('01,000', '01.000'),
      [
        {
          code: 'time-rewritten',
          line: 2,
          before: '00:00:01.000 --> 00:00:02,000',
          after: '00:00:01,000 --> 00:00:02,000',
        },
      ],
    ],
    [
      'no hours and no fraction',
      good.replace('00:00:01,000', '0:1'),
      [
        {
          code: 'time-rewritten',
          line: 2,
          before: '0:1 --> 00:00:02,000',
          after: '00:00:01,000 --> 00:00:02,000',
        },
      ],
    ],
    [
      'no blanks around the arrow',
      good.replace(' --> ', '-->'),
      [
        {
          code: 'time-rewritten',
          line: 2,
          before: '00:00:01,000-->00:00:02,000',
          after: '00:00:01,000 --> 00:00:02,000',
        },
      ],
    ],
    [
      'a broken arrow',
      good.replace(' --> ', ' -> '),
      [
        {
          code: 'time-rewritten',
          line: 2,
          before: '00:00:01,000 -> 00:00:02,000',
          after: '00:00:01,000 --> 00:00:02,000',
        },
      ],
    ],
    [
      'digits and marks of a Chinese keyboard',
      good.replace(
        '00:00:01,000 --> 00:00:02,000',
        '００：００：０１，０００ --> ００：００：０２，０００',
      ),
      [
        {
          code: 'time-rewritten',
          line: 2,
          before: '００：００：０１，０００ --> ００：００：０２，０００',
          after: '00:00:01,000 --> 00:00:02,000',
        },
      ],
    ],
    ['coordinates', good.replace('02,000', '02,000  X1:40 X2:600'), []],
    [
      'what is no coordinates behind the times',
      good.replace('02,000', '02,000 align:start'),
      [{ code: 'settings-dropped', line: 2, before: 'align:start' }],
    ],
    [
      'a lone number at the end',
      `${good}\n3\n`,
      [{ code: 'lone-number-dropped', line: 9, before: '3' }],
    ],
    [
      'text before the first cue',
      `Title\n\n${good}`,
      [{ code: 'stray-text-dropped', line: 1, before: 'Title' }],
    ],
    [
      'a blank line after a number and a time',
      good.replace('2\n00:00:03,000 --> 00:00:04,000\n', '2\n\n00:00:03,000 --> 00:00:04,000\n\n'),
      [{ code: 'blank-line-dropped', line: 8 }],
    ],
  ])('[FM3] %s', (_name, text, repairs) => {
    const parsed = parseSrt(text);
    expect(withoutLines(parsed.cues)).toEqual([one, two]);
    expect(parsed.repairs).toEqual(repairs);
  });

  test('[FM3] text is kept as it stands', () => {
    const text = '<i> a < b && c > d</i>  \n\n{\\an8}x --> y\n42';
    const parsed = parseSrt(`1\n00:00:01,000 --> 00:00:02,000\n${text}\n\n${good}`);
    expect(withoutLines(parsed.cues)).toEqual([{ ...one, text }, one, two]);
    expect(parsed.repairs).toEqual([{ code: 'blank-line-kept', line: 4 }]);
  });

  test('[FM3] an empty cue, one that ends before it begins, and a negative time', () => {
    expect(
      parseSrt('1\n00:00:02,000 --> 00:00:01,000\n\n2\n-00:00:01,000 --> 00:00:01,000\nx\n'),
    ).toMatchObject({
      cues: [
        { line: 2, beginMs: 2000, endMs: 1000, text: '' },
        { line: 5, beginMs: 0, endMs: 1000, text: 'x' },
      ],
      repairs: [
        {
          code: 'time-rewritten',
          line: 5,
          before: '-00:00:01,000 --> 00:00:01,000',
          after: '00:00:00,000 --> 00:00:01,000',
        },
        { code: 'negative-time-raised', line: 5 },
      ],
    });
  });

  test('[FM3] what looks like times and is none is kept as text, and said', () => {
    const text = 'one\n00:00:1x --> 00:00:02,000';
    const { cues, repairs } = parseSrt(good.replace('one', text));
    expect(withoutLines(cues)).toEqual([{ ...one, text }, two]);
    expect(repairs).toEqual([
      { code: 'time-unreadable', line: 4, before: '00:00:1x --> 00:00:02,000' },
    ]);
  });

  test('[FM3] no text makes it throw', () => {
    const part = fc.constantFrom(
      '1',
      '\n',
      '\r',
      '\n\n',
      '00:00:01,000',
      ' --> ',
      '-->',
      '→',
      '\ufeff',
      'x',
      '\0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const { cues } = parseSrt(input);
        for (const cue of cues) expect(Math.min(cue.beginMs, cue.endMs)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('[FM3] a line of a hundred thousand digits ends soon', () => {
    const begin = performance.now();
    parseSrt(`${'1'.repeat(100_000)}>\n${'-'.repeat(100_000)}>`);
    expect(performance.now() - begin).toBeLessThan(4000);
  });
});

describe('reading SubRip', () => {
  const read = srt.read!;

  test('[FM9] cues out of order are sorted, and an end before its begin is raised', () => {
    const { document, repairs } = read(
      '1\r\n00:00:05,000 --> 00:00:04,000\r\nlate\r\n\r\n' +
        '2\r\n00:00:01,000 --> 00:00:02,000\r\nearly bird\r\n',
      { language: 'en', encoding: { label: 'gb18030', hasMark: false } },
    );
    expect(
      document.sentences.map(({ id, beginMs, endMs, text }) => [id, beginMs, endMs, text]),
    ).toEqual([
      ['cue-000002', 1000, 2000, 'early bird'],
      ['cue-000001', 5000, 5000, 'late'],
    ]);
    expect(document.sentences[0]!.words).toEqual([
      { before: '', text: 'early', after: ' ', beginMs: 1000, endMs: 1556, timing: 'estimated' },
      { before: '', text: 'bird', after: '', beginMs: 1556, endMs: 2000, timing: 'estimated' },
    ]);
    expect(document.language).toBe('en');
    expect(document.source).toEqual({
      format: 'srt',
      lineEnding: 'crlf',
      hasLines: true,
    });
    expect(repairs).toEqual([
      { code: 'end-raised', line: 2, before: '00:00:04,000', after: '00:00:05,000' },
      { code: 'cue-sorted', line: 6, before: '00:00:01,000' },
    ]);
  });

  test('[FM9] what is read keeps every rule of a transcript', () => {
    const part = fc.constantFrom(
      '1\n',
      '00:00:03,000',
      '00:00:01,000',
      ' --> ',
      'x y',
      '\n',
      '\n\n',
      '字幕',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const { document } = read(parts.join(''));
        expect(findTranscriptProblems(makeTranscript([...document.sentences]))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
