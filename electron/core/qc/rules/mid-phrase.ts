import { z } from 'zod';
import { splitTokens } from '../../cues/break-lines';
import { type BreakRules, chooseBreakRules } from '../../cues/break-rules';
import { findBreaks } from '../../cues/find-breaks';
import { isUnspaced } from '../../transcript/tokenise';
import { defineCheckRule } from '../check-rule';

/** A line or a cue that ends after a word which leans on the next one. */
export const midPhrase = defineCheckRule({
  id: 'mid-phrase',
  name: ['Ends in mid-phrase', '断句不当'],
  about: [
    'Articles, prepositions, titles and numbers stay with what follows them.',
    '冠词、介词、称谓和数字应与其后的词同在一行。',
  ],
  says: {
    line: ['A line ends after {piece}', '行尾停在“{piece}”之后'],
    cue: ['The cue ends after {piece}', '本条停在“{piece}”之后'],
  },
  limits: z.object({}),
  severity: 'warning',
  isUsual: false,
  check({ lines, sentence, next }, _limits, { language }) {
    for (let index = 0; index < lines.length - 1; index++) {
      const piece = findLeaning(lines[index]!, lines[index + 1]!, language);
      if (piece !== undefined) return { says: 'line', piece };
    }
    const last = lines.at(-1);
    const following = next?.lines[0];
    if (last === undefined || following === undefined) return undefined;
    // Behind a pause a new thought begins, whatever the last word was.
    if (next!.sentence.beginMs - sentence.endMs > pauseMs) return undefined;
    const piece = findLeaning(last, following, language);
    return piece === undefined ? undefined : { says: 'cue', piece };
  },
});

const pauseMs = 1000;
/** Enough of both sides to know the words at the place. */
const sideLength = 24;

/** The last word of a line, where the place behind it is one that no line should end at. */
function findLeaning(line: string, following: string, language: string): string | undefined {
  if (mark.test(line.slice(-1)) && !line.endsWith('.')) return undefined;
  const rules = rulesFor(language, line + following);
  const last = takeLastWord(line);
  const look = lookAtWords(line, last, takeFirstWord(following), rules);
  if (look !== 'unsure') return look === 'leans' ? last : undefined;
  const head = splitTokens(`${cutWords(line, -sideLength)} `);
  const tokens = [...head, ...splitTokens(cutWords(following, sideLength))];
  const index = head.length - 1;
  if (index < 0 || tokens[index + 1] === undefined) return undefined;
  return findBreaks(tokens, rules).kindAfter(index) === 'bound' ? tokens[index]!.text : undefined;
}

/**
 * A look at both words by themselves, as most places need no more: cutting a text into words is dear. A word
 * that leans does so wherever it stands, unless a stop follows it; names and numbers need their neighbours.
 */
function lookAtWords(
  line: string,
  last: string,
  first: string,
  { wordOf }: BreakRules,
): 'leans' | 'stands' | 'unsure' {
  if (!ascii.test(last) || !ascii.test(first)) {
    if (isUnspaced(last) || isUnspaced(first)) {
      return mayLeanUnspaced(last, first, wordOf) ? 'unsure' : 'stands';
    }
  }
  if (line.endsWith('.')) return 'unsure';
  const word = wordOf(last);
  if (word.isBound || wordOf(first).isTrailing) return 'leans';
  return word.isNumber || word.isCapital || word.isInitial ? 'unsure' : 'stands';
}

/** Of text without blanks between words: by what may be a word at its end, whether it is one or not. */
function mayLeanUnspaced(last: string, first: string, wordOf: BreakRules['wordOf']): boolean {
  return (
    /[\p{N}A-Za-z]$/u.test(last) ||
    [1, 2, 3].some((length) => wordOf(last.slice(-length)).isBound) ||
    [1, 2].some((length) => wordOf(first.slice(0, length)).isTrailing)
  );
}

const ascii = /^[ -~]*$/u;
const mark = /[\p{P}\p{S}]/u;

/** What stands behind the last blank of a line, without marks. */
function takeLastWord(line: string): string {
  let end = line.length;
  while (end > 0 && mark.test(line.charAt(end - 1))) end--;
  let begin = line.lastIndexOf(' ', end - 1) + 1;
  while (begin < end && mark.test(line.charAt(begin))) begin++;
  return line.slice(begin, end);
}

/** What stands before the first blank of a line, without marks. */
function takeFirstWord(line: string): string {
  let begin = 0;
  while (begin < line.length && mark.test(line.charAt(begin))) begin++;
  const blank = line.indexOf(' ', begin);
  let end = blank === -1 ? line.length : blank;
  while (end > begin && mark.test(line.charAt(end - 1))) end--;
  return line.slice(begin, end);
}

/** Up to so many characters of a text from its begin, or from its end, in whole words. */
function cutWords(text: string, length: number): string {
  if (text.length <= Math.abs(length)) return text;
  const cut = length < 0 ? text.slice(length) : text.slice(0, length);
  if (!cut.includes(' ')) return cut;
  return length < 0 ? cut.slice(cut.indexOf(' ') + 1) : cut.slice(0, cut.lastIndexOf(' '));
}

const rulesByLanguage = new Map<string, BreakRules>();

function rulesFor(language: string, text: string): BreakRules {
  const known = rulesByLanguage.get(language);
  if (known !== undefined) return known;
  const rules = chooseBreakRules(language, text);
  // Of a language that is not known each text tells by itself.
  if (language !== 'und' && language !== '') rulesByLanguage.set(language, rules);
  return rules;
}
