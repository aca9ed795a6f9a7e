import { isUnspaced } from '../transcript/tokenise';
import type { GivenWord } from './given-sentence';

/**
 * The text that a list of words spells, for a sentence without a text of its own: one blank between
 * words of scripts with blanks, none beside the others, whatever blanks the service put at the ends
 * of words and marks [IS2].
 */
export function joinGivenWords(words: readonly GivenWord[]): string {
  let joined = '';
  // A list is joined in time in proportion to its length: only the last character is looked at.
  let tail = '';
  for (const { text, mark } of words) {
    const word = text.trim();
    const last = Array.from(tail).at(-1);
    const first = Array.from(word.slice(0, 2))[0];
    let added = word + (mark ?? '').trim();
    if (last !== undefined && first !== undefined && !isUnspaced(last) && !isUnspaced(first)) {
      added = /[\u3000-\u303f\uff00-\uffef]/u.test(last) ? added : ` ${added}`;
    }
    joined += added;
    // A character may be two units long.
    tail = (tail + added).slice(-2);
  }
  return joined;
}
