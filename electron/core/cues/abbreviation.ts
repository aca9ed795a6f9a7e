import type { Token } from '../transcript/tokenise';
import type { BreakRules } from './break-rules';
import type { AbbreviationKind } from './languages/language-rules';

/**
 * What a full stop after a token means where it may belong to the token and not to the sentence:
 * `leans`: what follows belongs to it ("Mr.", "No. 5", "J. K."), `within`: it stands within a
 * sentence as long as none begins ("etc.", "at 5 p.m."). Undefined: it is the sentence's own.
 */
export type StopKind = 'leans' | 'within';

/** A text whose places between tokens are looked at. */
export interface TokenText {
  readonly tokens: readonly Token[];
  readonly rules: BreakRules;
  /** Whether a token is the first of a sentence; asked for only where that matters. */
  readonly beginsSentence: (index: number) => boolean;
}

const romanNumber = /^[IVXLCDM]+$/u;
const initial = /^\p{Lu}$/u;
/** "U.S", "a.m", "z.B", "Ph.D", "EE.UU"; not "example.com". */
const dotted = /^(?:\p{L}\.)+\p{L}$|^\p{Lu}\p{L}{0,2}(?:\.\p{Lu}\p{L}{0,2})+$/u;
const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u;
const listMark = /^(?:\d{1,2}|[a-z])$/iu;
const ordinal = /^(?:\d{1,2}|[IVX]{2,})$/u;

/** Whether a word begins sentences and is no name. */
export function startsSentence({ text, after }: Token, rules: BreakRules): boolean {
  const { isStarter, isInitial } = rules.wordOf(text);
  // "J. A. Smith", "А. С. Орлов": a word elsewhere, an initial here.
  return isStarter && !(isInitial && after.startsWith('.'));
}

/** What the full stop after a token means, by its language's words and by both neighbours [CU3]. */
export function readFullStop(whole: TokenText, index: number): StopKind | undefined {
  const { tokens, rules } = whole;
  const { text } = tokens[index]!;
  const next = tokens[index + 1];
  const starts = next !== undefined && startsSentence(next, rules);
  const { rules: own, folded } = rules.wordOf(text);
  const known = readAbbreviation(whole, index);
  if (known !== undefined) return known;
  if (isListMark(whole, index)) return 'leans';
  if (initials.test(text) && !own.letters.has(folded)) {
    const isName = next !== undefined && rules.wordOf(next.text).isCapital && !starts;
    return isName ? 'leans' : 'within';
  }
  if (dotted.test(text)) return 'within';
  const isOrdinal = own.hasDottedOrdinals && ordinal.test(text);
  return isOrdinal ? (starts ? 'within' : 'leans') : undefined;
}

function readAbbreviation({ tokens, rules }: TokenText, index: number): StopKind | undefined {
  const { text } = tokens[index]!;
  const { rules: own, folded: word } = rules.wordOf(text);
  const kinds = own.abbreviations.get(word)?.filter((kind) => fitsCase(text, kind)) ?? [];
  const before = tokens[index - 1]?.text ?? '';
  const next = tokens[index + 1]?.text ?? '';
  const isBeforeNumber = rules.wordOf(next).isNumber || romanNumber.test(next);
  const isAfterNumber = rules.wordOf(before).isNumber;
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
function isListMark({ tokens, rules, beginsSentence }: TokenText, index: number): boolean {
  const { text } = tokens[index]!;
  const next = tokens[index + 1];
  if (next === undefined || !listMark.test(text)) return false;
  const { rules: own, folded } = rules.wordOf(text);
  if (own.letters.has(folded)) return false;
  // "How many? 5. That is a lot." is an answer.
  return !/[?？]/u.test(tokens[index - 1]?.after ?? '') && beginsSentence(index);
}
