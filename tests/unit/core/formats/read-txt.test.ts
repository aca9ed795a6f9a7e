import fc from 'fast-check';
import { txt } from '@core/formats/txt';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/make-sentence';

const read = (text: string) => {
  const { document, repairs } = txt.read!(text);
  const cues = document.sentences.map(({ beginMs, endMs, speaker, text: said }) => [
    beginMs,
    endMs,
    speaker,
    said,
  ]);
  return { cues, repairs: repairs.map(({ code, line }) => [code, line]) };
};

describe('[FM55] plain text with times', () => {
  const transcript = makeTranscript([
    makeSentence('Hello.', 1000, 2000, { speaker: 'Ann' }),
    makeSentence('Note: this\nand <i>that</i>.', 2000, 3500),
  ]);

  it('before each paragraph', () => {
    const file = txt.write!(transcript, { times: 'paragraph' });
    expect(file.content).toBe('[00:00:01] Ann: Hello.\n\n[00:00:02] Note: this and that.\n');
    expect(file.losses.map(({ code }) => code)).toEqual(['word-times', 'markup', 'sentence-times']);
  });

  it('before each sentence', () => {
    expect(txt.write!(transcript, { times: 'sentence' }).content).toBe(
      '[00:00:01.000 - 00:00:02.000] Ann: Hello.\n' +
        '[00:00:02.000 - 00:00:03.500] \u200bNote: this\nand that.\n',
    );
    expect(txt.listLosses(transcript).map(({ code }) => code)).toContain('times');
  });

  it('can be read as it was written', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', 'Bo: ', '字：', '[00:01] ', '00:02', '-', '\u200b', '\n'))
      .map((parts) =>
        parts
          .join('')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n'),
      )
      .filter((said) => said !== '');
    const speaker = fc.constantFrom(undefined, 'Ann', 'li wei', '小明', 'Speaker 1');
    const cue = fc.record({ text, speaker, length: fc.nat(9999) });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 5 }), (cues) => {
        const sentences = cues.map(({ text: said, speaker: who, length }, index) =>
          makeSentence(said, index * 1000, index * 1000 + length, who ? { speaker: who } : {}),
        );
        const { content } = txt.write!(makeTranscript(sentences), { times: 'sentence' });
        expect(read(String(content))).toEqual({
          cues: sentences.map((one) => [one.beginMs, one.endMs, one.speaker, one.text]),
          repairs: [],
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('[FM56] plain text is read', () => {
  it.each([
    [
      '[00:01] Hello\n[00:04.5] there\n',
      [
        [1000, 4500, undefined, 'Hello'],
        [4500, 5500, undefined, 'there'],
      ],
    ],
    ['00:00:01 - 00:00:04 Hello\n', [[1000, 4000, undefined, 'Hello']]],
    [
      '00:00:01\nHello\nthere\n\n00:00:05\n你好\n',
      [
        [1000, 5000, undefined, 'Hello\nthere'],
        [5000, 6000, undefined, '你好'],
      ],
    ],
    [
      '(0:01) Ann: Hi\n(0:03) Bo: Yes\n(0:05) Ann: Well\n(0:06) Bo: No',
      [
        [1000, 3000, 'Ann', 'Hi'],
        [3000, 5000, 'Bo', 'Yes'],
        [5000, 6000, 'Ann', 'Well'],
        [6000, 7000, 'Bo', 'No'],
      ],
    ],
    [
      '说话人1 00:01\n你好\n\n说话人2 00:03\n再见\n',
      [
        [1000, 3000, '说话人1', '你好'],
        [3000, 4000, '说话人2', '再见'],
      ],
    ],
    [
      '00:00:01:one|two\n00:00:03:three\n',
      [
        [1000, 3000, undefined, 'one\ntwo'],
        [3000, 4000, undefined, 'three'],
      ],
    ],
    ['[0:01] Note: this\n', [[1000, 2000, undefined, 'Note: this']]],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual({ cues: expected, repairs: [] });
  });

  it('without times, each sentence as long as it takes to read', () => {
    expect(read('At 12:30 we met. It rained.\n\nSpeaker 1: We went on.\n')).toEqual({
      cues: [
        [0, 1000, undefined, 'At 12:30 we met.'],
        [1000, 2000, undefined, 'It rained.'],
        [2000, 3000, 'Speaker 1', 'We went on.'],
      ],
      repairs: [['times-estimated', 1]],
    });
    expect(read('\n')).toEqual({ cues: [], repairs: [] });
  });

  it('and what belongs to no time is told', () => {
    expect(read('My talk\n-00:00:02:a\n00:00:01:b\n')).toEqual({
      cues: [
        [0, 1000, undefined, 'a'],
        [1000, 2000, undefined, 'b'],
      ],
      repairs: [
        ['stray-text-dropped', 1],
        ['negative-time-raised', 2],
      ],
    });
  });
});
