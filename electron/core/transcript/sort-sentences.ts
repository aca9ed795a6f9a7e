import type { Sentence } from './sentence';

/** The order of sentences [TX3]: by begin, channel, end and id (by code unit). */
export function compareSentences(left: Sentence, right: Sentence): number {
  return (
    left.beginMs - right.beginMs ||
    left.channel - right.channel ||
    left.endMs - right.endMs ||
    (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
  );
}

/** The same, sorted [TX3]; nearly always they are so already. */
export function sortSentences(sentences: readonly Sentence[]): readonly Sentence[] {
  const isSorted = sentences.every(
    (sentence, index) => index === 0 || compareSentences(sentences[index - 1]!, sentence) <= 0,
  );
  return isSorted ? sentences : sentences.toSorted(compareSentences);
}
