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

/** A sorted copy [TX3]. */
export function sortSentences(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.toSorted(compareSentences);
}
