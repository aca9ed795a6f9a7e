import type { CheckedCue } from './checked-cue';
import type { CueInPlace } from './check-rule';

/** What stands at one place in the picture, as far as it was looked through. */
interface PlaceState {
  readonly place: string;
  last: CheckedCue | undefined;
  longest: CheckedCue | undefined;
}

/** The cues that are shown beside each cue of a document, by its index [QC3]. */
export interface Neighbours {
  readonly previous: readonly (CheckedCue | undefined)[];
  readonly next: readonly (CheckedCue | undefined)[];
  readonly longest: readonly (CheckedCue | undefined)[];
}

/**
 * Of each cue those that are shown at its place before and after it [QC3]. One without text is nobody's
 * neighbour, though it has its own.
 * @param cues in order of time [TX3]
 */
export function findNeighbours(cues: readonly CheckedCue[]): Neighbours {
  const { length } = cues;
  const previous = new Array<CheckedCue | undefined>(length);
  const next = new Array<CheckedCue | undefined>(length);
  const longest = new Array<CheckedCue | undefined>(length);
  const ahead = makePlaces();
  for (let index = 0; index < length; index++) {
    const cue = cues[index]!;
    const state = ahead(cue.place);
    previous[index] = state.last;
    longest[index] = state.longest;
    if (cue.lines.length === 0) continue;
    state.last = cue;
    if ((state.longest?.sentence.endMs ?? -1) < cue.sentence.endMs) state.longest = cue;
  }
  const back = makePlaces();
  for (let index = length - 1; index >= 0; index--) {
    const cue = cues[index]!;
    const state = back(cue.place);
    next[index] = state.last;
    if (cue.lines.length > 0) state.last = cue;
  }
  return { previous, next, longest };
}

/** Nearly all cues stand where the one before them does. */
function makePlaces(): (place: string) => PlaceState {
  const places = new Map<string, PlaceState>();
  let current: PlaceState | undefined;
  return (place) => {
    if (current?.place === place) return current;
    current = places.get(place);
    if (current === undefined) {
      current = { place, last: undefined, longest: undefined };
      places.set(place, current);
    }
    return current;
  };
}

/** A cue with its neighbours. */
export function placeCue(
  { sentence, seen, lines, place }: CheckedCue,
  previous: CheckedCue | undefined,
  next: CheckedCue | undefined,
  longest: CheckedCue | undefined,
): CueInPlace {
  return { sentence, seen, lines, place, previous, next, longest };
}

/** All cues with their neighbours. */
export function placeCues(cues: readonly CheckedCue[]): readonly CueInPlace[] {
  const { previous, next, longest } = findNeighbours(cues);
  return cues.map((cue, index) => placeCue(cue, previous[index], next[index], longest[index]));
}
