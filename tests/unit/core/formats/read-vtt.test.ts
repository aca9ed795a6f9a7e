import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseVtt } from '@core/formats/vtt/parse-vtt';
import { listTimedTexts } from '@core/formats/timed-text';
import { formatVtt, vtt } from '@core/formats/vtt';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { anyTranscript, makeTranscript } from '../transcript/build-transcript';

const one = { line: 3, beginMs: 1000, endMs: 2000, text: 'one' };
const good = 'WEBVTT\n\n00:01.000 --> 00:02.000\none\n';

describe('parseVtt', () => {
  test.each([
    ['a good file', good, []],
    ['hours', good.replace('00:01', '00:00:01').replace('00:02', '00:00:02'), []],
    ['CRLF', good.replaceAll('\n', '\r\n'), []],
    ['CR', good.replaceAll('\n', '\r'), []],
    ['a byte order mark, which the standard allows', `\ufeff${good}`, []],
    ['a comment behind the mark', good.replace('WEBVTT', 'WEBVTT - a talk'), []],
    ['no line feed at the end', good.trimEnd(), []],
    [
      'a comma for the point',
      good.replace('01.000', '01,000'),
      [
        {
          code: 'time-rewritten',
          line: 3,
          before: '00:01,000 --> 00:02.000',
          after: '00:00:01.000 --> 00:00:02.000',
        },
      ],
    ],
    ['no header', good.slice(8), [{ code: 'header-added', line: 1, after: 'WEBVTT' }]],
    [
      'text behind the cue',
      `${good}\nstray\n`,
      [{ code: 'stray-text-dropped', line: 6, before: 'stray' }],
    ],
    [
      'tags that no program knows',
      good.replace('one', '<x>o</x>n<>e<1'),
      ['<x>', '</x>', '<>', '<1'].map((before) => ({ code: 'markup-dropped', line: 4, before })),
    ],
  ])('[FM10] %s', (_name, text, repairs) => {
    const parsed = parseVtt(text);
    expect(parsed.cues.map(({ cue: { line: _line, ...cue } }) => cue)).toEqual([
      { beginMs: 1000, endMs: 2000, text: 'one' },
    ]);
    expect(parsed.repairs).toEqual(repairs);
  });

  test('[FM21] names and settings of cues are kept', () => {
    const { cues, repairs } = parseVtt(
      'WEBVTT\n\n7\n00:01.000 --> 00:02.000\none\n\n' +
        'intro\n00:03.000 --> 00:04.000 line:0 align:start line:x x:y\ntwo\n',
    );
    expect(cues.map(({ cue: { line, text, settings } }) => [line, text, settings])).toEqual([
      [4, 'one', { identifier: '7' }],
      [8, 'two', { identifier: 'intro', line: '0', align: 'start', other: 'x:y' }],
    ]);
    expect(repairs).toEqual([]);
  });

  test('[FM10] cues without a blank line between them', () => {
    const { cues, repairs } = parseVtt(`${good}00:03.000 --> 00:04.000\ntwo\n`);
    expect(cues.map(({ cue }) => cue)).toEqual([
      one,
      { line: 5, beginMs: 3000, endMs: 4000, text: 'two' },
    ]);
    expect(repairs).toEqual([{ code: 'blank-line-added', line: 5 }]);
  });

  test('[FM10] the voice it begins with is the speaker; escapes are characters', () => {
    const text = '<v.first R&amp;D>a &lt; b &amp;&amp; c --&gt; d</v>\n<v Ann>&#x4f60;&nbsp;&copy;';
    const { cues, repairs } = parseVtt(good.replace('one', text));
    expect(cues.map(({ cue }) => cue)).toEqual([
      {
        ...one,
        text: 'a < b && c --> d\n<v Ann>你\u00a0©',
        speaker: 'R&D',
        settings: { voiceClasses: 'first' },
      },
    ]);
    expect(repairs).toEqual([]);
  });

  test('[FM10] header, language, styles, regions and notes are kept word for word', () => {
    const parsed = parseVtt(
      'WEBVTT a talk\nKind: captions\nLanguage: zh-CN\n\nSTYLE\n::cue { color: red }\n\n' +
        'REGION\nid:top\n\nNOTE one\nof two\n\n00:01.000 --> 00:02.000\none\n\nNOTE\nthe end\n',
    );
    expect(parsed.headers).toEqual([
      { name: '', value: 'a talk' },
      { name: 'Kind', value: 'captions' },
      { name: 'Language', value: 'zh-CN' },
    ]);
    expect(parsed.language).toBe('zh-CN');
    expect(parsed.sections).toEqual([
      { name: 'STYLE', text: 'STYLE\n::cue { color: red }', afterCues: 0 },
      { name: 'REGION', text: 'REGION\nid:top', afterCues: 0 },
      { name: 'NOTE', text: 'NOTE one\nof two', afterCues: 0 },
      { name: 'NOTE', text: 'NOTE\nthe end', afterCues: 1 },
    ]);
    expect(parsed.repairs).toEqual([]);
  });

  test('[FM10] times that cannot be read are said, and their text is not dropped silently', () => {
    const { cues, repairs } = parseVtt('WEBVTT\n\n00:xx --> 00:02.000\nlost\n');
    expect(cues).toEqual([]);
    expect(repairs).toEqual([
      { code: 'time-unreadable', line: 3, before: '00:xx --> 00:02.000' },
      { code: 'stray-text-dropped', line: 3, before: '00:xx --> 00:02.000' },
      { code: 'stray-text-dropped', line: 4, before: 'lost' },
    ]);
  });

  test('[FM4] [FM10] what is written is read back', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const { cues, repairs } = parseVtt(formatVtt(transcript));
        const expected = listTimedTexts(transcript, {});
        expect(cues.map(({ cue: { beginMs, endMs, text } }) => ({ beginMs, endMs, text }))).toEqual(
          expected.map(({ beginMs, endMs, text }) => ({
            beginMs,
            endMs,
            text: text.replaceAll('\0', '\ufffd'),
          })),
        );
        expect(repairs).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('[FM9] [FM10] no text makes it throw, and what is read keeps every rule', () => {
    const part = fc.constantFrom(
      ...[
        'WEBVTT',
        '\n',
        '\n\n',
        '00:01.000',
        '01:00:00.000',
        ' --> ',
        '<v A>',
        '<i',
        '>',
        '&amp;',
      ],
      ...['NOTE x', 'STYLE', 'Language: en', 'x', '\0', '&#1114112;'],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const { document } = vtt.read!(input);
        expect(findTranscriptProblems(makeTranscript([...document.sentences]))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
