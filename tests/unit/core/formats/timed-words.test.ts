import fc from 'fast-check';
import { listWordMarks, timeWords } from '@core/formats/timed-words';
import { joinWords } from '@core/transcript/word';
import { describe, expect, test } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

const span = { beginMs: 1000, endMs: 5000 };
const tell = (words: ReturnType<typeof timeWords>): unknown =>
  words.map(({ text, beginMs, endMs, timing }) => [text, beginMs, endMs, timing]);

describe('[FM20] times within the text of a cue', () => {
  test('make the word between two of them measured, and several share theirs', () => {
    const text = 'One <00:02.000>two three <00:04.000>four.';
    const marks = [
      { offset: 4, atMs: 2000 },
      { offset: 25, atMs: 4000 },
    ];
    const words = timeWords(text, span, marks);
    expect(joinWords(words)).toBe(text);
    expect(tell(words)).toEqual([
      ['One', 1000, 2000, 'measured'],
      ['two', 2000, 2750, 'estimated'],
      ['three', 2750, 4000, 'estimated'],
      ['four', 4000, 5000, 'measured'],
    ]);
  });

  test('one without a word behind it ends the word before; one that runs back counts as that before', () => {
    const ending = timeWords('one two', span, [
      { offset: 3, atMs: 2000 },
      { offset: 4, atMs: 3000 },
      { offset: 7, atMs: 4000 },
    ]);
    expect(tell(ending)).toEqual([
      ['one', 1000, 2000, 'measured'],
      ['two', 3000, 4000, 'measured'],
    ]);
    const back = timeWords('one two six', span, [
      { offset: 4, atMs: 3000 },
      { offset: 8, atMs: 2000 },
    ]);
    expect(tell(back)).toEqual([
      ['one', 1000, 3000, 'measured'],
      ['two', 3000, 3000, 'measured'],
      ['six', 3000, 5000, 'measured'],
    ]);
  });

  test('that run back leave words that share a stretch in order', () => {
    const words = timeWords(' 0 00', span, [
      { offset: 4, atMs: 1001 },
      { offset: 4, atMs: 0 },
    ]);
    expect(tell(words)).toEqual([
      ['0', 1000, 1001, 'estimated'],
      ['0', 1001, 1001, 'estimated'],
      ['0', 1001, 5000, 'measured'],
    ]);
  });

  test('cut a word they stand in, and none leave all as it was', () => {
    const words = timeWords('今天天气', span, [
      { offset: 1, atMs: 2000 },
      { offset: 2, atMs: 3000 },
      { offset: 3, atMs: 4000 },
    ]);
    expect(tell(words)).toEqual([
      ['今', 1000, 2000, 'measured'],
      ['天', 2000, 3000, 'measured'],
      ['天', 3000, 4000, 'measured'],
      ['气', 4000, 5000, 'measured'],
    ]);
    expect(timeWords('one', span, []).map(({ timing }) => timing)).toEqual(['estimated']);
  });

  test('whatever the text and the times, the words spell it and never run back', () => {
    const mark = fc.record({ offset: fc.nat(30), atMs: fc.nat(9000) });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const inOrder = marks.toSorted((left, right) => left.offset - right.offset);
        const words = timeWords(text, span, inOrder);
        expect(joinWords(words)).toBe(text);
        let beforeMs = 0;
        for (const { beginMs, endMs } of words) {
          expect(beginMs).toBeGreaterThanOrEqual(beforeMs);
          expect(endMs).toBeGreaterThanOrEqual(beginMs);
          beforeMs = beginMs;
        }
      }),
    );
  });

  test('are listed with the places of their words, where its lines were broken anew as well', () => {
    const sentence = {
      ...makeSentence('“One,  two three.', 1000, 5000),
      words: timeWords('“One,  two three.', span, [
        { offset: 7, atMs: 2000 },
        { offset: 11, atMs: 4000 },
      ]),
    };
    expect(listWordMarks(sentence)).toEqual([
      { offset: 1, endOffset: 4, atMs: 1000, endMs: 2000 },
      { offset: 7, endOffset: 10, atMs: 2000, endMs: 4000 },
      { offset: 11, endOffset: 16, atMs: 4000, endMs: 5000 },
    ]);
    const written = '“One,\ntwo\nthree.';
    expect(
      listWordMarks(sentence, written).map(({ offset, endOffset }) =>
        written.slice(offset, endOffset),
      ),
    ).toEqual(['One', 'two', 'three']);
  });
});
