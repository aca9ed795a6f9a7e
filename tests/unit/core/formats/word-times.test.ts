import { findFormat } from '@core/formats/registry';
import { addWordTimes, formatWordTimes } from '@core/formats/word-times';
import { describe, expect, it } from 'vitest';

const srt = findFormat('srt')!;
const timecode = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(11, 23).replace('.', ',');
/** A line that is sung again and again, each time where the one before it ends. */
const songOf = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    return `${index + 1}\n${timecode(index * 2)} --> ${timecode(index * 2 + 2)}\nla la\n`;
  }).join('\n');

describe('[FM84] times of words beside a file', () => {
  it.each([3, 2000])(
    'belong to the cue they were written for, of %d that say the same',
    (count) => {
      const { document } = srt.read!(songOf(count));
      const sentences = document.sentences.map((sentence) => {
        const [first, second] = sentence.words;
        const atMs = sentence.beginMs + 1500;
        return {
          ...sentence,
          words: [
            { ...first!, endMs: atMs, timing: 'measured' as const },
            { ...second!, beginMs: atMs, timing: 'measured' as const },
          ],
        };
      });
      const beside = formatWordTimes({ ...document, sentences });
      const timed = addWordTimes(document, beside).sentences;
      expect(timed.map(({ words }) => words.map(({ beginMs }) => beginMs))).toEqual(
        sentences.map(({ words }) => words.map(({ beginMs }) => beginMs)),
      );
    },
  );

  it('stay as they are where cues say something else', () => {
    const { document } = srt.read!(songOf(2));
    const beside = formatWordTimes(srt.read!(songOf(2).replaceAll('la', 'so')).document);
    expect(addWordTimes(document, beside)).toEqual(document);
    expect(addWordTimes(document, '{"version": 2}')).toBe(document);
  });
});
