import type { LevelsByLanguage } from './character-levels';
import { mayBeText, measurePlausibility } from './measure-plausibility';
import type { TextLanguage } from './text-encodings';

/** What the bytes of a text would be in one encoding. */
export interface EncodingCandidate {
  readonly label: string;
  readonly text: string;
  readonly languages: readonly TextLanguage[];
  /** As a natural logarithm. */
  readonly rarity: number;
  /** How sure somebody else is of it, 0 to 1. */
  readonly hint: number;
}

/** What a hint is worth, as a natural logarithm: it may tip the scales, never turn them over. */
const hintWeight = 3;

/**
 * Below this for each byte, nothing that anybody wrote is that unlikely; of random bytes the best
 * reading lies below it. A text of a few letters may hold rare ones alone.
 */
const leastPerByte = -5.2;
const leastShort = -10;

/** How likely the encodings are, as they were ranked. */
export interface EncodingRanking {
  /** Those in which the bytes make plausible text, the likeliest first; none where they do in none. */
  readonly labels: readonly string[];
  /** The first of all, plausible or not; undefined where there was none to rank. */
  readonly likeliest: string | undefined;
}

/**
 * Ranks encodings by how plausible the text is that bytes make in each [EN2].
 * @param byteCount of what the candidates were decoded from
 */
export function rankEncodings(
  candidates: readonly EncodingCandidate[],
  byteCount: number,
  levels: LevelsByLanguage,
): EncodingRanking {
  const known = new Map<string, number>();
  const measure = (text: string, language: TextLanguage): number => {
    const key = `${language} ${text}`;
    const found =
      known.get(key) ??
      (mayBeText(text, language) ? measurePlausibility(text, language, levels) : -Infinity);
    known.set(key, found);
    return found;
  };
  const ranked = candidates
    .map(({ label, text, languages, rarity, hint }) => {
      const likelihood = Math.max(...languages.map((language) => measure(text, language)));
      return { label, likelihood, score: likelihood - rarity + hintWeight * hint };
    })
    .sort((left, right) => compareScores(right.score, left.score));
  const least = leastPerByte * byteCount + leastShort;
  return {
    labels: ranked.filter(({ likelihood }) => likelihood >= least).map(({ label }) => label),
    likeliest: ranked[0]?.label,
  };
}

/** What is impossible in two encodings is as impossible in both: infinities have no difference. */
function compareScores(left: number, right: number): number {
  return left === right ? 0 : left - right;
}
