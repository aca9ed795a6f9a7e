import { withText } from '@core/formats/writing-rules/change-sentences';
import type { Sentence } from '@core/transcript/sentence';

/** The sentences with what a check finds and mends: overlaps, blanks too many, a cue without text. */
export function spoilSentences(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.map((sentence, index) => {
    if (index % 9 === 1) return { ...sentence, endMs: sentence.endMs + 2200 };
    if (index % 9 === 4) return withText(sentence, sentence.text.replace(' ', '  '));
    return index % 60 === 7 ? withText(sentence, '') : sentence;
  });
}
