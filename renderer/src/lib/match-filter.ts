import type { Sentence } from '@core/transcript/sentence';

/** Text as it is compared: case, width and accents make no difference to someone who searches. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Folding ten thousand sentences at every letter typed would be felt. */
const foldedSentences = new WeakMap<Sentence, string>();

function foldSentence(sentence: Sentence): string {
  const known = foldedSentences.get(sentence);
  if (known !== undefined) return known;
  // A line break is a blank to someone who looks for the words around it.
  const folded = fold(`${sentence.speaker ?? ''}\n${sentence.text.replace(/\s+/gu, ' ')}`);
  foldedSentences.set(sentence, folded);
  return folded;
}

/**
 * What a filter lets pass: a sentence whose text or speaker holds what was typed.
 * @param filter as typed; an empty one lets everything pass
 */
export function createFilter(filter: string): (sentence: Sentence) => boolean {
  const wanted = fold(filter.trim().replace(/\s+/gu, ' '));
  return wanted === '' ? () => true : (sentence) => foldSentence(sentence).includes(wanted);
}

/** Whether one sentence passes a filter; for many of them, {@link createFilter}. */
export function matchesFilter(sentence: Sentence, filter: string): boolean {
  return createFilter(filter)(sentence);
}
