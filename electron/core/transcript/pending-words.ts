import { estimateWords } from '../alignment/estimate-words';
import type { Sentence } from './sentence';
import type { Word } from './word';

const notMade: readonly Word[] = [];
/** While somebody only looks whether words were made. */
let isOnlyLooking = false;

/** One for all sentences, which keep no function of their own so. */
const pendingWords: PropertyDescriptor & ThisType<Sentence> = {
  configurable: true,
  enumerable: true,
  get(): readonly Word[] {
    if (isOnlyLooking) return notMade;
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
  // Asked of every sentence that is written: to look at the property itself takes ten times as long.
  isOnlyLooking = true;
  const { words } = sentence;
  isOnlyLooking = false;
  return words !== notMade && words.some(({ timing }) => timing !== 'estimated');
}
