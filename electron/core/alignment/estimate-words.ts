import { countCharacters } from '../transcript/graphemes';
import { maskMarkup } from '../transcript/markup';
import { tokeniseAny } from '../transcript/tokenise';
import { findPlainTokens } from '../transcript/tokenise-plain';
import type { Word } from '../transcript/word';
import type { TimeSpan } from './time-span';

/**
 * The words of a new text, which share its span in proportion to their length in characters [TX6].
 * Opening a file is for the most part this; so plain text goes straight from places to words.
 */
export function estimateWords(
  text: string,
  span: TimeSpan = { beginMs: 0, endMs: 0 },
): readonly Word[] {
  if (text === '') return [];
  const shown = maskMarkup(text);
  const places = findPlainTokens(shown);
  return places === undefined ? estimateAny(text, shown, span) : estimatePlain(text, places, span);
}

/** @param places as {@link findPlainTokens} gives them */
function estimatePlain(
  text: string,
  places: readonly number[],
  { beginMs: fromMs, endMs }: TimeSpan,
): readonly Word[] {
  const lengthMs = Math.max(fromMs, endMs) - fromMs;
  let total = 0;
  for (let at = 0; at < places.length; at += 3) total += places[at + 2]! - places[at + 1]!;
  const words: Word[] = [];
  let used = 0;
  let wordBeginMs = fromMs;
  for (let at = 0; at < places.length; at += 3) {
    const begin = places[at + 1]!;
    const end = places[at + 2]!;
    used += end - begin;
    const wordEndMs = fromMs + Math.round((lengthMs * used) / total);
    words.push({
      before: text.slice(places[at], begin),
      text: text.slice(begin, end),
      after: text.slice(end, places[at + 3]),
      beginMs: wordBeginMs,
      endMs: wordEndMs,
      timing: 'estimated',
    });
    wordBeginMs = wordEndMs;
  }
  return words;
}

function estimateAny(
  text: string,
  shown: string,
  { beginMs: fromMs, endMs }: TimeSpan,
): readonly Word[] {
  const lengthMs = Math.max(fromMs, endMs) - fromMs;
  const tokens = tokeniseAny(text, shown);
  const weights = tokens.map((token) => weighWord(token.text));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let used = 0;
  let wordBeginMs = fromMs;
  return tokens.map(({ before, text: word, after }, index) => {
    const beginMs = wordBeginMs;
    used += weights[index]!;
    wordBeginMs = fromMs + Math.round((lengthMs * used) / total);
    return { before, text: word, after, beginMs, endMs: wordBeginMs, timing: 'estimated' };
  });
}

/** What a word weighs where words share a time: its characters as a reader sees them. */
export function weighWord(text: string): number {
  return Math.max(1, countCharacters(text));
}
