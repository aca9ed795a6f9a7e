import type { Word } from '@core/transcript/word';

/** A row has room for less than that on any screen; the inspector has the whole text. */
const mostCharacters = 2000;

/** As much of a sentence's text as its row can show: it may be that of a whole talk. */
export function cutToRow(text: string): string {
  if (text.length <= mostCharacters) return text;
  const cut = text.slice(0, mostCharacters);
  // Half of a character is none.
  return `${/[\ud800-\udbff]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
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
