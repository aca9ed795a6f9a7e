import type { Sentence } from '../transcript/sentence';

/** Lanes that fit above a waveform; sentences beyond that lie over each other. */
export const mostLanes = 3;

export interface StackedLanes {
  /** Lane of each sentence, from 0 on, in the order of the list. */
  readonly lanes: Uint8Array;
  /** Lanes in use, 1 or more. */
  readonly count: number;
}

const known = new WeakMap<readonly Sentence[], StackedLanes>();

/**
 * Puts sentences that overlap into lanes of their own, so that each can be seen and clicked: each
 * takes the first lane that is free at its begin, or else the one that is free soonest. Done once for
 * each list.
 *
 * @param sentences sorted [TX3], and not changed afterwards
 */
export function stackLanes(sentences: readonly Sentence[]): StackedLanes {
  const made = known.get(sentences);
  if (made !== undefined) return made;
  const lanes = new Uint8Array(sentences.length);
  const freeFromMs: number[] = [0];
  for (const [at, { beginMs, endMs }] of sentences.entries()) {
    let lane = freeFromMs.findIndex((freeMs) => freeMs <= beginMs);
    if (lane < 0 && freeFromMs.length < mostLanes) lane = freeFromMs.push(0) - 1;
    if (lane < 0) lane = freeFromMs.indexOf(Math.min(...freeFromMs));
    lanes[at] = lane;
    freeFromMs[lane] = Math.max(freeFromMs[lane]!, endMs);
  }
  const stacked = { lanes, count: freeFromMs.length };
  known.set(sentences, stacked);
  return stacked;
}
