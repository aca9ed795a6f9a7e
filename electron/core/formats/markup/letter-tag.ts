/**
 * Where a tag of one letter ends, as `<i>` and `</b>` do: the marks that nearly all texts with marks
 * have, and that need no expression.
 * @param at index of its bracket
 * @param letters that are tags
 * @returns -1 where no such tag stands there
 */
export function findLetterTagEnd(text: string, at: number, letters: string): number {
  const letterAt = text.charCodeAt(at + 1) === 0x2f ? at + 2 : at + 1;
  return text.charCodeAt(letterAt + 1) === 0x3e && letters.includes(text.charAt(letterAt))
    ? letterAt + 2
    : -1;
}
