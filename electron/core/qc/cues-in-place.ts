import { findPlace } from '../formats/writing-rules/find-follower';
import type { Sentence } from '../transcript/sentence';
import { type CheckedCue, makeCheckedCue } from './checked-cue';
import type { CueInPlace } from './check-rule';

/**
 * Each sentence with those that are shown at its place before and after it [QC3]. One without text is
 * nobody's neighbour, though it has its own.
 * @param sentences in order of time [TX3]
 */
export function listCuesInPlace(sentences: readonly Sentence[]): readonly CueInPlace[] {
  /** By place. */
  const last = new Map<string, CheckedCue>();
  const longest = new Map<string, CheckedCue>();
  const before = sentences.map((sentence) => {
    const cue = makeCheckedCue(sentence);
    const place = findPlace(sentence);
    const found = { cue, place, previous: last.get(place), longest: longest.get(place) };
    if (cue.lines.length > 0) {
      last.set(place, cue);
      const isLonger = (found.longest?.sentence.endMs ?? -1) < sentence.endMs;
      if (isLonger) longest.set(place, cue);
    }
    return found;
  });
  const next = new Map<string, CheckedCue>();
  const cues = new Array<CueInPlace>(sentences.length);
  for (let index = before.length - 1; index >= 0; index--) {
    const { cue, place, previous, longest: covering } = before[index]!;
    cues[index] = { ...cue, previous, next: next.get(place), longest: covering };
    if (cue.lines.length > 0) next.set(place, cue);
  }
  return cues;
}
