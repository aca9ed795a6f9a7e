/** Scripts that put no blank between sentences; Thai and its neighbours do. */
const withoutBlanks = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
/** Marks as wide as such a character bring their own room. */
const wideMark = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;
const blank = /\s/u;

/** Whether a blank belongs between two texts that are joined [ED8]. */
export function needsBlank(left: string, right: string): boolean {
  const last = Array.from(left).at(-1);
  const first = Array.from(right)[0];
  if (last === undefined || first === undefined) return false;
  if (blank.test(last) || blank.test(first)) return false;
  if (wideMark.test(last) || wideMark.test(first)) return false;
  return !(withoutBlanks.test(last) && withoutBlanks.test(first));
}
