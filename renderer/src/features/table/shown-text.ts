import type { Word } from '@core/transcript/word';
import { cutText } from '../../lib/cut-text';

/** A row has room for less than that on any screen; the inspector has the whole text. */
const mostCharacters = 2000;

/** As much of a sentence's text as its row can show. */
export function cutToRow(text: string): string {
  return cutText(text, mostCharacters);
}

/** How many of the words of a sentence stand in that. */
export function countRowWords(words: readonly Word[]): number {
  let length = 0;
  let count = 0;
  for (const { before, text, after } of words) {
    length += before.length + text.length + after.length;
    if (count > 0 && length > mostCharacters) break;
    count += 1;
  }
  return count;
}
