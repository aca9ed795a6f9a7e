import fc from 'fast-check';
import { scc } from '@core/formats/scc';
import { captionRate, parseCaptionTimecode } from '@core/formats/scc/caption-timecode';
import { findFrame, findFrameMs } from '@core/timing/frame-rate';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/make-sentence';

const read = (text: string) => {
  const { document, repairs } = scc.read!(text);
  const cues = document.sentences.map(({ beginMs, endMs, text: said }) => [
    findFrame(beginMs, captionRate),
    findFrame(endMs, captionRate),
    said,
  ]);
  return { cues, repairs: repairs.map(({ code, line }) => [code, line]) };
};
const file = (...lines: string[]): string => ['Scenarist_SCC V1.0', ...lines, ''].join('\n\n');

describe('[FM58] SCC', () => {
  it.each([
    ['00:01:00;02', 1800, true],
    // A number that is left out is the frame after it [FT1].
    ['00:01:00;00', 1800, true],
    ['00;10;00;00', 17_982, true],
    ['01:00:00:00', 108_000, true],
    ['00:00:01:30', 60, false],
    ['00:00:59:75', 1845, false],
    ['00:75:00:00', 135_000, false],
    ['00:00:00', undefined, false],
  ])('has the frame of %s', (text, frame, isStrict) => {
    expect(parseCaptionTimecode(text)).toEqual(
      frame === undefined ? undefined : { frame, isStrict },
    );
  });

  it('tells of a timecode whose numbers run over', () => {
    const text = file('00:00:01:30\t9420 9420 94ae 94ae 9440 9440 c8e9 942f 942f');
    expect(scc.read!(text).repairs).toEqual([
      { code: 'time-rewritten', line: 3, before: '00:00:01:30', after: '00:00:02:00' },
    ]);
  });

  it('of captions that pop on', () => {
    // RCL ENM PAC(14, white) "Hi" EOC, all codes twice; then EDM.
    const text = file(
      '00:00:01:00\t9420 9420 94ae 94ae 9440 9440 c8e9 942f 942f',
      '00:00:03:00\t942c 942c',
    );
    expect(read(text)).toEqual({ cues: [[37, 90, 'Hi']], repairs: [] });
  });

  it('of captions that roll up, a line each', () => {
    const text = file(
      '00:00:01:00\t9425 9425 94ad 94ad 9470 9470 c8e9',
      '00:00:02:00\t94ad 94ad 9470 9470 4fe8',
      '00:00:03:00\t942c 942c',
    );
    expect(read(text).cues).toEqual([
      [36, 60, 'Hi'],
      [64, 90, 'Oh'],
    ]);
  });

  it('of captions that are painted on', () => {
    const text = file(
      '00:00:01:00\t9429 9429 9470 9470 c8e9',
      '00:00:02:00\t9429 9429 9470 9470 4fe8',
      '00:00:03:00\t942c 942c',
    );
    expect(read(text).cues).toEqual([
      [34, 60, 'Hi'],
      [60, 90, 'Oh'],
    ]);
  });

  it('with italics, colours, a place above, special and extended characters', () => {
    // Row 1; italics by mid-row code; a note; u with its umlaut in place of the plain letter; then cyan.
    const text = file(
      '00:00:01:00\t9420 9420 9140 9140 91ae 91ae 9137 9137 2075 92a4 92a4 9126 9126 c8e9 942f 942f',
      '00:00:03:00\t942c 942c',
    );
    expect(read(text).cues).toEqual([
      [44, 90, '{\\an8}<i>♪ Ü </i><font color="#00ffff">Hi</font>'],
    ]);
  });

  it('and what cannot be read is told', () => {
    const text =
      '00:00:01:00\t9420 9420 9470 9470 c8e9 zz 942f 942f\nnonsense\n00:00:02:00 1c2f 1c2f\n';
    expect(read(text).repairs).toEqual([
      ['header-added', 1],
      ['code-unreadable', 1],
      ['stray-text-dropped', 2],
      ['channel-dropped', 3],
    ]);
  });

  it('of the channel that is chosen', () => {
    // CC1 says "Hi"; CC2, whose codes have another bit, "Ho".
    const text = file(
      '00:00:01:00\t9420 9420 94ae 94ae 9440 9440 c8e9 942f 942f',
      '00:00:02:00\t1c20 1c20 1cae 1cae 1c40 1c40 c8ef 1c2f 1c2f',
      '00:00:03:00\t942c 942c',
      '00:00:04:00\t1c2c 1c2c',
    );
    const textsOf = (captionChannel?: 1 | 2): readonly string[] =>
      scc.read!(text, { captionChannel }).document.sentences.map(({ text: said }) => said);
    expect([textsOf(), textsOf(1), textsOf(2)]).toEqual([['Hi'], ['Hi'], ['Ho']]);
    const told = scc.read!(text, { captionChannel: 2 }).repairs;
    expect(told.map(({ code, line }) => [code, line])).toEqual([
      ['channel-dropped', 3],
      ['channel-dropped', 7],
    ]);
  });
});

describe('[FM57] SCC is written', () => {
  it('as captions that are sent before they are due', () => {
    const transcript = makeTranscript([makeSentence('Hi', 2002, 3003)]);
    const { content, losses } = scc.write!(transcript);
    expect(content).toBe(
      'Scenarist_SCC V1.0\n\n00:00:01;21\t9420 9420 94ae 94ae 9476 9476 9723 9723 c8e9 942f 942f\n\n' +
        '00:00:03;00\t942c 942c\n',
    );
    expect(losses).toEqual([{ code: 'word-times', count: 1 }]);
    expect(scc.write!(transcript, { counting: 'non-drop' }).content).toContain('00:00:01:21\t');
  });

  it('and tells what is not in it', () => {
    const transcript = makeTranscript([
      makeSentence('Now', 0, 400),
      makeSentence('你好', 1000, 2000),
      makeSentence('<b>loud</b>', 3003, 4004),
    ]);
    expect(scc.listLosses(transcript)).toEqual([
      { code: 'word-times', count: 3 },
      { code: 'frames', count: 1 },
      { code: 'late', count: 1 },
      { code: 'characters', count: 1 },
      { code: 'looks', count: 1 },
    ]);
  });

  it('such that it is read as it was', () => {
    const word = fc.constantFrom('a', 'Ünï', "it's", 'ñ', '♪', '<i>yes</i>', '“no”', 'x{y}');
    const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const cue = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 2 }),
      length: fc.integer({ min: 2, max: 60 }),
      place: fc.constantFrom('', '{\\an8}', '{\\an5}'),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 4 }), fc.boolean(), (cues, isDrop) => {
        const sentences = cues.map(({ lines, length, place }, index) =>
          makeSentence(
            place + lines.join('\n'),
            findFrameMs(200 + index * 200, captionRate),
            findFrameMs(200 + index * 200 + length, captionRate),
          ),
        );
        const transcript = {
          ...makeTranscript(sentences),
          source: { format: 'srt', hasLines: true },
        };
        const { content } = scc.write!(transcript, { counting: isDrop ? 'drop' : 'non-drop' });
        const plain = (text: string): string => text.replace(/<\/i>(\s)<i>/gu, '$1');
        expect(
          read(String(content)).cues.map(([begin, end, text]) => [begin, end, plain(String(text))]),
        ).toEqual(
          sentences.map(({ beginMs, endMs, text }) => [
            findFrame(beginMs, captionRate),
            findFrame(endMs, captionRate),
            plain(text),
          ]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
