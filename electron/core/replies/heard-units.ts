import { splitGraphemes } from '../transcript/graphemes';
import { isUnspaced } from '../transcript/tokenise';
import type { FoldGrapheme } from './fold-grapheme';

/** A word of the service with times in order. */
export interface HeardWord {
  readonly beginMs: number;
  readonly endMs: number;
  /** Whether the times are those the service gave. */
  readonly isAsGiven: boolean;
  /** Where the service told it, 0 to 1. */
  readonly confidence?: number;
}

/** One letter, digit or character of a word of the service. */
export interface HeardUnit {
  readonly key: string;
  readonly word: number;
  readonly isFirstOfWord: boolean;
  readonly isLastOfWord: boolean;
  /** Whether a word of ours may begin here: at a word, after a blank, at a character of Chinese. */
  readonly mayBegin: boolean;
  /** Its even share of the word, cut where the next word begins, so that begins never go back. */
  readonly beginMs: number;
  readonly endMs: number;
}

/** Letters, digits and characters of mended words, in order. */
export function splitHeardWords(
  words: readonly (HeardWord & { readonly text: string })[],
  fold: FoldGrapheme,
): readonly HeardUnit[] {
  const units: HeardUnit[] = [];
  words.forEach(({ text, beginMs, endMs }, word) => {
    const parts: { key: string; mayBegin: boolean }[] = [];
    let isAfterBlank = true;
    for (const grapheme of splitGraphemes(text)) {
      const keys = fold(grapheme);
      keys.forEach((key, place) => {
        const mayBegin = place === 0 && (isAfterBlank || isBoundary(parts.at(-1)?.key, key));
        parts.push({ key, mayBegin });
        isAfterBlank = false;
      });
      if (keys.length === 0 && /\s/u.test(grapheme)) isAfterBlank = true;
    }
    const spanMs = Math.max(0, Math.min(endMs, words[word + 1]?.beginMs ?? endMs) - beginMs);
    const at = (place: number): number => beginMs + Math.round((spanMs * place) / parts.length);
    parts.forEach(({ key, mayBegin }, place) => {
      units.push({
        key,
        word,
        isFirstOfWord: place === 0,
        isLastOfWord: place === parts.length - 1,
        mayBegin,
        beginMs: at(place),
        endMs: at(place + 1),
      });
    });
  });
  return units;
}

function isBoundary(left: string | undefined, right: string): boolean {
  return left === undefined || isUnspaced(left) || isUnspaced(right);
}
