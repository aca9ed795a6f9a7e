import type { Sentence } from './sentence';

/** Sorted sentences [TX3], ready to be asked what lies at a time, although they may overlap [TX4]. */
export interface SentenceIndex {
  readonly sentences: readonly Sentence[];
  /** For each sentence, the latest end among it and all before it: never falls, so it can be searched. */
  readonly latestEndMs: Float64Array;
}

const known = new WeakMap<readonly Sentence[], SentenceIndex>();

/**
 * The index of a list, made once for each list.
 *
 * @param sentences sorted [TX3], and not changed afterwards
 */
export function indexSentences(sentences: readonly Sentence[]): SentenceIndex {
  const made = known.get(sentences);
  if (made !== undefined) return made;
  const latestEndMs = new Float64Array(sentences.length);
  let latest = 0;
  for (const [position, { endMs }] of sentences.entries()) {
    latest = Math.max(latest, endMs);
    latestEndMs[position] = latest;
  }
  const index = { sentences, latestEndMs };
  known.set(sentences, index);
  return index;
}

/**
 * The stretch of the list that holds every sentence touching a stretch of time (whole ms,
 * half-open). Where sentences overlap it may hold others too, which ended before.
 */
export function findSentencesWithin(
  { sentences, latestEndMs }: SentenceIndex,
  beginMs: number,
  endMs: number,
): { readonly beginIndex: number; readonly endIndex: number } {
  const beginIndex = findFirst(sentences.length, (at) => latestEndMs[at]! > beginMs);
  const endIndex = findFirst(sentences.length, (at) => sentences[at]!.beginMs >= endMs);
  return { beginIndex, endIndex: Math.max(beginIndex, endIndex) };
}

/**
 * The least of `0 … count - 1` that a condition holds for, `count` where it holds for none.
 *
 * @param holds false up to some number and true from there on
 */
export function findFirst(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
