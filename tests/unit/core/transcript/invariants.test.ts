import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { sortSentences } from '@core/transcript/sort-sentences';
import { anyTranscript, makeSentence, makeTranscript } from './build-transcript';

const one = makeSentence('Hello there.', 0, 1000);
const two = makeSentence('You too.', 2000, 3000);

describe('findTranscriptProblems', () => {
  test('[TX1] [TX2] [TX3] a sound transcript has none', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        expect(findTranscriptProblems(transcript)).toEqual([]);
      }),
    );
  });

  test('[TX1] a text that is not the join of its words', () => {
    expect(findTranscriptProblems(makeTranscript([{ ...one, text: 'Hello there' }]))).toEqual([
      { rule: 'TX1', sentence: 0, detail: 'the text of sentence 0 is not the join of its words' },
    ]);
  });

  test.each([
    [0.5, 1000],
    [-1, 1000],
    [1000, 999],
    [0, Number.NaN],
  ])('[TX2] a sentence from %d to %d', (beginMs, endMs) => {
    expect(findTranscriptProblems(makeTranscript([{ ...one, beginMs, endMs }]))).toEqual([
      { rule: 'TX2', sentence: 0, detail: `sentence 0 has times ${beginMs} to ${endMs}` },
    ]);
  });

  test('[TX2] words that end before they begin, or stand in the wrong order', () => {
    const [first, second] = one.words as [(typeof one.words)[0], (typeof one.words)[0]];
    const words = [
      { ...first, beginMs: 800, endMs: 700 },
      { ...second, beginMs: 600, endMs: 900 },
    ];
    expect(findTranscriptProblems(makeTranscript([{ ...one, words }]))).toEqual([
      { rule: 'TX2', sentence: 0, word: 0, detail: 'word 0 of sentence 0 has times 800 to 700' },
      {
        rule: 'TX2',
        sentence: 0,
        word: 1,
        detail: 'word 1 of sentence 0 begins before the word before it',
      },
    ]);
  });

  test('[TX3] sentences out of order and an id used twice', () => {
    expect(
      findTranscriptProblems(makeTranscript([two, { ...one, id: two.id }])).map(
        (problem) => problem.rule,
      ),
    ).toEqual(['TX3', 'TX3']);
  });

  test('[TX3] begin, channel, end and id decide in this order', () => {
    const sentences = [
      { ...one, id: 'f', beginMs: 1 },
      { ...one, id: 'e', channel: 1, endMs: 5 },
      { ...one, id: 'd', endMs: 1001 },
      { ...one, id: 'b' },
      { ...one, id: 'a' },
    ];
    expect(sortSentences(sentences).map((sentence) => sentence.id)).toEqual([
      'a',
      'b',
      'd',
      'e',
      'f',
    ]);
  });

  test('[TX4] overlapping sentences and overhanging words are legal', () => {
    const late = one.words.map((word) => ({ ...word, endMs: word.endMs + 5000 }));
    const overlapping = { ...makeSentence('Me too.', 500, 1500), channel: 1 };
    expect(findTranscriptProblems(makeTranscript([{ ...one, words: late }, overlapping]))).toEqual(
      [],
    );
  });
});
