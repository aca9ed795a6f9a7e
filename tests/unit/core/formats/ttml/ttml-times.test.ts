import { ttml } from '@core/formats/ttml';
import { describe, expect, it } from 'vitest';
import { makeTtml } from './build-ttml';

const readTimes = (body: string, root = ''): readonly (readonly [number, number, string])[] =>
  ttml.read!(makeTtml(body, { root })).document.sentences.map(
    ({ beginMs, endMs, text }) => [beginMs, endMs, text] as const,
  );

describe('[FM40] a time of TTML', () => {
  it.each([
    ['00:00:01.5', '', 1500],
    ['01:02:03.045', '', 3_723_045],
    ['100:00:00', '', 360_000_000],
    ['00:00:01:12', 'ttp:frameRate="25"', 1480],
    ['00:00:01:12.1', 'ttp:frameRate="25" ttp:subFrameRate="2"', 1500],
    ['00:00:01:15', '', 1500],
    ['00:00:00:24', 'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"', 1001],
    ['1.5h', '', 5_400_000],
    ['2m', '', 120_000],
    ['1.25s', '', 1250],
    ['750ms', '', 750],
    ['50f', 'ttp:frameRate="25"', 2000],
    ['30000000t', 'ttp:tickRate="10000000"', 3000],
    ['50t', 'ttp:frameRate="25"', 2000],
    ['3t', '', 3000],
    ['01:00:00:00', 'ttp:timeBase="smpte" ttp:frameRate="25"', 3_600_000],
    [
      '01:00:00:00',
      'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"',
      3_603_600,
    ],
    [
      '01:00:00:00',
      'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:dropMode="dropNTSC"',
      3_599_996,
    ],
    [
      '00:02:00:04',
      'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:dropMode="dropPAL"',
      120_120,
    ],
  ])('%s where %s', (time, root, beginMs) => {
    expect(readTimes(`<p begin="${time}" end="200h">Hello</p>`, root)).toEqual([
      [beginMs, 720_000_000, 'Hello'],
    ]);
  });

  it.each([
    ['00:00:01,500', 1500],
    ['00:00:01;15', 1500],
    ['1:02.5', 62_500],
    ['7', 7000],
  ])('is read though it is written %s, and told', (time, beginMs) => {
    const { document, repairs } = ttml.read!(makeTtml(`<p begin="${time}" end="2h">Hello</p>`));
    expect(document.sentences[0]!.beginMs).toBe(beginMs);
    expect(repairs).toEqual([
      { code: 'time-rewritten', line: 2, before: time, after: `${beginMs}ms` },
    ]);
  });

  it('that cannot be read is left out, and told', () => {
    const { repairs } = ttml.read!(makeTtml('<p begin="soon" end="2s">Hello</p>'));
    expect(repairs).toEqual([{ code: 'ttml-time-ignored', line: 2, before: 'begin="soon"' }]);
  });
});

describe('[FM41] what is within something else', () => {
  it.each([
    [
      'counts from its begin',
      '<div begin="10s"><p begin="1s" end="2s">a</p><p begin="2s" dur="3s">b</p></div>',
      [
        [11_000, 12_000, 'a'],
        [12_000, 15_000, 'b'],
      ],
    ],
    [
      'lasts no longer',
      '<div begin="1s" end="5s"><p begin="1s" end="9s">a</p></div>',
      [[2000, 5000, 'a']],
    ],
    [
      'follows what stands before it in a sequence',
      '<div timeContainer="seq"><p dur="1s">a</p><p begin="2s" dur="1s">b</p><p end="4s">c</p></div>',
      [
        [0, 1000, 'a'],
        [3000, 4000, 'b'],
        [4000, 8000, 'c'],
      ],
    ],
    [
      'ends with it where it names no end',
      '<div end="7s"><p begin="1s">a</p></div>',
      [[1000, 7000, 'a']],
    ],
    ['ends at the first of two ends', '<p begin="1s" dur="5s" end="4s">a</p>', [[1000, 4000, 'a']]],
    [
      'may be shown by an animation, and hidden',
      '<p begin="1s" end="9s" tts:display="none"><set begin="1s" end="2s" tts:display="auto"/>a</p>' +
        '<p begin="20s" end="29s">b<set begin="1s" end="2s" tts:visibility="hidden"/></p>',
      [
        [2000, 3000, 'a'],
        [20_000, 21_000, 'b'],
        [22_000, 29_000, 'b'],
      ],
    ],
  ])('%s', (_name, body, times) => {
    expect(readTimes(body)).toEqual(times);
  });

  it('and has no end lasts until the next cue begins, or for a while, and this is told', () => {
    const { document, repairs } = ttml.read!(makeTtml('<p begin="1s">a</p><p begin="4s">b</p>'));
    expect(document.sentences.map(({ endMs }) => endMs)).toEqual([4000, 9000]);
    expect(repairs).toEqual([
      { code: 'ttml-end-added', line: 2, after: '9000ms' },
      { code: 'ttml-end-added', line: 2, after: '4000ms' },
    ]);
  });

  it('is shown with its region', () => {
    const head =
      '<layout><region xml:id="r" begin="2s" end="8s"><set begin="2s" end="3s" tts:display="none"/></region></layout>';
    const { document } = ttml.read!(makeTtml('<p region="r" end="20s">a</p>', { head }));
    expect(document.sentences.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [2000, 4000],
      [5000, 8000],
    ]);
  });

  it('and is never shown is told of', () => {
    const { document, repairs } = ttml.read!(
      makeTtml('<p end="1s">a</p><p end="2s" tts:display="none">Hidden</p>'),
    );
    expect(document.sentences).toHaveLength(1);
    expect(repairs).toEqual([{ code: 'ttml-hidden-dropped', line: 2, before: 'Hidden' }]);
  });

  it('and ends before it begins is mended as in any other format', () => {
    const { document, repairs } = ttml.read!(makeTtml('<p begin="5s" end="3s">a</p>'));
    expect(document.sentences.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [5000, 5000],
    ]);
    expect(repairs).toEqual([
      { code: 'end-raised', line: 2, before: '00:00:03.000', after: '00:00:05.000' },
    ]);
  });
});
