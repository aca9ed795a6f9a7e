/** Diacritics of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs; not the Japanese ones. */
const ignoredMarks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/gu;
const thousandsComma = /(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu;
const decimalMark = /(?<=\p{N})[.,](?=\p{N})/gu;
const decimalPlaceholder = '\u0000';
const strippedMarks = /[^\p{L}\p{N}\p{M}\0]/gu;
/** Nothing to fold but case: nearly all words. */
const plainWord = /^[\dA-Za-z\u4e00-\u9fff]+$/u;

const units = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const numbersByWord: ReadonlyMap<string, string> = new Map([
  ...units.map((word, value) => [word, String(value)] as const),
  ...tens.flatMap((ten, index) => {
    const base = (index + 2) * 10;
    return units
      .slice(0, 10)
      .map((unit, value) => [value === 0 ? ten : ten + unit, String(base + value)] as const);
  }),
]);

/**
 * The form in which two spellings of one spoken word are equal [AL1]: without case, diacritics,
 * compatibility forms (full width, ligatures) and marks; English number words up to ninety-nine
 * equal their digits; "1,000" equals "1000" but "3.5" stays apart from "35". A text of marks alone
 * ("♪") keeps them, so that it never equals another text of marks.
 */
export function normaliseForMatch(text: string): string {
  if (plainWord.test(text)) {
    const word = text.toLowerCase();
    return numbersByWord.get(word) ?? word;
  }
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ignoredMarks, '')
    .replaceAll('ς', 'σ')
    .replaceAll('ß', 'ss');
  const bare = folded
    .replaceAll(decimalPlaceholder, '')
    .replace(thousandsComma, '')
    .replace(decimalMark, decimalPlaceholder)
    .replace(strippedMarks, '')
    .replaceAll(decimalPlaceholder, '.')
    .normalize('NFC');
  if (bare === '') return folded.trim();
  return numbersByWord.get(bare) ?? bare;
}
