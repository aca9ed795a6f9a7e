import { findWordEnds } from './segment-words';

/** What a character is to the cutting of words; every other one needs the rules of Unicode. */
const letter = 1;
const digit = 2;
const blank = 3;
/** Holds a word together between two letters or digits. */
const inner = 4;
/** Holds digits together. */
const numeric = 5;
const opening = 6;
const mark = 7;
/** Of a script without blanks: the dictionary cuts a run of them, whatever stands around it. */
const unspaced = 8;

const kinds = new Uint8Array(0x10000);
const setKind = (characters: string, kind: number): void => {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
};
for (let code = 0; code < 0x530; code++) {
  if (/[A-Za-zÀ-ÖØ-öø-ɏΑ-ΡΣ-ωЀ-ҁҊ-ԯ]/u.test(String.fromCharCode(code))) kinds[code] = letter;
}
for (let code = 0x3041; code < 0xa000; code++) {
  if (/[ぁ-ゖァ-ヺ㐀-䶵一-鿯]/u.test(String.fromCharCode(code))) kinds[code] = unspaced;
}
setKind('0123456789', digit);
setKind(' \n\r\t\u3000', blank);
setKind("-'’./@&+‐‑", inner);
setKind(',:', numeric);
setKind('([{¿¡«“（《「『【〈', opening);
setKind('!?";)]}»”…–—#$%*=<>、。！？）》」』】〉，：；', mark);

const colon = ':'.charCodeAt(0);
const semicolon = ';'.charCodeAt(0);
/** From here on marks are as wide as a character. */
const wide = 0x3000;
/** A run that is longer is cut by windows. */
const longestRun = 400;

/**
 * The places of the tokens that `tokenise` gives, many times as fast: for the characters of which Latin,
 * Greek, Cyrillic, Chinese and Japanese text nearly always consists. Only runs of Han and Kana need
 * `Intl.Segmenter`. A reader sees each of them as one character [CU8].
 *
 * @param shown a text with its markup masked
 * @returns three for each token: where what stands before its word begins, where the word begins, and
 *   where it ends; undefined where the text has other characters or no word
 */
export function findPlainTokens(shown: string): readonly number[] | undefined {
  const places: number[] = [];
  const { length } = shown;
  let index = 0;
  while (index < length) {
    // What stands between two words: the cut is behind the last blank, else before an opening mark.
    let cut = -1;
    let openingAt = -1;
    let kind = 0;
    for (; index < length; index++) {
      kind = kinds[shown.charCodeAt(index)] ?? 0;
      if (kind === 0) return undefined;
      if (kind <= digit || kind === unspaced) break;
      if (kind === blank) cut = index + 1;
      else if (kind === opening && openingAt === -1) openingAt = index;
    }
    if (index === length) break;
    if (places.length === 0) cut = 0;
    else if (cut === -1) cut = openingAt === -1 ? index : openingAt;
    if (kind === unspaced) {
      const end = findRunEnd(shown, index);
      if (end - index > longestRun) return undefined;
      addRun(shown, { cut, begin: index, end }, places);
      index = end;
      continue;
    }
    places.push(cut, index);
    for (index++; index < length; index++) {
      const code = shown.charCodeAt(index);
      const here = kinds[code] ?? 0;
      if (here === 0) return undefined;
      if (here <= digit) {
        kind = here;
        continue;
      }
      if (here === blank || here === unspaced || index + 1 === length) break;
      const next = kinds[shown.charCodeAt(index + 1)] ?? 0;
      if (next === 0) return undefined;
      if (next > digit) break;
      const isBetweenDigits = kind === digit && next === digit;
      // Whether these hold together has changed from one edition of the rules to the next.
      if (code === colon && !isBetweenDigits) return undefined;
      if (code === semicolon && isBetweenDigits) return undefined;
      if (code >= wide) return undefined;
      if (here !== inner && !(here === numeric && isBetweenDigits)) break;
    }
    places.push(index);
  }
  return places.length === 0 ? undefined : places;
}

function findRunEnd(shown: string, begin: number): number {
  let end = begin + 1;
  while (end < shown.length && kinds[shown.charCodeAt(end)] === unspaced) end++;
  return end;
}

/** The words of a run, of which the first has before it what stands behind the cut. */
function addRun(
  shown: string,
  { cut, begin, end }: { readonly cut: number; readonly begin: number; readonly end: number },
  places: number[],
): void {
  let from = cut;
  let wordBegin = begin;
  for (const wordEnd of findWordEnds(shown.slice(begin, end))) {
    places.push(from, wordBegin, begin + wordEnd);
    from = wordBegin = begin + wordEnd;
  }
}
