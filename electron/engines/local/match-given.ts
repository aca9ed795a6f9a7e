import { matchTokens } from '@core/alignment/match-tokens';
import { normaliseForMatch } from '@core/alignment/normalise-for-match';
import type { Word } from '@core/transcript/word';
import { findSpokenLabels, type GivenToken, listGivenTokens } from './given-tokens';

/** A match alone between differences this long on both sides is a coincidence ("the"). */
const coincidenceGap = 3;

/** The given words, and which of those that were heard they are. */
export function matchGiven(
  units: readonly string[],
  heard: readonly Word[],
): {
  readonly tokens: readonly GivenToken[];
  readonly pairs: readonly (readonly [number, number])[];
} {
  const match = (tokens: readonly GivenToken[]): (readonly [number, number])[] =>
    dropCoincidences(
      matchTokens(
        tokens.map((token) => normaliseForMatch(token.text)),
        heard.map((word) => normaliseForMatch(word.text)),
      ),
      tokens.length,
      heard.length,
    );
  const tokens = listGivenTokens(units);
  const pairs = match(tokens);
  const spoken = findSpokenLabels(tokens, heard, pairs);
  if (spoken.size === 0) return { tokens, pairs };
  const all = listGivenTokens(units, (unit) => spoken.has(unit));
  return { tokens: all, pairs: match(all) };
}

function dropCoincidences(
  pairs: readonly (readonly [number, number])[],
  tokenCount: number,
  heardCount: number,
): (readonly [number, number])[] {
  return pairs.filter(([token, heard], index) => {
    const [tokenLeft, heardLeft] = pairs[index - 1] ?? [-1, -1];
    const [tokenRight, heardRight] = pairs[index + 1] ?? [tokenCount, heardCount];
    const left = Math.max(token - tokenLeft, heard - heardLeft) - 1;
    const right = Math.max(tokenRight - token, heardRight - heard) - 1;
    return left < coincidenceGap || right < coincidenceGap;
  });
}
