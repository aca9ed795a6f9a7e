import type { Repair } from '@core/formats/format';
import { srt } from '@core/formats/srt';
import { vtt } from '@core/formats/vtt';
import { describe, expect, it } from 'vitest';

const codes = (repairs: readonly Repair[]): (readonly [string, number])[] =>
  repairs.map(({ code, line }) => [code, line] as const);
const read = (format: typeof srt, text: string) => {
  const { document, repairs } = format.read!(text);
  const cues = document.sentences.map(({ beginMs, endMs, text: said }) => [beginMs, endMs, said]);
  return { cues, repairs };
};

describe('[FM3] SubRip whose times are as wide as Chinese', () => {
  it.each([
    '００：００：００，０００ --> ００：００：０２，０００',
    '００:００:００，０００－－＞００:００:０２，０００',
    '00：00：00，000 → 00：00：02，000',
  ])('is read, and told with what stood there: %s', (line) => {
    const { cues, repairs } = read(
      srt,
      `1\n${line}\nAnd so\n\n2\n00:00:03,000 --> 00:00:07,000\nask\n`,
    );
    expect(cues).toEqual([
      [0, 2000, 'And so'],
      [3000, 7000, 'ask'],
    ]);
    expect(repairs).toEqual([
      { code: 'time-rewritten', line: 2, before: line, after: '00:00:00,000 --> 00:00:02,000' },
    ]);
  });

  it('and cannot be read is told as well', () => {
    const line = '００：００：００，０００ --> ００：ｘｘ';
    const { repairs } = read(srt, `1\n00:00:00,000 --> 00:00:01,000\nAnd so\n${line}\nmore\n`);
    expect(repairs).toEqual([{ code: 'time-unreadable', line: 4, before: line }]);
  });
});

describe('[FM10] WebVTT whose times are as wide as Chinese', () => {
  it.each([
    '００：００．０００ --> ００：０２．０００',
    '００:００:００，０００－－＞００:００:０２，０００',
    '00:00.000 → 00:02.000',
  ])('is read, and told with what stood there: %s', (line) => {
    const { cues, repairs } = read(vtt, `WEBVTT\n\n${line}\nAnd so １０：３０ → here\n`);
    expect(cues).toEqual([[0, 2000, 'And so １０：３０ → here']]);
    expect(repairs).toEqual([
      { code: 'time-rewritten', line: 3, before: line, after: '00:00:00.000 --> 00:00:02.000' },
    ]);
  });
});

describe('[FM3] what a reader does not match is told', () => {
  it.each([
    [
      'text before the first cue',
      'Made by me\n\n1\n00:00:00,000 --> 00:00:01,000\na\n',
      [['stray-text-dropped', 1]],
    ],
    [
      'a cue without text',
      '1\n00:00:00,000 --> 00:00:01,000\n\n2\n00:00:02,000 --> 00:00:03,000\nb\n',
      [['cue-empty', 2]],
    ],
    ['a cue of tags alone', '1\n00:00:00,000 --> 00:00:01,000\n<i></i>\n', [['cue-empty', 2]]],
    ['a missing number', '00:00:00,000 --> 00:00:01,000\na\n', [['number-added', 1]]],
    [
      'a number that may be text',
      '1\n00:00:00,000 --> 00:00:01,000\nin the year\n1984\n00:00:02,000 --> 00:00:03,000\nb\n',
      [
        ['blank-line-added', 4],
        ['number-dropped', 4],
      ],
    ],
  ])('%s', (_what, text, expected) => {
    expect(codes(read(srt, text).repairs)).toEqual(expected);
  });

  it('and so it is of WebVTT', () => {
    const { repairs } = read(
      vtt,
      'WEBVTT\n\nstray\n\n00:00.000 --> 00:01.000\n\nname\n00:02.000 --> 00:xx\nb\n',
    );
    expect(codes(repairs)).toEqual([
      ['stray-text-dropped', 3],
      ['cue-empty', 5],
      ['stray-text-dropped', 7],
      ['time-unreadable', 8],
      ['stray-text-dropped', 8],
      ['stray-text-dropped', 9],
    ]);
  });
});
