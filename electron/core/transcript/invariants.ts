import type { Sentence } from './sentence';
import { compareSentences } from './sort-sentences';
import type { Transcript } from './transcript';
import { joinWords } from './word';

/** Rules of SPEC.md that {@link findTranscriptProblems} checks. */
export type TranscriptRule = 'TX1' | 'TX2' | 'TX3';

export interface TranscriptProblem {
  readonly rule: TranscriptRule;
  /** Position in `sentences`, and in its `words` where a word is at fault. */
  readonly sentence: number;
  readonly word?: number;
  /** What is wrong, for logs; holds no text of the transcript. */
  readonly detail: string;
}

/** Every broken rule of a transcript, in order of sentences; empty for a sound one. */
export function findTranscriptProblems(transcript: Transcript): readonly TranscriptProblem[] {
  const { sentences } = transcript;
  const ids = new Set<string>();
  return sentences.flatMap((sentence, index) => {
    const problems = findSentenceProblems(sentence, index);
    const previous = sentences[index - 1];
    if (previous !== undefined && compareSentences(previous, sentence) > 0) {
      problems.push({
        rule: 'TX3',
        sentence: index,
        detail: `sentence ${index} belongs before sentence ${index - 1}`,
      });
    }
    if (ids.has(sentence.id)) {
      problems.push({
        rule: 'TX3',
        sentence: index,
        detail: `sentence ${index} has an id that was there before`,
      });
    }
    ids.add(sentence.id);
    return problems;
  });
}

/**
 * Broken rules within one sentence: [TX1] and [TX2].
 * @param index its position, for the problems' own `sentence`
 */
export function findSentenceProblems(sentence: Sentence, index: number): TranscriptProblem[] {
  const problems: TranscriptProblem[] = [];
  if (sentence.text !== joinWords(sentence.words)) {
    problems.push({
      rule: 'TX1',
      sentence: index,
      detail: `the text of sentence ${index} is not the join of its words`,
    });
  }
  if (!isSpan(sentence.beginMs, sentence.endMs)) {
    problems.push({
      rule: 'TX2',
      sentence: index,
      detail: `sentence ${index} has times ${sentence.beginMs} to ${sentence.endMs}`,
    });
  }
  const { words } = sentence;
  const tell = (place: number, what: string): void => {
    const detail = `word ${place} of sentence ${index} ${what}`;
    problems.push({ rule: 'TX2', sentence: index, word: place, detail });
  };
  let lastBeginMs = 0;
  // Every word of a file that comes in passes here: nothing is made for those that are sound.
  for (let place = 0; place < words.length; place++) {
    const { beginMs, endMs } = words[place]!;
    if (!isSpan(beginMs, endMs)) tell(place, `has times ${beginMs} to ${endMs}`);
    if (beginMs < lastBeginMs) tell(place, 'begins before the word before it');
    lastBeginMs = beginMs;
  }
  return problems;
}

function isSpan(beginMs: number, endMs: number): boolean {
  return (
    Number.isSafeInteger(beginMs) && Number.isSafeInteger(endMs) && beginMs >= 0 && beginMs <= endMs
  );
}
