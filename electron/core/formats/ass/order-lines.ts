import type { Sentence } from '../../transcript/sentence';
import { findScriptSettings } from './cue-line';

/** The setting of a cue [RK15] that holds its place among the events of its file, from 0. */
const setting = 'order';

/** What a cue keeps where its file is not in order of time, or has lines of other kinds between. */
export function orderSetting(order: number): Readonly<Record<string, string>> {
  return { [setting]: String(order) };
}

/** A sentence and the place among the lines of its file that it follows or has. */
export interface PlacedSentence {
  readonly sentence: Sentence;
  readonly order: number;
}

/**
 * Sentences in the order of their file [FM33]; one that is new stands behind the one that is before it
 * in time.
 */
export function orderLines(sentences: readonly Sentence[]): readonly PlacedSentence[] {
  let before = 0;
  const placed = sentences.map((sentence): PlacedSentence => {
    const given = findScriptSettings(sentence)[setting];
    if (given !== undefined) before = Number(given);
    return { sentence, order: before };
  });
  // Most files are in order of time, where this costs one look at each.
  return placed.toSorted((left, right) => left.order - right.order);
}
