/** A place of a reply that was not as it should be, and what was done there [IS17]. */
export interface ReplyRepair {
  readonly beginMs: number;
  readonly endMs: number;
  /** Sentences whose time or text is not the reply's own. */
  readonly sentences: number;
  /** Words without a time or a text that can be used. */
  readonly words: number;
  /** Entries in which nothing could be read. */
  readonly leftOut: number;
}

/** As many as a person looks at one by one. */
const mostPlaces = 8;

/**
 * Repairs as so many places as a person looks at: those that lie closest to each other are told as
 * one, with all that was mended in between.
 *
 * @param repairs in order of begin
 */
export function joinRepairs(
  repairs: readonly ReplyRepair[],
  most = mostPlaces,
): readonly ReplyRepair[] {
  if (repairs.length <= most) return repairs;
  const gaps = repairs.slice(1).map((repair, index) => {
    const before = repairs[index]!;
    return { index: index + 1, gapMs: repair.beginMs - before.endMs };
  });
  const starts = new Set(
    gaps
      .toSorted((left, right) => right.gapMs - left.gapMs)
      .slice(0, most - 1)
      .map(({ index }) => index),
  );
  const places: ReplyRepair[] = [];
  repairs.forEach((repair, index) => {
    const last = places.at(-1);
    if (last === undefined || starts.has(index)) places.push(repair);
    else places[places.length - 1] = join(last, repair);
  });
  return places;
}

/** Repairs of a part of a recording, where the part lies. */
export function shiftRepairs(
  repairs: readonly ReplyRepair[],
  offsetMs: number,
): readonly ReplyRepair[] {
  return repairs.map((repair) => ({
    ...repair,
    beginMs: repair.beginMs + offsetMs,
    endMs: repair.endMs + offsetMs,
  }));
}

function join(left: ReplyRepair, right: ReplyRepair): ReplyRepair {
  return {
    beginMs: Math.min(left.beginMs, right.beginMs),
    endMs: Math.max(left.endMs, right.endMs),
    sentences: left.sentences + right.sentences,
    words: left.words + right.words,
    leftOut: left.leftOut + right.leftOut,
  };
}
