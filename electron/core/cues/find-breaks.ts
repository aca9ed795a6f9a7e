import { isUnspaced, type Token } from '../transcript/tokenise';
import {
  foldWord,
  hasWord,
  isNumber,
  readFullStop,
  startsSentence,
  type StopKind,
  type TokenPlace,
} from './abbreviation';
import type { BreakKind } from './break-cost';
import type { BreakRules } from './break-rules';

/** A token as its text is broken by it. */
export interface BreakToken extends Token {
  /** Its text has no capitals, so that lower case says nothing about sentences. */
  readonly isCaseless?: boolean;
}

/** Where a text can be broken, by the marks and words around each place. */
export interface Breaks {
  /** Whether a sentence ends after a token [CU3]; after the last one by its marks alone. */
  readonly endsSentence: (index: number) => boolean;
  /** How good a place is after a token that is not the last one [CU4]. */
  readonly kindAfter: (index: number) => BreakKind;
}

const closingMarks = /[\p{Pe}\p{Pf}"'’”»\s]*$/u;
const clauseEnd = /[,;:،、，：；—–…-]$|[)\]」』）】》"”]$/u;
const wideSentenceEnd = /[。！？；｡！？⋯]$/u;
const sentenceEnd = /[.!?…]$/u;
const opening = /^[\p{Ps}\p{Pi}"¿¡—–]/u;
const capitalOrNumber = /^[\p{Lu}\p{N}]/u;
/** "iPhone" */
const lowerCaseName = /^\p{Ll}\p{Lu}/u;
const address = /[./@=&]|^(?:https?|www)$/iu;

/**
 * Looks at the places between the tokens of a text. A sentence ends after `. ! ? …` and `。！？；`, closing
 * quotes and brackets included; not where the full stop belongs to an abbreviation, an initial, an
 * ordinal or the number of a list, nor inside an address, nor where the next word goes on in lower case.
 *
 * @param tokens of one text, in order; a text's own first token begins a sentence
 */
export function findBreaks(tokens: readonly BreakToken[], rules: BreakRules): Breaks {
  const known: (boolean | undefined)[] = [];
  const endsSentence = (index: number): boolean => (known[index] ??= isSentenceEnd(placeOf(index)));
  const placeOf = (index: number): TokenPlace => ({
    ...{ tokens, index, rules },
    beginsSentence: () => index === 0 || endsSentence(index - 1),
  });
  return {
    endsSentence,
    kindAfter: (index) =>
      endsSentence(index) ? 'sentence' : findInnerKind(placeOf(index), tokens[index + 1]!),
  };
}

function isSentenceEnd(place: TokenPlace): boolean {
  const { tokens, index, rules } = place;
  const token = tokens[index]!;
  const next: BreakToken | undefined = tokens[index + 1];
  const marks = token.after.replace(closingMarks, '');
  if (wideSentenceEnd.test(marks)) return true;
  if (!sentenceEnd.test(marks)) return false;
  if (next !== undefined && (goesOnInLowerCase(token, next) || isGlued(token, next))) return false;
  if (!marks.endsWith('.') || marks.endsWith('..')) return true;
  const stop = readFullStop(place);
  // Where nothing follows, the stop is the sentence's as well.
  if (next === undefined) return true;
  return stop === undefined || (stop === 'within' && startsSentence(next, rules));
}

function goesOnInLowerCase(token: Token, { text, after, isCaseless }: BreakToken): boolean {
  if (isCaseless === true || !/^\p{Ll}/u.test(text) || lowerCaseName.test(text)) return false;
  // "a. Stir it. b. Wait." is a list, "i. e." is none.
  return !(text.length === 1 && after.startsWith('.') && token.text.length > 1);
}

/** Whether no blank parts the tokens: marks inside of "example.com/?q=1" end nothing. */
function isGlued(token: Token, next: Token): boolean {
  if (/\s$/u.test(token.after) || /^\s/u.test(next.before)) return false;
  if (isUnspaced(token.text) || isUnspaced(next.text)) return false;
  return address.test(token.text) || address.test(token.after.slice(0, -1)) || !isCapital(next);
}

function isCapital({ text }: Token): boolean {
  return /^\p{Lu}/u.test(text);
}

/** The kind of a place within a sentence. */
function findInnerKind(place: TokenPlace, next: Token): BreakKind {
  const { tokens, index, rules } = place;
  const token = tokens[index]!;
  const marks = token.after.trimEnd();
  const stop = marks === '.' ? readFullStop(place) : undefined;
  if (stop === 'leans') return 'bound';
  const isClause = clauseEnd.test(marks) || (stop === undefined && sentenceEnd.test(marks));
  if (isClause || opening.test(next.before)) return 'clause';
  const following = foldWord(next.text);
  if (rules.rulesOf(next.text).trailing.has(following)) return 'bound';
  if (rules.rulesOf(token.text).bound.has(foldWord(token.text))) return 'bound';
  if (isInNumberOrName(token, next, stop)) return 'bound';
  return leadsPhrase(token, next, rules) ? 'phrase' : 'plain';
}

/** Whether a word begins a phrase: in "pleased to meet" it does not. */
function leadsPhrase(before: Token, { text }: Token, rules: BreakRules): boolean {
  const { leaders, linker, linked } = rules.rulesOf(text);
  const word = foldWord(text);
  return hasWord(leaders, word) && !(word === linker && linked.has(foldWord(before.text)));
}

/** Between a figure and what it counts, within a name, after an initial. */
function isInNumberOrName({ text, after }: Token, next: Token, stop?: StopKind): boolean {
  const isBare = after.trim() === '' || stop === 'within';
  if (/^\p{Lu}$/u.test(text)) return true;
  if (!isBare) return false;
  return isNumber(text) || (/^\p{Lu}/u.test(text) && capitalOrNumber.test(next.text));
}
