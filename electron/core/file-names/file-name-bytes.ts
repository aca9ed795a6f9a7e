import { splitGraphemes } from '../transcript/graphemes';

/** What a name may take in UTF-8 on nearly every file system; Windows and macOS count fewer. */
export const mostNameBytes = 255;

/** Length of a text in UTF-8. */
export function countBytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * The beginning of a text that takes at most so many bytes in UTF-8, never a part of a character as a
 * reader sees it; without blanks and points at its end, which Windows would drop, where it was cut.
 */
export function cutToBytes(text: string, most: number): string {
  if (countBytes(text) <= most) return text;
  let kept = '';
  let bytes = 0;
  for (const character of splitGraphemes(text)) {
    bytes += countBytes(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept.replace(/[\s.]+$/u, '');
}
