import { ass } from '@core/formats/ass';
import type { FormatDocument } from '@core/formats/format-document';
import { lrc } from '@core/formats/lrc';
import { ssa } from '@core/formats/ssa';
import { ttml } from '@core/formats/ttml';
import { vtt } from '@core/formats/vtt';
import { findTranscriptProblems } from '@core/transcript/invariants';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTtml } from '../ttml/build-ttml';

const columns = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const makeScript = (text: string): string =>
  `[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: ${columns}\n` +
  `Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,${text}\n`;
const timesOf = ({ sentences }: FormatDocument): number[][] =>
  sentences.flatMap(({ words }) => words.map(({ beginMs, endMs }) => [beginMs, endMs]));
const writeScript = (text: string, options: object): string => {
  const { content } = ass.write!(ass.read!(makeScript(text)).document, { ...options });
  return String(content).split(',0,0,0,,')[1]!.trim();
};

describe('[FM81] what is timed within a cue', () => {
  it.each([
    ['{\\k50}One {\\kf25}two{\\K125}', '{\\k100}One {\\kf50}two{\\K250}'],
    ['{\\kt50\\k50}One {\\k50\\i1}two', '{\\kt100\\k100}One {\\k100\\i1}two'],
    ['{\\fad(100, 200)}One two', '{\\fad(200, 400)}One two'],
    ['{\\t(0,500,\\fs20)}One two', '{\\t(0,1000,\\fs20)}One two'],
    ['{\\t(0,500,1.5,\\fs20)}One two', '{\\t(0,1000,1.5,\\fs20)}One two'],
    ['{\\t(1.5,\\fs20)\\t(\\fs30)}One two', '{\\t(1.5,\\fs20)\\t(\\fs30)}One two'],
    ['{\\move(1,2,3.5,4,0,700)}One', '{\\move(1,2,3.5,4,0,1400)}One'],
    ['{\\move(1,2,300,400)}One', '{\\move(1,2,300,400)}One'],
    ['{\\fade(255,0,255,0,100,1500,2000)}One', '{\\fade(255,0,255,0,200,3000,4000)}One'],
  ])('is stretched with it: %s', (text, stretched) => {
    expect(writeScript(text, { stretch: '2' })).toBe(stretched);
    expect(writeScript(text, { stretch: '2', karaoke: true })).toContain(
      /\\[kK]/u.test(text) ? stretched : 'One',
    );
    // Moved, it is as long as it was.
    expect(writeScript(text, { offset: '1.27' })).toBe(text);
  });

  it('goes along onto frames where words are said, and fades stay', () => {
    const text = '{\\fad(90,90)\\k50}One {\\k50}two';
    expect(writeScript(text, { fps: '25' })).toBe('{\\fad(90,90)\\k52}One {\\k48}two');
  });

  const spoken = [
    ['ass', ass, makeScript('{\\k50}One {\\kf25}two {\\k25}six {\\k100}ten')],
    ['ssa', ssa, makeScript('{\\k50}One {\\kf25}two {\\k25}six {\\k100}ten')],
    [
      'vtt',
      vtt,
      'WEBVTT\n\n00:01.000 --> 00:03.000\nOne <00:00:01.500>two <00:00:01.750>six <00:00:02.000>ten\n',
    ],
    ['lrc', lrc, '[00:01.00]<00:01.00>One <00:01.50>two <00:01.75>six <00:02.00>ten<00:03.00>\n'],
    [
      'ttml',
      ttml,
      makeTtml(
        '<p begin="1s" end="3s"><span end="0.5s">One</span> <span begin="0.5s" end="0.75s">two</span> ' +
          '<span begin="0.75s" end="1s">six</span> <span begin="1s">ten</span></p>',
      ),
    ],
  ] as const;

  it.each(spoken)('are words, written with their times: %s', (_id, format, text) => {
    const { document } = format.read!(text);
    const given = [1000, 1500, 1750, 2000, 3000];
    const said = (times: readonly number[]): number[][] =>
      times.slice(1).map((time, index) => [times[index]!, time]);
    expect(timesOf(document)).toEqual(said(given));
    const options = { stretch: '25:23.976', karaoke: true };
    const again = format.read!(format.write!(document, options).content).document;
    const stretched = said(given.map((timeMs) => (timeMs * 25 * 1001) / 24_000)).flat();
    timesOf(again)
      .flat()
      .forEach((timeMs, index) => {
        expect(Math.abs(timeMs - stretched[index]!)).toBeLessThanOrEqual(6);
      });
  });

  it('is an animation of TTML', () => {
    const text = makeTtml(
      '<p begin="1s" end="3s"><set begin="0.5s" dur="250ms" tts:color="blue"/>One two</p>',
    );
    const { document } = ttml.read!(text);
    expect(ttml.write!(document, { stretch: '2' }).content).toContain(
      '<set begin="1000ms" dur="500ms" tts:color="blue"/>One two',
    );
    const same = ttml.write!(document, { offset: '1', fps: '25' }).content;
    expect(same).toContain('<set begin="500ms" dur="250ms" tts:color="blue"/>One two');
  });

  it('does not drift however many syllables there are', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.5, max: 2, noNaN: true }), (given, factor) => {
        const text = given.map((length) => `{\\k${length}}word `).join('');
        const { document } = ass.read!(makeScript(text.trim()));
        const stretch = factor.toFixed(6);
        const content = ass.write!(document, { stretch }).content as string;
        const again = ass.read!(content).document;
        expect(findTranscriptProblems(again as never)).toEqual([]);
        const before = timesOf(document).flat();
        timesOf(again).forEach(([beginMs], index) => {
          expect(Math.abs(beginMs! - before[index * 2]! * Number(stretch))).toBeLessThanOrEqual(6);
        });
      }),
      { numRuns: 60 },
    );
  });
});
