import type { LevelsByLanguage } from './character-levels';
import { frequentCharacters } from './frequent-characters';
import { type AlphabetLanguage, letterOrders } from './letter-orders';
import type { TextLanguage } from './text-encodings';

/** Natural logarithms of how likely a character is in running text. */
const costs = {
  blank: -1.8,
  ascii: -4,
  /** A word of another script, beside its letters; and inside a word of its own. */
  foreignWord: -0.7,
  foreignInside: -6,
  typographicMark: -5,
  apostrophe: -4,
  wideMark: -5,
  wideLetter: -7.5,
  strangeMark: -12,
  symbol: -10,
  strangeLetter: -12,
  /** No text has it: what stands for control in the wrong place, or for nothing. */
  impossible: -25,
  unassigned: -20,
  unreadable: -12,
  /** What follows one that cannot be read has often fallen out of step with it. */
  unreadableNext: -7,
} as const;

/** The most frequent letter of an alphabet has a seventh; each next one a little less. */
const firstLetter = Math.log(0.133);
const perRank = -1 / 7;
const rarestLetter = -8;

/** Of languages with thousands of characters: frequent, of daily use, known, and all others. */
const characterCosts = {
  'zh-Hans': [-5.9, -9, -12.6, -16],
  'zh-Hant': [-5.9, -9.4, -13.5, -16],
  ja: [-5.9, -8.3, -12.5, -16],
  ko: [-5.2, -8.8, -15, -15],
} as const;
const hiragana = -5;
const katakana = -6.5;
const halfWidthKatakana = -8.5;

const typographicMarks = new Set('’‘“”„‚–—…«»‹›•·¿¡°©®™€£§′″♪');
const wideMarks = /[\u3000-\u3003\u3008-\u301f\uff01-\uff5e“”‘’…—·～￥]/u;
const letterOrMark = /[\p{L}\p{M}]/u;
const nothing = /[\p{Co}\p{Cn}]/u;
const mark = /\p{M}/u;

type Kind =
  | 'start'
  | 'blank'
  | 'lower'
  | 'upper'
  | 'letter'
  | 'foreign'
  | 'mark'
  | 'symbol'
  | 'unreadable';

const alphabets: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(letterOrders).map(([language, order]) => [
    language,
    new Map(Array.from(order).map((letter, rank) => [letter, costOfRank(rank)] as const)),
  ]),
);
const frequent: Readonly<Partial<Record<string, Set<string>>>> = Object.fromEntries(
  Object.entries(frequentCharacters).map(([language, list]) => [language, new Set(list)]),
);

/** Fewer characters of a text can be the rare ones of a language all the same. */
const fewCharacters = 20;
/** In running text the frequent characters are half of all; in characters by chance a tenth. */
const leastFrequent = 0.2;
const mostUnreadable = 0.6;

/**
 * Whether a text may be running text at all: most of what is not ASCII can be read, and of languages
 * with thousands of characters the frequent ones are frequent.
 */
export function mayBeText(text: string, language: TextLanguage): boolean {
  const often = language === 'ja' ? /[\u3041-\u30fe]/u : frequent[language];
  let count = 0;
  let unreadable = 0;
  let many = 0;
  let found = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    count += 1;
    if (character === '\ufffd') unreadable += 1;
    if (often === undefined || character < '\u3040' || character > '\ud7ff') continue;
    many += 1;
    if (often instanceof Set ? often.has(character) : often.test(character)) found += 1;
  }
  if (unreadable > mostUnreadable * count) return false;
  return many < fewCharacters || found >= leastFrequent * many;
}

/**
 * How likely a text is as running text of a language: the natural logarithm of its likelihood by its
 * characters one by one, with the case and the script of the one before. Of bytes that are read as text
 * in several ways, the likeliest text is the right one [EN2].
 */
export function measurePlausibility(
  text: string,
  language: TextLanguage,
  levels: LevelsByLanguage,
): number {
  const alphabet = alphabets.get(language);
  const costOf =
    alphabet === undefined
      ? (character: string) => costOfManyKnown(character, language as 'ja', levels)
      : (character: string) => alphabet.get(character);
  const isLatin = alphabet?.has('e') === true;
  let sum = 0;
  let before: Kind = 'start';
  for (const character of text) {
    const [cost, kind] = measureCharacter(character, before, {
      costOf,
      isLatin,
      isAlphabet: alphabet !== undefined,
    });
    sum += cost;
    before = kind;
  }
  return sum;
}

