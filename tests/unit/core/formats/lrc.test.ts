import fc from 'fast-check';
import { lrc } from '@core/formats/lrc';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/make-sentence';

const read = (text: string) => {
  const { document, repairs } = lrc.read!(text);
  const cues = document.sentences.map(({ beginMs, endMs, text: said }) => [beginMs, endMs, said]);
  return { document, cues, repairs };
};

describe('[FM50] LRC is written', () => {
  const transcript = makeTranscript([
    makeSentence('Hello there', 1000, 2000),
    makeSentence('once\nmore', 2000, 3004),
    makeSentence('<i>and</i> on', 3000, 65_000),
  ]);

  it('[FM13] with a time before each line and where nothing is shown', () => {
    const file = lrc.write!({ ...transcript, source: { format: 'srt', hasLines: true } });
    expect(file.content).toBe(
      '[00:01.00]Hello there\n[00:02.00]once\n[00:02.00]more\n[00:03.00]and on\n[01:05.00]\n',
    );
    expect(file.losses).toEqual([
      { code: 'markup', count: 1 },
      { code: 'rounded', count: 1 },
      { code: 'word-times', count: 3 },
    ]);
  });

  it('with a time before each word, and behind one before a pause', () => {
    const sentence = makeSentence('Hello there now', 1000, 2500);
    const [first, ...others] = sentence.words;
    const words = [{ ...first!, endMs: 1300 }, ...others];
    const file = lrc.write!(makeTranscript([{ ...sentence, words }]), { karaoke: true });
    expect(file.content).toBe(
      '[00:01.00]<00:01.00>Hello<00:01.30> <00:01.50>there <00:02.00>now<00:02.50>\n[00:02.50]\n',
    );
    expect(file.losses).toEqual([]);
    const { document, repairs } = read(String(file.content));
    expect(document.sentences[0]!.words).toEqual(words);
    expect(repairs).toEqual([]);
  });

  it('and tells of ends that the next time cuts', () => {
    const overlapping = makeTranscript([makeSentence('a', 0, 3000), makeSentence('b', 1000, 2000)]);
    expect(lrc.listLosses(overlapping)).toContainEqual({ code: 'ends-cut', count: 1 });
  });
});

describe('[FM51] LRC is read', () => {
  it('with headers, several times on a line and lines of one time', () => {
    const { document, cues, repairs } = read(
      '[ti:Song]\n[by:]\n\n[00:12.00][00:30.5]chorus\n[00:15.25]line\n[00:15.25]行\n[00:20.00]\n',
    );
    expect(cues).toEqual([
      [12_000, 15_250, 'chorus'],
      [15_250, 20_000, 'line\n行'],
      [30_500, 31_500, 'chorus'],
    ]);
    expect(repairs).toEqual([]);
    expect(document.source?.headers).toEqual([
      { name: 'ti', value: 'Song' },
      { name: 'by', value: '' },
    ]);
    expect(String(lrc.write!(document).content)).toMatch(/^\[ti:Song\]\n\[by:\]\n\[00:12\.00\]/u);
  });

  it.each([
    ['[offset:+500]\n[00:02.00]a\n[00:03.00]\n', [[1500, 2500, 'a']]],
    ['[00:02.00]a\n[00:03.00]\n[offset: -500]\n', [[2500, 3500, 'a']]],
    ['[00:02:50]a\n[00:03]\n', [[2500, 3000, 'a']]],
    ['[01:00:02.5]a\n[61:00]\n', [[3_602_500, 3_660_000, 'a']]],
    ['[ 00:02.00]a', []],
  ])('whatever its times look like: %j', (text, expected) => {
    expect(read(text).cues).toEqual(expected);
  });

  it('with times of words, in either brackets', () => {
    for (const text of [
      '[00:01.00] <00:01.00> Hey <00:01.50> you <00:02.00>\n[00:05.00]',
      '[00:01.00]Hey [00:01.50]you[00:02.00]\n[00:05.00]',
    ]) {
      const { document, cues } = read(text);
      expect(cues).toEqual([[1000, 2000, 'Hey you']]);
      expect(document.sentences[0]!.words.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
        [1000, 1500],
        [1500, 2000],
      ]);
    }
  });

  it('and what is not as it should be is told', () => {
    const { cues, repairs } = read('stray\n[00:05.00]b\nmore\n[00:01.00]a\n');
    expect(cues).toEqual([
      [1000, 5000, 'a'],
      [5000, 6000, 'b\nmore'],
    ]);
    expect(repairs.map(({ code, line }) => [code, line])).toEqual([
      ['stray-text-dropped', 1],
      ['time-missing', 3],
      ['cue-sorted', 4],
    ]);
  });
});

it('[FM50] [FM51] what is written is read as it was', () => {
  const line = fc
    .array(
      fc.constantFrom('a', ' ', '字', '[', ']', '<', '[00:01.00]', '<00:01.00>', '\u200b', 'x: '),
    )
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
  const cue = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    length: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 6 }), fc.boolean(), (cues, karaoke) => {
      const sentences = cues.map(({ lines, length }, index) =>
        makeSentence(lines.join('\n'), index * 1000, index * 1000 + length * 10),
      );
      const transcript = {
        ...makeTranscript(sentences),
        source: { format: 'srt', hasLines: true },
      };
      const { content } = lrc.write!(transcript, { karaoke });
      const again = read(String(content));
      expect(again.repairs).toEqual([]);
      expect(again.cues).toEqual(
        sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text]),
      );
    }),
    { numRuns: 30 },
  );
});
