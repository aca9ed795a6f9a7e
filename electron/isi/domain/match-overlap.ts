import { normaliseForMatch } from '@core/alignment/normalise-for-match';
import type { Word } from '@core/transcript/word';

/** Two words of two recognitions that are one spoken word: indexes in the two lists. */
export type OverlapPair = readonly [left: number, right: number];

/** Below this, agreement may be chance: one word at the same time, or three that are shifted. */
const leastAgreement = 0.99;

/**
 * Matches the words that two recognitions of the same sound have in common, without crossing [IS13].
 * A pair counts 1 where the times agree, less the further they are apart: at the distance of a
 * neighbouring word a third at most, so that a word that is said twice is matched to itself where
 * times are right, yet a run of words is recognised where all times are shifted. Work is the product
 * of the two lengths.
 *
 * @returns pairs in order; none where too little agrees to be sure
 */
export function matchOverlap(
  left: readonly Word[],
  right: readonly Word[],
): readonly OverlapPair[] {
  const leftKeys = left.map(({ text }) => normaliseForMatch(text));
  const rightKeys = right.map(({ text }) => normaliseForMatch(text));
  const width = right.length + 1;
  // best[i * width + j] is the most that the words from i and from j on can agree.
  const best = new Float64Array((left.length + 1) * width);
  const pairUp = (i: number, j: number): number =>
    leftKeys[i] === rightKeys[j]
      ? scorePair(left[i]!, right[j]!) + best[(i + 1) * width + j + 1]!
      : -1;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
        pairUp(i, j),
      );
    }
  }
  if ((best[0] ?? 0) < leastAgreement) return [];
  const pairs: OverlapPair[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const here = best[i * width + j]!;
    if (pairUp(i, j) === here) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j] === here) i++;
    else j++;
  }
  return pairs;
}

function scorePair(left: Word, right: Word): number {
  const apartMs = Math.abs(left.beginMs + left.endMs - right.beginMs - right.endMs) / 2;
  const lengthMs = (left.endMs - left.beginMs + right.endMs - right.beginMs) / 2;
  return 1 / (1 + (2 * apartMs) / Math.max(1, lengthMs));
}