interface Measure {
  /** Of a character of the language; undefined for any other. */
  readonly costOf: (character: string) => number | undefined;
  readonly isLatin: boolean;
  readonly isAlphabet: boolean;
}

function measureCharacter(
  character: string,
  before: Kind,
  { costOf, isLatin, isAlphabet }: Measure,
): readonly [number, Kind] {
  const code = character.codePointAt(0)!;
  if (code < 0x80) {
    const isBlank = code === 0x20 || (code >= 0x09 && code <= 0x0d);
    if (isBlank) return [costs.blank, 'blank'];
    if (code < 0x20 || code === 0x7f) return [costs.impossible, 'mark'];
    const lower = code | 0x20;
    if (lower < 0x61 || lower > 0x7a) return [costs.ascii, 'mark'];
    if (!isLatin) return [measureForeign(lower, before, isAlphabet), 'foreign'];
  } else if (code < 0xa0) return [costs.impossible, 'mark'];
  if (character === '\ufffd') {
    const isNext = before === 'unreadable';
    return [isNext ? costs.unreadableNext : costs.unreadable, 'unreadable'];
  }
  const known = costOf(character);
  if (known !== undefined) return [known + costOfCase(character, before), kindOf(character)];
  const lower = String.fromCodePoint(character.toLowerCase().codePointAt(0)!);
  const cost = lower === character ? undefined : costOf(lower);
  if (cost !== undefined) return [cost + costOfCase(character, before), 'upper'];
  if (isAlphabet ? typographicMarks.has(character) : wideMarks.test(character)) {
    const isInside = character === '’' && isLetter(before);
    if (!isAlphabet) return [isWideLetter(character) ? costs.wideLetter : costs.wideMark, 'mark'];
    return [isInside ? costs.apostrophe : costs.typographicMark, 'mark'];
  }
  const isInWord = isLetter(before);
  if (letterOrMark.test(character)) return [costs.strangeLetter - (isInWord ? 1 : 0), 'letter'];
  if (nothing.test(character)) return [costs.unassigned, 'mark'];
  if (wideMarks.test(character)) return [costs.strangeMark, 'mark'];
  // A sign in the middle of a word is most often a letter of another encoding.
  return [costs.symbol - (isInWord ? 3 : 0), 'symbol'];
}

/**
 * A letter without diacritics in text of another script: as likely as in English, so that a text of two
 * languages is not told by that one.
 */
function measureForeign(lower: number, before: Kind, isAlphabet: boolean): number {
  const cost = alphabets.get('en')!.get(String.fromCharCode(lower))!;
  if (before === 'foreign') return cost;
  const isMixed = isAlphabet && isLetter(before);
  return cost + costs.foreignWord + (isMixed ? costs.foreignInside : 0);
}

function costOfCase(character: string, before: Kind): number {
  if (before === 'foreign') return isUnspacedScript(character) ? -1.5 : -6;
  if (before === 'symbol') return -3;
  if (mark.test(character)) return isLetter(before) ? 0 : -6;
  if (character.toLowerCase() === character) return 0;
  return before === 'lower' ? -5 : before === 'upper' ? -0.7 : -1.5;
}

function isWideLetter(character: string): boolean {
  return /[０-９Ａ-Ｚａ-ｚ]/u.test(character);
}

function isUnspacedScript(character: string): boolean {
  return character >= '\u2e80';
}

function kindOf(character: string): Kind {
  return character.toUpperCase() === character ? 'letter' : 'lower';
}

function isLetter(kind: Kind): boolean {
  return kind === 'lower' || kind === 'upper' || kind === 'letter' || kind === 'foreign';
}

function costOfRank(rank: number): number {
  return Math.max(rarestLetter, firstLetter + rank * perRank);
}

function costOfManyKnown(
  character: string,
  language: Exclude<TextLanguage, AlphabetLanguage>,
  levels: LevelsByLanguage,
): number | undefined {
  const [often, daily, known, other] = characterCosts[language];
  if (frequent[language]?.has(character) === true) return often;
  if (levels[language].daily.has(character)) return daily;
  if (levels[language].all.has(character)) return known;
  const isKana = character >= '\u3041' && character <= '\u30fe';
  if (language === 'ja') {
    if (isKana) return character < '\u30a1' ? hiragana : katakana;
    if (character >= '\uff61' && character <= '\uff9f') return halfWidthKatakana;
  }
  const isOwn =
    language === 'ko'
      ? character >= '\uac00' && character <= '\ud7a3'
      : character >= '\u3400' && character <= '\u9fff';
  return isOwn ? other : undefined;
}
