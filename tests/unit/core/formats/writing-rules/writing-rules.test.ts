import { transcriptFormats } from '@core/formats/registry';
import { avidDs } from '@core/formats/avid-ds';
import { csv } from '@core/formats/csv';
import { edl } from '@core/formats/edl';
import { scc } from '@core/formats/scc';
import { srt } from '@core/formats/srt';
import { sub } from '@core/formats/sub';
import { ttml } from '@core/formats/ttml';
import { omitUndefined } from '@core/omit-undefined';
import { vtt } from '@core/formats/vtt';
import { countUnits } from '@core/formats/count-units';
import { applyWritingRules, listRuleFields } from '@core/formats/writing-rules/writing-rules';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { usualFrameRates, findFrame, findFrameMs } from '@core/timing/frame-rate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSentence, makeTranscript } from '../../transcript/make-sentence';
import { describeSentences, writeCues } from './write-cues';

const cues = (...spans: readonly (readonly [number, number, string?])[]) =>
  makeTranscript(
    spans.map(([begin, end, text = 'Hello there'], index) => ({
      ...makeSentence(text, begin, end),
      id: `cue-${index}`,
    })),
  );

describe('times [FM81]', () => {
  test('without a rule the document is the very same', () => {
    const document = cues([0, 1000], [500, 1500]);
    expect(applyWritingRules(document, {}).document).toBe(document);
    const text = '1\r\n00:00:01.5 --> 00:00:02,000\r\nA\r\n';
    const plain = text.replaceAll('\r\n', '\n');
    const read = srt.read!(plain).document;
    expect(srt.write!(read).content).toBe(srt.write!(read, { overlaps: 'keep' }).content);
  });

  test.each([
    ['25:23.976', 24_000, 25_025],
    ['23.976:25', 25_025, 24_000],
    ['1.001', 10_000, 10_010],
    ['30000/1001->30', 1001, 1000],
  ])('are stretched by %s', (stretch, beginMs, at) => {
    expect(writeCues(cues([beginMs, beginMs + 100]), { stretch })[0]?.[0]).toBe(at);
  });

  test.each([
    ['1.5', 2500],
    ['-0.2', 800],
    ['+00:01:00', 61_000],
    ['−0.5', 500],
  ])('are moved by %s', (offset, at) => {
    const [cue] = writeCues(cues([1000, 2000]), { offset });
    expect(cue).toEqual([at, at + 1000, 'Hello there']);
  });

  test('before zero are counted', () => {
    const { document, losses } = applyWritingRules(cues([0, 1000], [2000, 3000]), {
      offset: '-1.5',
    });
    expect(describeSentences(document)).toEqual([
      [0, 0, 'Hello there'],
      [500, 1500, 'Hello there'],
    ]);
    expect(losses).toEqual([{ code: 'before-zero', count: 1 }]);
    expect(srt.listLosses(cues([0, 1000]), { offset: '-2' })).toContainEqual({
      code: 'before-zero',
      count: 1,
    });
  });

  test.each([
    ['01:00:00:00', 'none', 3_600_000],
    ['01:00:00:00', '25', 3_600_000],
    ['01:00:00:00', '23.976', 3_603_600],
    ['01:00:00;00', '29.97', 3_600_000 - 4],
    ['10:00:00:12', '25', 36_000_480],
  ])('begin with a programme at %s of %s', (programmeStart, fps, at) => {
    const [cue] = writeCues(cues([0, 1000]), { programmeStart, fps });
    expect(Math.abs((cue?.[0] ?? 0) - at)).toBeLessThanOrEqual(1);
  });

  // What stands in the file is the timecode that was asked for, whoever chose the rate.
  const film = { ...usualFrameRates['23.976'] };
  const ntsc = { ...usualFrameRates['29.97'] };
  test.each([
    [edl, '01:00:00:00', film, {}, '01:00:01:00'],
    [avidDs, '01:00:00:00', film, {}, '01:00:01:00'],
    [csv, '01:00:00:00', film, { columns: 'premiere' }, '01:00:01:00'],
    [edl, '01:00:00:00', undefined, { fps: '23.976' }, '01:00:01:00'],
    [edl, '01:00:00:00', ntsc, {}, '01:00:01;00'],
    [edl, '01:00:00;00', ntsc, { dropFrame: false }, '01:00:01:00'],
    [edl, '01:00:00:29', ntsc, { dropFrame: false }, '01:00:01:29'],
    [scc, '01:00:00:00', film, {}, '\n01:00:02;00\t942c'],
    [scc, '01:00:00;00', film, { counting: 'non-drop' }, '\n01:00:02:00\t942c'],
    [sub, '01:00:00:00', film, {}, `{${3601 * 24}}`],
    [sub, '01:00:00:00', film, { fps: '25' }, `{${3601 * 25}}`],
    [ttml, '01:00:00:12', film, { ttmlTimes: '23.976' }, 'begin="01:00:01:12"'],
    [srt, '01:00:00:00', film, {}, '01:00:04,600'],
    [srt, '01:00:00;00', ntsc, {}, '01:00:00,996'],
    [srt, '01:00:00.25', film, {}, '01:00:01,250'],
  ] as const)('%# begin at the programme’s timecode', (format, start, frameRate, options, at) => {
    const document = { ...cues([1000, 2000]), ...omitUndefined({ frameRate }) };
    const asked = { programmeStart: start, ...options };
    expect(String(format.write!(document, asked).content)).toContain(at);
  });

  test.each([
    [edl, undefined, {}, '25', '24'],
    [srt, undefined, {}, '25', '24'],
    [srt, film, {}, '23.976', '23'],
    [edl, ntsc, { fps: '24' }, '24', '23'],
    [ttml, ntsc, { ttmlTimes: '25' }, '25', '24'],
  ] as const)('%# a frame that there is not is refused', (format, frameRate, more, rate, last) => {
    const document = { ...cues([1000, 2000]), ...omitUndefined({ frameRate }) };
    const asked = { programmeStart: '01:00:00:29', ...more };
    const refusal: unknown = expect.objectContaining({ code: 'usage/invalid' });
    expect(() => format.write!(document, asked)).toThrow(refusal);
    expect(() => format.listLosses(document, asked)).toThrow(refusal);
    expect(format.findOptionProblem(document, asked)).toEqual({
      option: 'programmeStart',
      text: 'writing.noSuchFrame',
      parameters: { asked: '01:00:00:29', rate, last },
    });
    const pictured = { ...document, frameRate: usualFrameRates['50'] };
    const right = { ...asked, fps: '30', ttmlTimes: 'milliseconds' };
    expect(format.findOptionProblem(pictured, right)).toBeUndefined();
  });

  test('stand on frames and last one at least', () => {
    const rate = usualFrameRates['23.976'];
    const spans = fc.array(fc.tuple(fc.nat(7_200_000), fc.nat(3000)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(spans, (given) => {
        const sorted = given
          .map(([begin, length]) => [begin, begin + length] as const)
          .toSorted((a, b) => a[0] - b[0]);
        const rules = {
          fps: '23.976',
          overlaps: 'cut',
          leastDuration: 500,
          leastGap: 83,
          closeGaps: 400,
        };
        for (const [beginMs, endMs] of writeCues(cues(...sorted), rules)) {
          for (const at of [beginMs, endMs]) {
            expect(findFrameMs(findFrame(at, rate), rate)).toBe(at);
          }
          expect(endMs).toBeGreaterThan(beginMs);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('within a text move along', () => {
    const text = 'one <00:00:01.500>two';
    const { document } = applyWritingRules(cues([1000, 2000, text]), { offset: '10' });
    expect(document.sentences[0]?.text).toBe('one <00:00:11.500>two');
    expect(findTranscriptProblems(document as never)).toEqual([]);
  });
});

describe('cues beside each other [FM82]', () => {
  test('the earlier ends where the next begins', () => {
    expect(
      writeCues(cues([0, 3000], [1000, 2000]), { overlaps: 'cut' }).map(([b, e]) => [b, e]),
    ).toEqual([
      [0, 1000],
      [1000, 2000],
    ]);
  });

  test('a dialogue gets dashes, and a slip is cut', () => {
    const given = cues([0, 3000, 'Who?'], [500, 2500, 'Me.'], [2900, 4000, 'Fine.']);
    const { document } = applyWritingRules(given, { overlaps: 'join' });
    expect(describeSentences(document)).toEqual([
      [0, 2900, '- Who?\n- Me.'],
      [2900, 4000, 'Fine.'],
    ]);
    expect(findTranscriptProblems(document as never)).toEqual([]);
    expect(countUnits(srt, given, { overlaps: 'join' })).toBe(2);
    expect(String(srt.write!(given, { overlaps: 'join' }).content)).toContain('- Who?\n- Me.\n');
  });

  test('who is not named any more is a loss', () => {
    const given = makeTranscript([
      makeSentence('Who?', 0, 2000, { speaker: 'Ann' }),
      makeSentence('Me.', 0, 2000, { speaker: 'Bob' }),
    ]);
    expect(vtt.listLosses(given, { overlaps: 'join' })).toContainEqual({
      code: 'speakers',
      count: 2,
    });
  });

  test('at another place nothing is in the way', () => {
    const given = cues([0, 3000, '{\\an8}SIGN'], [1000, 2000, 'Me.']);
    expect(writeCues(given, { overlaps: 'cut', leastGap: 500 })).toEqual(describeSentences(given));
  });

  test('durations where there is room', () => {
    const given = cues([0, 100], [400, 9000], [9000, 9500]);
    expect(
      writeCues(given, { leastDuration: 1000, mostDuration: 7000 }).map(([b, e]) => [b, e]),
    ).toEqual([
      [0, 400],
      [400, 7400],
      [9000, 10_000],
    ]);
  });

  test('gaps: a least one, and short ones are closed to it', () => {
    const given = cues([0, 1000], [1010, 2000], [2400, 3000], [4000, 5000]);
    expect(writeCues(given, { leastGap: 80, closeGaps: 500 }).map(([b, e]) => [b, e])).toEqual([
      [0, 930],
      [1010, 2320],
      [2400, 3000],
      [4000, 5000],
    ]);
  });

  test('of frames count in frames', () => {
    const given = cues([0, 960], [1000, 2000]);
    expect(writeCues(given, { fps: '24', leastGap: 83 })[0]?.[1]).toBe(917);
  });

  test('that begin together become one, even if the first has no length', () => {
    const before = cues([1000, 1000], [1000, 3000], [3000, 3000]);
    const { document } = applyWritingRules(before, { overlaps: 'cut', leastDuration: 500 });
    expect(document.sentences.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [1000, 3000],
      [3000, 3500],
    ]);
  });

  test('and begins stay, whatever is asked for', () => {
    const spans = fc.array(fc.tuple(fc.nat(20_000), fc.nat(4000)), { maxLength: 12 });
    const rules = fc.record(
      {
        overlaps: fc.constantFrom('keep', 'join', 'cut'),
        leastGap: fc.nat(500),
        closeGaps: fc.nat(1000),
        leastDuration: fc.integer({ min: 1, max: 2000 }),
        mostDuration: fc.integer({ min: 1, max: 9000 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(spans, rules, (given, asked) => {
        const sorted = given
          .map(([begin, length]) => [begin, begin + length] as const)
          .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
        const before = cues(...sorted);
        const { document } = applyWritingRules(before, asked);
        const begins = new Set(before.sentences.map(({ beginMs }) => beginMs));
        for (const { beginMs } of document.sentences) expect(begins).toContain(beginMs);
        expect(findTranscriptProblems(document as never)).toEqual([]);
        if (asked.overlaps === 'cut') {
          document.sentences.forEach(({ endMs }, index) =>
            expect(document.sentences[index + 1]?.beginMs ?? Infinity).toBeGreaterThanOrEqual(
              endMs,
            ),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('texts [FM83]', () => {
  const talk = makeTranscript([
    makeSentence('Who is there?', 0, 1000, { speaker: 'Ann' }),
    makeSentence('Me.', 1000, 2000, { speaker: 'Bob' }),
    makeSentence('Come in.', 2000, 3000, { speaker: 'Bob' }),
  ]);

  test.each([
    ['name', ['Ann: Who is there?', 'Bob: Me.', 'Bob: Come in.']],
    ['dash', ['Who is there?', '- Me.', 'Come in.']],
    ['none', ['Who is there?', 'Me.', 'Come in.']],
  ])('speakers by %s', (speakerForm, texts) => {
    expect(writeCues(talk, { speakerForm }).map(([, , text]) => text)).toEqual(texts);
    expect(String(vtt.write!(talk, { speakerForm }).content)).not.toContain('<v');
    expect(srt.listLosses(talk, { speakerForm }).map(({ code }) => code)).not.toContain('speakers');
  });

  test('lines are kept or broken anew', () => {
    const given = cues(
      [0, 1000, 'The market opens\nat seven'],
      [1000, 2000, '市场早上\n七点开门'],
      [2000, 3000, '- Who?\n- Me.'],
    );
    const anew = applyWritingRules(given, { lineBreaks: 'break' }).document;
    expect(describeSentences(anew).map(([, , text]) => text)).toEqual([
      'The market opens at seven',
      '市场早上七点开门',
      '- Who?\n- Me.',
    ]);
    const told = cues(
      [0, 1000, '<i>- Who?</i>\n{\\an8}<b>– Me.'],
      [1000, 2000, '- alone\n<i>\n  and more'],
      [2000, 3000, '𠮷\n𠮷 a\r\n\r\nb '],
    );
    const { document } = applyWritingRules(told, { lineBreaks: 'break' });
    expect(describeSentences(document).map(([, , text]) => text)).toEqual([
      '<i>- Who?</i>\n{\\an8}<b>– Me.',
      '- alone <i> and more',
      '𠮷𠮷 a b',
    ]);
    const long = `${'word '.repeat(30)}end`;
    const kept = String(srt.write!(cues([0, 1000, long]), { lineBreaks: 'keep' }).content);
    expect(kept).toContain(long);
  });

  test('what a file had is not taken where lines are broken anew', () => {
    const file =
      '1\n00:00:01,000 --> 00:00:02,000\nThe market opens early on every day \nof the week at seven\n';
    const { document } = srt.read!(file);
    expect(srt.write!(document).content).toBe(file);
    expect(String(srt.write!(document, { maxLineCharacters: 20 }).content)).toContain(
      'The market opens\n',
    );
    expect(
      String(
        srt.write!(document, { lineBreaks: 'break', maxLineCharacters: 60, maxLines: 1 }).content,
      ),
    ).toContain('The market opens early on every day of the week at seven\n');
  });

  test('numbers from the first', () => {
    const file = '7\n00:00:01,000 --> 00:00:02,000\nA\n\n9\n00:00:03,000 --> 00:00:04,000\nB\n';
    const { document } = srt.read!(file);
    const written = String(srt.write!(document, { firstNumber: 100 }).content);
    expect(written.match(/^\d+$/gmu)).toEqual(['100', '101']);
    expect(srt.options.map(({ name }) => name)).toContain('firstNumber');
    expect(vtt.options.map(({ name }) => name)).not.toContain('firstNumber');
  });

  test('a profile asks for several, and what is chosen counts before it', () => {
    const given = cues([0, 200], [500, 9000]);
    expect(writeCues(given, { profile: 'netflix' }).map(([b, e]) => [b, e])).toEqual([
      [0, 417],
      [500, 7500],
    ]);
    expect(
      writeCues(given, { profile: 'netflix', mostDuration: 1000, leastGap: 0 }).map(([b, e]) => [
        b,
        e,
      ]),
    ).toEqual([
      [0, 500],
      [500, 1500],
    ]);
  });

  test.each([
    ['offset', 'soon'],
    ['stretch', '25'],
    ['stretch', '25:0'],
    ['programmeStart', '1:2:3:99'],
    ['fps', '26'],
    ['leastGap', -1],
    ['profile', 'me'],
  ])('%s does not take %j', (name, value) => {
    expect(() => srt.write!(talk, { [name]: value })).toThrow(
      expect.objectContaining({ code: 'usage/invalid' }),
    );
  });
});

test('[FM81] an option is one thing in every format that has it', () => {
  const known = new Map<string, string>();
  for (const { id, options } of transcriptFormats) {
    const names = options.map(({ name }) => name);
    expect(new Set(names).size, id).toBe(names.length);
    for (const field of options) {
      const choices = field.kind === 'choice' ? field.choices.map(({ value }) => value) : [];
      const told = [field.kind, ...choices].join(' ');
      expect(known.get(field.name) ?? told, `${id}: ${field.name}`).toBe(told);
      known.set(field.name, told);
    }
  }
});

test('rates are offered from the slowest to the fastest, behind none', () => {
  const fps = listRuleFields(['times']).find(({ name }) => name === 'fps');
  expect(fps?.kind === 'choice' && fps.choices.map(({ value }) => value)).toEqual([
    ...['none', '23.976', '24', '25', '29.97', '30', '48', '50', '59.94', '60'],
  ]);
});
