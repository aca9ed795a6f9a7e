import { srt } from '@core/formats/srt';
import { sub } from '@core/formats/sub';
import type { FormatDocument } from '@core/formats/format-document';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

const cues = (document: FormatDocument): unknown[] =>
  document.sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text]);

describe('[FM38] a MicroDVD file', () => {
  it.each([
    ['{1}{1}25.000\n{25}{50}Hello|there\n{75}{100}{Y:i}all of|it\n', [1000, 2000, 'Hello\nthere']],
    ['{1}{1}29,97\n{DEFAULT}{}{C:$0000ff}\n{30}{60}{y:b}a|b\n', [1001, 2002, '{y:b}a\nb']],
    ['{0}{0}23.976\n{1}{2}1\n', [42, 83, '1']],
  ])('is written back with its rate: %j', (text, first) => {
    const { document, repairs } = sub.read!(text);
    expect(repairs).toEqual([]);
    expect(cues(document)[0]).toEqual(first);
    expect(sub.write!(document).content).toBe(text.replace('{0}{0}', '{1}{1}'));
  });

  it('without a rate has that of its recording, or one that is told', () => {
    const text = '{100}{200}Hi\n';
    const assumed = sub.read!(text);
    expect(assumed.repairs).toEqual([{ code: 'rate-assumed', line: 1, after: '23.976' }]);
    expect(cues(assumed.document)).toEqual([[4171, 8342, 'Hi']]);
    const known = sub.read!(text, { fps: { numerator: 25, denominator: 1 } });
    expect(known.repairs).toEqual([]);
    expect(cues(known.document)).toEqual([[4000, 8000, 'Hi']]);
    expect(sub.write!(known.document).content).toBe(`{1}{1}25\n${text}`);
  });

  it('is written by the rate that is chosen, or that of the document', () => {
    const document = { language: 'en', sentences: [makeSentence('a|b', 1000, 1010)] };
    const write = (more: Partial<FormatDocument>, options = {}): unknown =>
      sub.write!({ ...document, ...more }, options).content;
    expect(write({})).toBe('{1}{1}25\n{25}{26}a¦b\n');
    expect(write({ frameRate: { numerator: 50, denominator: 1 } })).toBe('{1}{1}50\n{50}{51}a¦b\n');
    expect(write({}, { fps: '30' })).toBe('{1}{1}30\n{30}{31}a¦b\n');
    expect(sub.listLosses(document)).toEqual([
      { code: 'word-times', count: 1 },
      { code: 'bars', count: 1 },
    ]);
  });

  it('is mended with the line and what was made of it', () => {
    const { document, repairs } = sub.read!(
      'stray\n{1}{1}25\n{25}{}a\nmore\n{75}{50}b\n{200}{}c\n',
    );
    expect(cues(document)).toEqual([
      [1000, 3000, 'a\nmore'],
      [3000, 3000, 'b'],
      [8000, 12_000, 'c'],
    ]);
    expect(repairs).toEqual([
      { code: 'stray-text-dropped', line: 1, before: 'stray' },
      { code: 'end-added', line: 3 },
      { code: 'line-joined', line: 4, before: 'more' },
      { code: 'end-raised', line: 5, before: '{50}', after: '{75}' },
      { code: 'end-added', line: 6 },
    ]);
  });
});

describe('[FM13] [FM38] marks in MicroDVD', () => {
  const write = (text: string): readonly [string, number] => {
    const sentence = { ...makeSentence('x', 1000, 2000), text };
    const { content, losses } = sub.write!({
      ...{ language: 'en', sentences: [sentence] },
      source: { format: 'srt', hasLines: true },
    });
    const lost = losses.find(({ code }) => code === 'partial-look')?.count ?? 0;
    return [String(content).split('}{50}')[1]!.trimEnd(), lost];
  };

  it.each([
    ['<i>one\ntwo</i>', '{Y:i}one|two', 0],
    ['<i>one</i>\ntwo', '{y:i}one|two', 0],
    ['{\\an8}<font color="#ff8000">up</font>', '{P:0}{C:$0080ff}up', 0],
    ['one <i>two</i>', 'one two', 1],
    ['{\\an4}left', 'left', 1],
  ])('%j', (given, expected, lost) => {
    expect(write(given)).toEqual([expected, lost]);
  });

  it('mean the same elsewhere: a small letter is of its line', () => {
    const { document } = sub.read!('{1}{1}25\n{25}{50}{y:i}one|two\n{75}{99}{Y:i}{P:0}one|two\n');
    expect(srt.write!(document).content).toBe(
      '1\n00:00:01,000 --> 00:00:02,000\n<i>one</i>\ntwo\n\n2\n00:00:03,000 --> 00:00:03,960\n{\\an8}<i>one\ntwo</i>\n',
    );
  });
});

describe('[FM39] other files of the extension', () => {
  it('of MPL2 count tenths of a second', () => {
    const { document, repairs } = sub.read!('[10][25]/one|two\n');
    expect(cues(document)).toEqual([[1000, 2500, '{y:i}one\ntwo']]);
    expect(repairs).toEqual([{ code: 'other-program', line: 1 }]);
  });

  it('of SubViewer have a clock', () => {
    const { document, repairs } = sub.read!(
      '[INFORMATION]\n[TITLE]x\n[SUBTITLE]\n00:00:01.50,00:00:02.75\none[br]two\n\n00:00:03.00,00:00:04.00\nthree\n',
    );
    expect(cues(document)).toEqual([
      [1500, 2750, 'one\ntwo'],
      [3000, 4000, 'three'],
    ]);
    expect(repairs).toEqual([{ code: 'other-program', line: 1 }]);
    expect(document.source?.sections).toEqual([
      { name: '', text: '[INFORMATION]\n[TITLE]x\n[SUBTITLE]\n', afterCues: 0 },
    ]);
  });
});
