import { countCharacters } from '../transcript/graphemes';
import { isUnspaced } from '../transcript/tokenise';
import { joinWords, type Word } from '../transcript/word';
import { breakCosts, type BreakKind } from './break-cost';
import { fitsLines } from './break-lines';
import { type Boundary, breathPauseMs } from './cue-boundaries';
import type { CueLimits } from './cue-limits';
import { LineCounter } from './line-counter';
import { trimBlanks } from './trim-blanks';

const shortPauseMs = 250;

/** Cost of every cue: keeps a sentence whole where it fits; see `break-cost.ts` for the scale. */
const cueCost = 60;
/** For a cue that is full; grows with the square, so that parts of a sentence become alike. */
const fillCost = 60;
/** For a cue with no time at all; shrinks to nothing at the minimum duration. */
const briefCost = 80;
/** For a part of a sentence of one word, or of under a quarter of a line. */
const orphanCost = 70;
/** For a part of a sentence that goes on over a mark with a breath, where the speaker parted it. */
const passedBreathCost = 40;
/** For two sentences in one cue, and for each millisecond of silence between them. */
const sharedCost = 20;
const sharedPauseCost = 0.1;
/** Lines of scripts without blanks are short: one that ends badly is worse than one more cue. */
const lineBreakWeight = 2;

/**
 * What is left of the cost of a break where the speaker pauses, shortly or for a breath. A breath makes
 * a good place better, yet no place without a mark as good as one with a mark: people breathe anywhere.
 */
const leftAtPause: Readonly<Record<BreakKind, readonly [short: number, breath: number]>> = {
  sentence: [1, 1],
  clause: [0.6, 0.2],
  phrase: [0.6, 0.44],
  tail: [0.6, 0.27],
  plain: [0.6, 0.26],
  bound: [1, 0.9],
  inside: [1, 1],
};

/**
 * The cheapest cutting of words into cues (dynamic programming over the costs above).
 *
 * @param boundaries the places between the words, one less than words
 * @returns indexes after the last word of each cue
 */
export function chooseCueEnds(
  words: readonly Word[],
  boundaries: readonly Boundary[],
  limits: CueLimits,
): number[] {
  const count = words.length;
  const best = new Array<number>(count + 1).fill(Infinity);
  const from = new Array<number>(count + 1).fill(0);
  const lengths = words.map(measureWord);
  const hasLineBreaks = words.some((word) => /[\n\r]/u.test(word.before + word.after));
  const isShortLined = isUnspaced(joinWords(words));
  best[0] = 0;
  for (let begin = 0; begin < count; begin++) {
    const lines = new LineCounter(limits.maxLineCharacters);
    let characters = 0;
    let sharing = 0;
    let passed = 0;
    let endMs = 0;
    const innerPlaces: InnerPlace[] = [];
    for (let end = begin + 1; end <= count; end++) {
      const inner = end - 1 > begin ? boundaries[end - 2]! : undefined;
      if (inner?.isForced === true) break;
      if (inner?.isShareable === true) sharing += sharedCost + sharedPauseCost * inner.pauseMs;
      if (inner?.kind === 'clause' && inner.pauseMs >= breathPauseMs) passed += passedBreathCost;
      const { bodyLength, blankLength } = lengths[end - 1]!;
      endMs = Math.max(endMs, words[end - 1]!.endMs);
      lines.add(bodyLength, blankLength, inner?.mayBreakLine ?? true);
      characters += bodyLength;
      const spokenMs = endMs - words[begin]!.beginMs;
      const isOneWord = end === begin + 1;
      const fits = hasLineBreaks
        ? fitsLines(joinWords(trimBlanks(words.slice(begin, end))), limits)
        : lines.fits(limits.maxLines);
      if (!isOneWord && (!fits || spokenMs > limits.maxDurationMs)) {
        // Nothing longer fits either, but for a line break that could still mend nothing.
        break;
      }
      const cost =
        best[begin]! +
        sharing +
        (isShortLined ? costOfLineBreak(innerPlaces, characters, limits) : 0) +
        cueCost +
        fillCost * (characters / (limits.maxLines * limits.maxLineCharacters)) ** 2 +
        costOfEnd(boundaries[end - 1]) +
        costOfBrevity(spokenMs, boundaries[end - 1]?.pauseMs, limits) +
        (isWhole(begin, end, boundaries)
          ? 0
          : passed + costOfOrphan(begin, end, characters, limits));
      if (cost < best[end]!) {
        best[end] = cost;
        from[end] = begin;
      }
      const length = characters;
      characters += blankLength;
      const kind = boundaries[end - 1]?.kind;
      if (kind !== undefined) innerPlaces.push({ kind, length, goesOnAt: characters });
    }
  }
  const ends: number[] = [];
  for (let end = count; end > 0; end = from[end]!) ends.unshift(end);
  return ends;
}

/** A place inside a cue where its first line may end. */
interface InnerPlace {
  readonly kind: BreakKind;
  /** Characters before it, and up to where the next line begins, behind a blank. */
  readonly length: number;
  readonly goesOnAt: number;
}

/**
 * What the least bad place for a line break costs over a plain one, where a cue needs its second line: a cue
 * that can only be broken inside a name or a word had better be cut elsewhere.
 * @param places in order
 */
function costOfLineBreak(
  places: readonly InnerPlace[],
  characters: number,
  { maxLines, maxLineCharacters }: CueLimits,
): number {
  if (maxLines !== 2 || characters <= maxLineCharacters) return 0;
  let least = Infinity;
  for (let place = places.length - 1; place >= 0; place--) {
    const { kind, length, goesOnAt } = places[place]!;
    if (length > maxLineCharacters) continue;
    if (characters - goesOnAt > maxLineCharacters) break;
    least = Math.min(least, lineBreakWeight * Math.max(0, breakCosts[kind] - breakCosts.plain));
    if (least === 0) break;
  }
  return least === Infinity ? 0 : least;
}

function costOfEnd(boundary: Boundary | undefined): number {
  if (boundary === undefined || boundary.isForced) return 0;
  const { kind, pauseMs } = boundary;
  const [short, breath] = leftAtPause[kind];
  return (
    breakCosts[kind] * (pauseMs >= breathPauseMs ? breath : pauseMs >= shortPauseMs ? short : 1)
  );
}

function costOfBrevity(spokenMs: number, pauseMs = 0, limits: CueLimits): number {
  const shownMs = spokenMs + Math.min(pauseMs, breathPauseMs);
  return briefCost * Math.max(0, 1 - shownMs / limits.minDurationMs);
}

/** For a part of a sentence. */
function costOfOrphan(begin: number, end: number, characters: number, limits: CueLimits): number {
  return end === begin + 1 || characters < limits.maxLineCharacters / 4 ? orphanCost : 0;
}

/** Whether words begin and end a sentence. */
function isWhole(begin: number, end: number, boundaries: readonly Boundary[]): boolean {
  const beginsSentence = begin === 0 || isSentenceEnd(boundaries[begin - 1]!);
  return beginsSentence && (end > boundaries.length || isSentenceEnd(boundaries[end - 1]!));
}

function isSentenceEnd(boundary: Boundary): boolean {
  return boundary.isForced || boundary.isShareable;
}

function measureWord(word: Word): { readonly bodyLength: number; readonly blankLength: number } {
  const whole = word.before + word.text + word.after;
  const bare = whole.trimEnd();
  return {
    bodyLength: countCharacters(bare),
    blankLength: countCharacters(whole.slice(bare.length)),
  };
}
