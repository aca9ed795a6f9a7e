import fc from 'fast-check';
import { sbv } from '@core/formats/sbv';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/make-sentence';

const read = (text: string) => {
  const { document, repairs } = sbv.read!(text);
  const cues = document.sentences.map(({ beginMs, endMs, text: said }) => [beginMs, endMs, said]);
  return { document, cues, repairs };
};

describe('[FM52] SBV', () => {
  it('is written as YouTube has it', () => {
    const transcript = makeTranscript([
      makeSentence('Hello <i>there</i>', 1000, 2000),
      makeSentence('0:00:01.000,0:00:02.000', 36_000_000, 36_000_500),
    ]);
    expect(sbv.write!(transcript).content).toBe(
      '0:00:01.000,0:00:02.000\nHello there\n\n10:00:00.000,10:00:00.500\n\u200b0:00:01.000,0:00:02.000\n',
    );
  });

  it('is read with what had to be mended', () => {
    const { cues, repairs } = read(
      'title\n0:00:01,00:00:02.5\none\n\nand one\n0:00:13.f89,0:00:15.489\n0:00:04.000,0:00:03.000\n',
    );
    expect(cues).toEqual([
      [1000, 2500, 'one\n\nand one\n0:00:13.f89,0:00:15.489'],
      [4000, 4000, ''],
    ]);
    expect(repairs.map(({ code, line }) => [code, line])).toEqual([
      ['stray-text-dropped', 1],
      ['time-rewritten', 2],
      ['blank-line-kept', 4],
      ['time-unreadable', 6],
      ['blank-line-added', 7],
      ['end-raised', 7],
      ['cue-empty', 7],
    ]);
  });

  it('is read as it was written', () => {
    const line = fc
      .array(
        fc.constantFrom(
          'a',
          ' ',
          '字',
          '1',
          ',',
          '0:00:01.000',
          '0:00:01.000,0:00:02.000',
          '\u200b',
        ),
      )
      .map((parts) => parts.join('').trim())
      .filter((text) => text !== '');
    const cue = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      length: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 6 }), (cues) => {
        const sentences = cues.map(({ lines, length }, index) =>
          makeSentence(lines.join('\n'), index * 1000, index * 1000 + length),
        );
        const transcript = {
          ...makeTranscript(sentences),
          source: { format: 'srt', hasLines: true },
        };
        const again = read(String(sbv.write!(transcript).content));
        expect(again.repairs).toEqual([]);
        expect(again.cues).toEqual(
          sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text]),
        );
      }),
      { numRuns: 30 },
    );
  });
});
