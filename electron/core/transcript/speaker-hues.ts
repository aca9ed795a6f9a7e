import type { Sentence } from './sentence';

/** How many hues tell speakers apart before they begin again. */
export const speakerHueCount = 8;

const known = new WeakMap<readonly Sentence[], ReadonlyMap<string, number>>();

/**
 * The speakers of a list, each with the number of its hue (1 to {@link speakerHueCount}), in order of
 * first appearance: the same person has one colour in all of the window. Made once for each list.
 *
 * @param sentences sorted [TX3], and not changed afterwards
 */
export function assignSpeakerHues(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const made = known.get(sentences);
  if (made !== undefined) return made;
  const hues = new Map<string, number>();
  for (const { speaker } of sentences) {
    if (speaker !== undefined && !hues.has(speaker)) {
      hues.set(speaker, (hues.size % speakerHueCount) + 1);
    }
  }
  known.set(sentences, hues);
  return hues;
}
