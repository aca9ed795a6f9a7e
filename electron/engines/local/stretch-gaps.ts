import type { Word } from '@core/transcript/word';
import type { Span } from './map-segment';
import { frameSamples, segmentationRecipe, type SpeechSegment, toMs } from './segmentation';

/** A stretch of the recording with what was recognised in it; no words where it was not English. */
export interface HeardStretch {
  readonly segment: SpeechSegment;
  readonly words: readonly Word[];
}

/** Given words that fall into one gap of what was recognised in one stretch. */
export interface Insertion {
  /** Indexes, in order. */
  readonly tokens: readonly number[];
  /** Half-open range of recognised words they stand for. */
  readonly heardBegin: number;
  readonly heardEnd: number;
  readonly limits: Span;
}

/** A stretch's share of the words between two matches. */
export interface Gap {
  readonly stretch: number;
  readonly heardBegin: number;
  readonly heardEnd: number;
  readonly limits: Span;
  /** How many words are expected in it. */
  readonly weight: number;
}

/** Nobody speaks faster for long: words that would have to are not in the sound. */
const leastWordMs = 80;
/** Tempo of speech where nothing was recognised to count. */
const usualWordMs = 350;

/** The gaps, one for each stretch, between two recognised words (or the ends of the recording). */
export function listGaps(
  stretches: readonly HeardStretch[],
  heard: readonly { readonly word: Word; readonly stretch: number }[],
  heardBegins: readonly number[],
  heardLeft: number,
  heardRight: number,
): Gap[] {
  const left = heard[heardLeft];
  const right = heard[heardRight];
  const from = left?.stretch ?? 0;
  const to = right?.stretch ?? stretches.length - 1;
  const gaps: Gap[] = [];
  for (let stretch = from; stretch <= to; stretch++) {
    const { segment, words } = stretches[stretch]!;
    const heardBegin = Math.max(heardLeft + 1, heardBegins[stretch]!);
    const heardEnd = Math.min(heardRight, heardBegins[stretch + 1]!);
    const isLeft = left !== undefined && stretch === from;
    const isRight = right !== undefined && stretch === to;
    gaps.push({
      stretch,
      heardBegin,
      heardEnd: Math.max(heardBegin, heardEnd),
      limits: {
        beginMs: isLeft ? left.word.endMs : toMs(segment.beginSample),
        endMs: isRight ? right.word.beginMs : toMs(segment.endSample),
      },
      weight:
        words.length === 0 ? segment.speechMs / usualWordMs : Math.max(0, heardEnd - heardBegin),
    });
  }
  return gaps;
}

/** Shares given words out over gaps by weight; a share that has no time to be spoken is left out. */
export function shareTokens(
  tokens: readonly number[],
  gaps: readonly Gap[],
): readonly (readonly [number, Insertion])[] {
  const total = sumWeights(gaps);
  const widest = gaps.reduce((best, gap) => (widthOf(gap) > widthOf(best) ? gap : best), gaps[0]!);
  const insertions: (readonly [number, Insertion])[] = [];
  let weight = 0;
  let begin = 0;
  for (const gap of gaps) {
    weight += total > 0 ? gap.weight / total : Number(gap === widest);
    const end = Math.round(tokens.length * Math.min(1, weight));
    const count = end - begin;
    if (count > 0 && count * leastWordMs <= widthOf(gap)) {
      const { heardBegin, heardEnd, limits } = gap;
      const share = tokens.slice(begin, end);
      insertions.push([gap.stretch, { tokens: share, heardBegin, heardEnd, limits }]);
    }
    begin = end;
  }
  return insertions;
}

function widthOf({ limits }: Gap): number {
  return limits.endMs - limits.beginMs;
}

/** As many words as were heard in a gap, or as may have been said in the speech that is there. */
export function countExpected(
  { stretch, limits, weight }: Gap,
  stretches: readonly HeardStretch[],
): number {
  const { probabilities, firstFrame } = stretches[stretch]!.segment;
  const frameMs = toMs(frameSamples);
  let speechMs = 0;
  probabilities.forEach((probability, index) => {
    const middleMs = (firstFrame + index + 0.5) * frameMs;
    const isInside = middleMs > limits.beginMs && middleMs < limits.endMs;
    if (isInside && probability >= segmentationRecipe.threshold) speechMs += frameMs;
  });
  return Math.max(weight, speechMs / usualWordMs);
}

function sumWeights(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { weight }) => sum + weight, 0);
}
