import { splitGraphemes } from '../transcript/graphemes';

/**
 * What takes two columns (Unicode Standard Annex #11, East Asian Width W and F): ideographs, kana,
 * Hangul, their marks, full-width forms and emoji. Ambiguous quotes and dashes are taken for narrow.
 */
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const halfWidthForms = /^[\uff61-\uffdc\uffe8-\uffee]/u;
const narrow = /^[ -~\u00a0-\u02ff]*$/u;

/** Columns of a text: one for a narrow character, two for a wide one. */
export function measureWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  let columns = 0;
  for (const character of splitGraphemes(text)) {
    columns += wide.test(character) && !halfWidthForms.test(character) ? 2 : 1;
  }
  return columns;
}
