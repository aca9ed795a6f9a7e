import { isUnspaced, type Token } from '../transcript/tokenise';
import { readFullStop, startsSentence, type TokenText } from './abbreviation';
import type { BreakKind } from './break-cost';
import type { BreakRules } from './break-rules';
import type { KnownWord } from './known-word';

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
const clauseEnd = /[,;:،、，：；—–…-]$|[)\]」』）】"”]$/u;
const wideSentenceEnd = /[。！？；｡！？⋯]$/u;
const sentenceEnd = /[.!?…]$/u;
/** A title in 《》 is no clause, as a quotation is one. */
const opening = /^(?![《〈])[\p{Ps}\p{Pi}"¿¡—–]/u;
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
  // Lines are weighed many times over, at the same places.
  const ends: (boolean | undefined)[] = [];
  const kinds: (BreakKind | undefined)[] = [];
  const endsSentence = (index: number): boolean =>
    (ends[index] ??= hasMarks(tokens[index]!) && isSentenceEnd(whole, index));
  const whole: TokenText = {
    ...{ tokens, rules },
    beginsSentence: (index) => index === 0 || endsSentence(index - 1),
  };
  return {
    endsSentence,
    kindAfter: (index) =>
      (kinds[index] ??= endsSentence(index) ? 'sentence' : findInnerKind(whole, index)),
  };
}

function hasMarks({ after }: Token): boolean {
  return after !== '' && after !== ' ' && after.trimEnd() !== '';
}

function isSentenceEnd(whole: TokenText, index: number): boolean {
  const { rules } = whole;
  const tokens: readonly BreakToken[] = whole.tokens;
  const token = tokens[index]!;
  const next = tokens[index + 1];
  const marks = token.after.replace(closingMarks, '');
  if (wideSentenceEnd.test(marks)) return true;
  if (!sentenceEnd.test(marks)) return false;
  const goesOn = next !== undefined && goesOnInLowerCase(token, next);
  if (goesOn || (next !== undefined && isGlued(token, next, rules))) return false;
  if (!marks.endsWith('.') || marks.endsWith('..')) return true;
  const stop = readFullStop(whole, index);
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
function isGlued(token: Token, next: Token, rules: BreakRules): boolean {
  if (/\s$/u.test(token.after) || /^\s/u.test(next.before)) return false;
  if (isUnspaced(token.text) || isUnspaced(next.text)) return false;
  if (address.test(token.text) || address.test(token.after.slice(0, -1))) return true;
  return !rules.wordOf(next.text).isCapital;
}

/** The kind of a place within a sentence. */
function findInnerKind(whole: TokenText, index: number): BreakKind {
  const { tokens, rules } = whole;
  const token = tokens[index]!;
  const next = tokens[index + 1]!;
  const marks = token.after.trimEnd();
  const stop = marks === '.' ? readFullStop(whole, index) : undefined;
  if (stop === 'leans') return 'bound';
  const isClause =
    marks !== '' && (clauseEnd.test(marks) || (stop === undefined && sentenceEnd.test(marks)));
  const word = rules.wordOf(token.text);
  const following = rules.wordOf(next.text);
  if (isClause) return 'clause';
  if (following.isTrailing || word.isBound) return 'bound';
  const isOpened = next.before !== '' && opening.test(next.before);
  if (isOpened || (following.isClauseStarter && marks === '')) return 'clause';
  if (isInNumberOrName(word, following, marks === '' || stop === 'within')) return 'bound';
  // In "pleased to meet" no phrase begins.
  const { linker, linked } = following.rules;
  const isLinked = following.folded === linker && linked.has(word.folded);
  if ((following.isLeader && !isLinked) || word.isCloser) return 'phrase';
  return word.isTrailing ? 'tail' : 'plain';
}

/** Between a figure and what it counts, within a name, after an initial. */
function isInNumberOrName(word: KnownWord, following: KnownWord, isBare: boolean): boolean {
  if (word.isInitial) return true;
  if (!isBare) return false;
  return word.isNumber || (word.isCapital && (following.isCapital || following.isNumber));
}
