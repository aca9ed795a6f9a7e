import type { Token } from '../transcript/tokenise';
import type { BreakRules } from './break-rules';
import type { AbbreviationKind, LanguageRules } from './languages/language-rules';

/**
 * What a full stop after a token means where it may belong to the token and not to the sentence:
 * `leans`: what follows belongs to it ("Mr.", "No. 5", "J. K."), `within`: it stands within a
 * sentence as long as none begins ("etc.", "at 5 p.m."). Undefined: it is the sentence's own.
 */
export type StopKind = 'leans' | 'within';

/** A stretch of text as tokens, of which a place between two is looked at. */
export interface TokenPlace {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly rules: BreakRules;
  /** Whether the token is the first of a sentence; asked for only where that matters. */
  readonly beginsSentence: () => boolean;
}

const number = /^[№#$€£¥]?\p{N}/u;
const romanNumber = /^[IVXLCDM]+$/u;
const initial = /^\p{Lu}$/u;
/** "U.S", "a.m", "z.B", "Ph.D", "EE.UU"; not "example.com". */
const dotted = /^(?:\p{L}\.)+\p{L}$|^\p{Lu}\p{L}{0,2}(?:\.\p{Lu}\p{L}{0,2})+$/u;
const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u;
const listMark = /^(?:\d{1,2}|[a-z])$/iu;
const ordinal = /^(?:\d{1,2}|[IVX]{2,})$/u;

/** Whether a token stands for a number, as figures or Roman ones. */
export function isNumber(text: string): boolean {
  return number.test(text);
}

/** Lower case, with one kind of apostrophe: as the lists of words are written. */
export function foldWord(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** Whether a word begins sentences and is no name; of "l'homme" the elided part tells. */
export function startsSentence({ text, after }: Token, rules: BreakRules): boolean {
  // "J. A. Smith", "А. С. Орлов": a word elsewhere, an initial here.
  if (initial.test(text) && after.startsWith('.')) return false;
  return hasWord(rules.rulesOf(text).starters, foldWord(text));
}

/** Whether a list has a word, or the elided one that it begins with. */
export function hasWord(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || words.has(word.slice(0, word.indexOf("'") + 1));
}

/** What the full stop after a token means, by its language's words and by both neighbours [CU3]. */
export function readFullStop(place: TokenPlace): StopKind | undefined {
  const { tokens, index, rules } = place;
  const { text } = tokens[index]!;
  const next = tokens[index + 1];
  const starts = next !== undefined && startsSentence(next, rules);
  const own = rules.rulesOf(text);
  const known = readAbbreviation(place, own);
  if (known !== undefined) return known;
  if (isListMark(place)) return 'leans';
  if (initials.test(text) && !own.letters.has(foldWord(text))) {
    return /^\p{Lu}/u.test(next?.text ?? '') && !starts ? 'leans' : 'within';
  }
  if (dotted.test(text)) return 'within';
  const isOrdinal = own.hasDottedOrdinals && ordinal.test(text);
  return isOrdinal ? (starts ? 'within' : 'leans') : undefined;
}

function readAbbreviation({ tokens, index }: TokenPlace, own: LanguageRules): StopKind | undefined {
  const { text } = tokens[index]!;
  const word = foldWord(text);
  const kinds = own.abbreviations.get(word)?.filter((kind) => fitsCase(text, kind)) ?? [];
  const next = tokens[index + 1]?.text ?? '';
  const isBeforeNumber = isNumber(next) || romanNumber.test(next);
  const isAfterNumber = isNumber(tokens[index - 1]?.text ?? '');
  if (isAfterNumber && kinds.includes('after-number')) return 'within';
  if (isBeforeNumber && kinds.includes('number-follows')) return 'leans';
  if (own.alsoWords.has(word)) return undefined;
  if (kinds.includes('name-follows') || kinds.includes('word-follows')) {
    // "CA." is a state and no "ca.", but where all is in capitals.
    return isShouted(text) && !isShouted(next) ? 'within' : 'leans';
  }
  return kinds.includes('number-follows') || kinds.includes('within') ? 'within' : undefined;
}

function isShouted(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

/** A letter alone is an initial in capitals, but for titles ("M. Dupont") and signs ("S. 5"). */
function fitsCase(text: string, kind: AbbreviationKind): boolean {
  if (text.length > 1) return true;
  return initial.test(text)
    ? kind === 'name-follows' || kind === 'number-follows'
    : kind !== 'name-follows';
}

/** "1. Open the lid": a number or letter at the beginning of a sentence, which names its place. */
function isListMark({ tokens, index, rules, beginsSentence }: TokenPlace): boolean {
  const { text } = tokens[index]!;
  const next = tokens[index + 1];
  if (next === undefined || !listMark.test(text)) return false;
  if (rules.rulesOf(text).letters.has(foldWord(text))) return false;
  // "How many? 5. That is a lot." is an answer.
  return !/[?？]/u.test(tokens[index - 1]?.after ?? '') && beginsSentence();
}
