import { z } from 'zod';
import { type BreakRules, chooseBreakRules } from '../../cues/break-rules';
import { findBreaks } from '../../cues/find-breaks';
import { isUnspaced, tokenise } from '../../transcript/tokenise';
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
const someMark = /[\p{P}\p{S}]$/u;

/** The last word of a line, where the place behind it is one that no line should end at. */
function findLeaning(line: string, following: string, language: string): string | undefined {
  if (someMark.test(line) && !line.endsWith('.')) return undefined;
  const rules = rulesFor(language, line + following);
  if (!mayLean(line, following, rules)) return undefined;
  const head = tokenise(`${cutWords(line, -sideLength)} `);
  const tokens = [...head, ...tokenise(cutWords(following, sideLength))];
  const index = head.length - 1;
  if (index < 0 || tokens[index + 1] === undefined) return undefined;
  return findBreaks(tokens, rules).kindAfter(index) === 'bound' ? tokens[index]!.text : undefined;
}

/** A look at both words by themselves, as most places need no more; cutting a text into words is dear. */
function mayLean(line: string, following: string, { wordOf }: BreakRules): boolean {
  const last = lastWord.exec(line.length > 40 ? line.slice(-40) : line)?.[0] ?? '';
  const first =
    firstWord.exec(following.length > 40 ? following.slice(0, 40) : following)?.[0] ?? '';
  if (isUnspaced(last) || isUnspaced(first)) {
    const ends = [1, 2, 3].map((length) => last.slice(-length));
    const begins = [1, 2].map((length) => first.slice(0, length));
    return (
      /[\p{N}A-Za-z]$/u.test(last) ||
      ends.some((end) => wordOf(end).isBound) ||
      begins.some((begin) => wordOf(begin).isTrailing)
    );
  }
  const word = wordOf(last);
  const isLeaning = word.isBound || word.isNumber || word.isCapital || word.isInitial;
  return isLeaning || line.endsWith('.') || wordOf(first).isTrailing;
}

const lastWord = /[\p{L}\p{M}\p{N}'’-]+(?=[^\p{L}\p{N}]*$)/u;
const firstWord = /[\p{L}\p{M}\p{N}'’-]+/u;

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
