import type { Sentence } from '../transcript/sentence';
import { joinWords } from '../transcript/word';
import { type BreakRules, chooseBreakRules } from './break-rules';
import { findBoundaries } from './cue-boundaries';
import type { CueLimits } from './cue-limits';
import { cutRun } from './cut-run';
import type { SpokenSegment } from './spoken-segment';

/**
 * Cuts the words of a segment into cues for reading [CU1]: sentence by sentence, a sentence too long
 * for a cue at its best inner places, cheapest overall. What goes on in the next segment is cut by
 * `continueCues`.
 *
 * @param segment words in order of time [TX2]
 * @param newId gives a new unique id for each cue
 * @param rules by default as the text tells
 * @returns cues in order of time; within the limits [CU2] but for single words that exceed them
 */
export function buildCues(
  segment: SpokenSegment,
  limits: CueLimits,
  newId: () => string,
  rules: BreakRules = chooseBreakRules(undefined, joinWords(segment.words)),
): readonly Sentence[] {
  if (segment.words.length === 0) return [];
  const run = findBoundaries([segment], rules);
  const whole = { begin: 0, end: segment.words.length };
  return cutRun([segment], run, whole, { limitsFor: () => limits, newId });
}
