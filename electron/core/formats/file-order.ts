import type { CueSource, Sentence } from '../transcript/sentence';

/** The setting of a cue [RK15] that holds its place among those of its file, from 0. */
export const orderSettingName = 'order';

/** What a cue keeps where the order of its file is not that of sentences [TX3]. */
export function keepOrder(order: number): Readonly<Record<string, string>> {
  return { [orderSettingName]: String(order) };
}

/** Whether cues stand as sentences do: by begin, and those that begin together by end. */
export function isInOrder(
  cues: readonly { readonly beginMs: number; readonly endMs: number }[],
): boolean {
  return cues.every((cue, index) => {
    const before = cues[index - 1];
    if (before === undefined || cue.beginMs > before.beginMs) return true;
    return cue.beginMs === before.beginMs && cue.endMs >= before.endMs;
  });
}

/** Whether cues begin in order, but some that begin together do not end so: sorting would change places. */
export function hasOwnOrder(
  cues: readonly { readonly beginMs: number; readonly endMs: number }[],
): boolean {
  return (
    cues.every((cue, index) => index === 0 || cue.beginMs >= cues[index - 1]!.beginMs) &&
    !isInOrder(cues)
  );
}

/** A sentence and the place in its file that it has, or that the one before it has. */
export interface PlacedSentence {
  readonly sentence: Sentence;
  readonly order: number;
}

/**
 * Sentences in the order of their file [FM14]; one that is new stands behind the one that is before it
 * in time.
 * @param isOwn whether what a sentence keeps is of a file of the format
 */
export function placeSentences(
  sentences: readonly Sentence[],
  isOwn: (source: CueSource) => boolean,
): readonly PlacedSentence[] {
  let before = 0;
  const placed = sentences.map((sentence): PlacedSentence => {
    const { source } = sentence;
    const given =
      source === undefined || !isOwn(source) ? undefined : source.settings[orderSettingName];
    if (given !== undefined) before = Number(given);
    return { sentence, order: before };
  });
  // Most files are in order of time, where this costs one look at each.
  return placed.toSorted((left, right) => left.order - right.order);
}

/** Sentences in order of time, those that begin together in the order of their file. */
export function orderByBegin(
  sentences: readonly Sentence[],
  isOwn: (source: CueSource) => boolean,
): readonly Sentence[] {
  const hasOrder = sentences.some(({ source }) => source?.settings[orderSettingName] !== undefined);
  if (!hasOrder && isInOrder(sentences)) return sentences;
  return placeSentences(sentences, isOwn)
    .toSorted(
      (left, right) => left.sentence.beginMs - right.sentence.beginMs || left.order - right.order,
    )
    .map(({ sentence }) => sentence);
}
