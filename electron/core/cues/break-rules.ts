import { guessLanguage, isLanguageKnown } from './guess-language';
import { describeWord, type KnownWord } from './known-word';
import type { Script } from './languages/language-data';
import { findLanguageRules, type LanguageRules, listLanguages } from './languages/language-rules';

/**
 * By which words a text is broken. Each word has the rules of a language of its own letters, so that a
 * Chinese sentence with an English name, or the other way round, is broken by both.
 */
export interface BreakRules {
  readonly wordOf: (text: string) => KnownWord;
}

const usualTag = 'en';
const usual = findLanguageRules(usualTag)!;
const scriptMarks: readonly (readonly [Script, RegExp])[] = [
  ['latin', /^\P{L}*\p{Script=Latin}/u],
  ['han', /^\P{L}*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['cyrillic', /^\P{L}*\p{Script=Cyrillic}/u],
  ['hangul', /^\P{L}*\p{Script=Hangul}/u],
];
/** What is written in such letters and in no language that we were told. */
const usualOf: Readonly<Record<Script, string>> = {
  latin: 'en',
  cyrillic: 'ru',
  han: 'zh',
  hangul: 'ko',
};
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Words come again; a text's own are not kept without end. */
const mostKnownWords = 2000;
/** So much of a text is enough to tell its language by. */
const guessedLength = 4000;
/**
 * With fewer words that we know, a guess would be chance: of running text in these languages four to five
 * tenths are such words, of another language less than two.
 */
const fewestHits = 2;
const leastShare = 0.25;

/**
 * The rules for a text.
 *
 * @param language BCP 47 tag; where it is not known (undefined, `und`, `auto`) the text tells. Of a
 *   language of which nothing is known, English words are looked for, and marks count in any case.
 */
export function chooseBreakRules(language: string | undefined, text: string): BreakRules {
  const tag = isLanguageKnown(language) ? language : (guessTextLanguage(text) ?? usualTag);
  const own = findLanguageRules(tag) ?? usual;
  const known = new Map<string, KnownWord>();
  return {
    wordOf: (word) => {
      const before = known.get(word);
      if (before !== undefined) return before;
      const found = describeWord(word, findWordRules(word, own));
      if (known.size < mostKnownWords) known.set(word, found);
      return found;
    },
  };
}

function findWordRules(word: string, own: LanguageRules): LanguageRules {
  const script = findScript(word);
  if (script === undefined) return own;
  if (script === 'han' && kana.test(word)) return findLanguageRules('ja')!;
  return script === own.script ? own : findLanguageRules(usualOf[script])!;
}

function findScript(word: string): Script | undefined {
  return scriptMarks.find(([, mark]) => mark.test(word))?.[0];
}

/**
 * The language of a text by its script and, in Latin letters, by its commonest words; undefined where
 * they are of no language that we know.
 */
export function guessTextLanguage(text: string): string | undefined {
  const sample = text.slice(0, guessedLength);
  const byScript = guessLanguage(sample);
  if (byScript !== undefined) return byScript;
  if (isMostly(sample, /\p{Script=Cyrillic}/gu)) return 'ru';
  const words = sample.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  let best: string | undefined;
  let most = Math.max(fewestHits, leastShare * words.length) - 1;
  for (const tag of listLanguages('latin')) {
    const { bound } = findLanguageRules(tag)!;
    const hits = words.filter((word) => bound.has(word.replaceAll('’', "'"))).length;
    if (hits > most) [best, most] = [tag, hits];
  }
  return best;
}

function isMostly(text: string, letter: RegExp): boolean {
  return 2 * (text.match(letter)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0);
}
