import { isUnspaced } from '../transcript/tokenise';
import type { GivenWord } from './given-sentence';

/**
 * The text that a list of words spells, for a sentence without a text of its own: one blank between
 * words of scripts with blanks, none beside the others, whatever blanks the service put at the ends
 * of words and marks [IS2].
 */
export function joinGivenWords(words: readonly GivenWord[]): string {
  let joined = '';
  for (const { text, mark } of words) {
    const word = text.trim();
    const last = Array.from(joined).at(-1);
    const first = Array.from(word)[0];
    if (last !== undefined && first !== undefined && !isUnspaced(last) && !isUnspaced(first)) {
      joined += /[\u3000-\u303f\uff00-\uffef]/u.test(last) ? '' : ' ';
    }
    joined += word + (mark ?? '').trim();
  }
  return joined;
}
