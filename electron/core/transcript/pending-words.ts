import { estimateWords } from '../alignment/estimate-words';
import type { Sentence } from './sentence';
import type { Word } from './word';

/** One for all sentences, which keep no function of their own so. */
const pendingWords: PropertyDescriptor & ThisType<Sentence> = {
  configurable: true,
  enumerable: true,
  get(): readonly Word[] {
    const words = estimateWords(this.text, this);
    Object.defineProperty(this, 'words', { value: words });
    return words;
  },
};

/**
 * Gives a sentence words that share its time, made when they are first asked for: whoever only goes
 * from one file to another never asks, and to find the words of a long file takes many times as long as
 * to read its cues. To everybody else they are a value like any other; a copy has them made.
 */
export function addPendingWords(sentence: Omit<Sentence, 'words'>): Sentence {
  return Object.defineProperty(sentence, 'words', pendingWords) as Sentence;
}

/** Whether the words of a sentence have times of their own, and not only a share of the sentence's. */
export function hasWordTimes(sentence: Sentence): boolean {
  return (
    Object.getOwnPropertyDescriptor(sentence, 'words')?.get === undefined &&
    sentence.words.some(({ timing }) => timing !== 'estimated')
  );
}
