import { defaultCueLimits } from '../cues/cue-limits';
import type { Sentence } from '../transcript/sentence';
import { makeCheckedCue } from './checked-cue';
import { type Counting, countUnits } from './reading-units';
import { isOver } from './show-value';

/** How fast a cue may be read, and what of it counts. */
export interface SpeedLimit {
  readonly mostPerSecond: number;
  readonly counting: Counting;
}

/** By the language alone, as long as no profile says it [RS2]. */
export function usualSpeedLimit(language: string): SpeedLimit {
  return { mostPerSecond: defaultCueLimits(language).charactersPerSecond, counting: 'all' };
}

/** How fast a viewer must read a cue while it is shown. */
export interface CueSpeed {
  readonly characters: number;
  /** Unrounded; infinite where there is text but no time for it. */
  readonly charactersPerSecond: number;
  readonly isTooFast: boolean;
}

/** A table asks for the same sentence whenever it draws or sorts its row. */
const known = new Map<Counting, WeakMap<Sentence, number>>();

/**
 * The speed of a cue, for the rule of reading speed and whoever shows the number [RS2].
 * @param sentence not changed afterwards
 */
export function measureSpeed(
  sentence: Sentence,
  { mostPerSecond, counting }: SpeedLimit,
): CueSpeed {
  const characters = countOf(sentence, counting);
  const { beginMs, endMs } = sentence;
  const charactersPerSecond =
    characters === 0 ? 0 : (characters * 1000) / Math.max(0, endMs - beginMs);
  return {
    characters,
    charactersPerSecond,
    isTooFast: isOver(charactersPerSecond, mostPerSecond),
  };
}

function countOf(sentence: Sentence, counting: Counting): number {
  let counts = known.get(counting);
  if (counts === undefined) {
    counts = new WeakMap();
    known.set(counting, counts);
  }
  let count = counts.get(sentence);
  if (count === undefined) {
    count = countUnits(makeCheckedCue(sentence).lines, counting);
    counts.set(sentence, count);
  }
  return count;
}
