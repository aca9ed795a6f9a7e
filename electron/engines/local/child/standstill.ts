import { findRuns, type Run } from './repetition';

/**
 * Tells words that were said again from a decoder that runs on. While somebody repeats himself, the
 * decoder looks at a later place for each copy; where it runs in circles it stands still (it was
 * seen at one frame for a whole text of another language, or leaping once or twice).
 */

/** A word of one token takes no less; a decoder that stands still was seen to drift by one. */
const leastAdvanceFrames = 2;
/** Of the latest copies, so many must lie behind the one before. */
const leastMovingShare = 0.5;
/** A copy that comes so much later than the others leaves room for one between. */
const skipFactor = 1.5;
/** More than a breath or the padding of a segment: 0.7 s. */
const leastSkipFrames = 29;
/** A token or two look elsewhere in any copy. */
const tornShare = 1 / 3;

/**
 * The end of a text where the decoder stands still on a loop.
 * @param tokens decoded so far
 * @param places where the decoder looked for each of them, in frames
 * @returns how many tokens to keep (all before the loop, one copy of its unit, and those that moved
 *   on); undefined where there is no loop, or it moves
 */
export function findStandstill(
  tokens: readonly number[],
  places: readonly number[],
): number | undefined {
  const run = findRuns(tokens).at(-1);
  if (run === undefined || run.end !== tokens.length) return undefined;
  const latest = measureCopies(run, places).slice(1 - Math.ceil(run.needed / run.unit));
  const moving = latest.filter(hasMoved).length;
  if (moving >= leastMovingShare * latest.length) return undefined;
  const still = measureCopies({ ...run, end: wholeEnd(run) }, places).findIndex(
    (copy) => !hasMoved(copy),
  );
  return run.begin + run.unit * (1 + still);
}

/**
 * Whether a text that repeats itself was read with stumbles: a copy twice, two as
 * one, or over one.
 * @param frames length of the sound
 */
export function hasStumbled(
  tokens: readonly number[],
  places: readonly number[],
  frames: number,
): boolean {
  return findRuns(tokens).some((run) => {
    const copies = measureCopies(run, places);
    if (!copies.every(hasMoved) || copies.some(isTorn)) return true;
    const usual = median(copies.map(({ advance }) => advance));
    const most = Math.max(skipFactor * usual, usual + leastSkipFrames);
    if (copies.some(({ advance }) => advance > most)) return true;
    return run.end === tokens.length && frames - places[run.end - run.unit]! > usual + most;
  });
}

/** How much later than the copy before it a copy lies, in frames. */
interface Copy {
  readonly advance: number;
  /** Of its tokens, how many lie elsewhere by half of that and more. */
  readonly strayShare: number;
}

function hasMoved({ advance }: Copy): boolean {
  return advance >= leastAdvanceFrames;
}

/** Part of it was read in one place and part in another. */
function isTorn({ strayShare }: Copy): boolean {
  return strayShare >= tornShare;
}

/** Each whole copy but the first, as counted from the end. */
function measureCopies({ begin, end, unit }: Run, places: readonly number[]): Copy[] {
  const copies: Copy[] = [];
  for (let copy = end - unit; copy - unit >= begin; copy -= unit) {
    const each: number[] = [];
    for (let at = copy; at < copy + unit; at++) each.push(places[at]! - places[at - unit]!);
    const advance = median(each);
    const strays = each.filter((value) => Math.abs(value - advance) > advance / 2);
    copies.unshift({ advance, strayShare: strays.length / unit });
  }
  return copies;
}

/** Where the last whole copy ends, as counted from the first. */
function wholeEnd({ begin, end, unit }: Run): number {
  return end - ((end - begin) % unit);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
