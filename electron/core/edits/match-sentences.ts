import type { Sentence } from '../transcript/sentence';

/**
 * Which sentence of a document each one of a file is another version of [ED13]: the one that it
 * shares most time with, where that is at least half of the longer of the two. None is matched twice;
 * of several that want one, the first in the order of the file gets it.
 *
 * @param old sorted by begin [TX3]
 * @returns by the place in `fresh`
 */
export function matchSentences(
  old: readonly Sentence[],
  fresh: readonly Sentence[],
): ReadonlyMap<number, Sentence> {
  /** The last end so far, by which one sees where nothing before can reach a time any more. */
  const reachMs: number[] = [];
  for (const { endMs } of old) reachMs.push(Math.max(reachMs.at(-1) ?? 0, endMs));
  const matches = new Map<number, Sentence>();
  const taken = new Set<string>();
  fresh.forEach((sentence, index) => {
    let best: Sentence | undefined;
    let mostMs = 0;
    for (let place = findFirst(reachMs, sentence.beginMs); place < old.length; place++) {
      const candidate = old[place]!;
      if (candidate.beginMs >= sentence.endMs) break;
      const sharedMs = shareTime(candidate, sentence);
      if (taken.has(candidate.id) || sharedMs <= mostMs) continue;
      if (sharedMs * 2 < Math.max(lengthOf(candidate), lengthOf(sentence))) continue;
      best = candidate;
      mostMs = sharedMs;
    }
    if (best === undefined) return;
    taken.add(best.id);
    matches.set(index, best);
  });
  return matches;
}

/** The first place whose reach goes beyond a time. */
function findFirst(reachMs: readonly number[], timeMs: number): number {
  let begin = 0;
  let end = reachMs.length;
  while (begin < end) {
    const middle = (begin + end) >> 1;
    if (reachMs[middle]! <= timeMs) begin = middle + 1;
    else end = middle;
  }
  return begin;
}

function shareTime(left: Sentence, right: Sentence): number {
  return Math.min(left.endMs, right.endMs) - Math.max(left.beginMs, right.beginMs);
}

function lengthOf({ beginMs, endMs }: Sentence): number {
  return endMs - beginMs;
}
