import { omitUndefined } from '@core/omit-undefined';
import { matchTokens } from '@core/alignment/match-tokens';
import { normaliseForMatch } from '@core/alignment/normalise-for-match';
import { stripMarkup } from '@core/transcript/markup';
import type { Token } from '@core/transcript/tokenise';
import type { Word } from '@core/transcript/word';
import { findUnspokenUnits } from './find-unspoken-units';
import { findSpokenLabels, type GivenToken, listGivenTokens } from './given-tokens';
import type { Span } from './map-segment';
import { frameSamples, segmentationRecipe, type SpeechSegment, toMs } from './segmentation';

/** A stretch of the recording with what was recognised in it; no words where it was not English. */
export interface HeardStretch {
  readonly segment: SpeechSegment;
  readonly words: readonly Word[];
}

/** A text to place on one stretch by the second pass. */
export interface PlacingJob {
  readonly segment: SpeechSegment;
  /** What the stretch says: given words where they differ, recognised ones where they agree. */
  readonly chunks: readonly string[];
  /** For each chunk that is a given word, which one, and the limits its time must keep. */
  readonly given: readonly {
    readonly chunk: number;
    readonly token: number;
    readonly limits: Span;
  }[];
}

export interface PlacedTime extends Span {
  readonly timing: 'measured' | 'estimated';
  readonly confidence?: number;
}

/** What is known before the second pass. */
export interface PlacingPlan {
  readonly unitCount: number;
  readonly tokens: readonly GivenToken[];
  /** Times of the tokens that were recognised as given. */
  readonly times: readonly (PlacedTime | undefined)[];
  readonly jobs: readonly PlacingJob[];
  /**
   * Whether the text is what is said, at least where something is: then a unit of which nothing was
   * heard is not spoken.
   */
  readonly fitsSound: boolean;
  /** Units for which there is no sound at all: nobody looks for them. */
  readonly unspokenUnits: ReadonlySet<number>;
  /** From the first to the last speech of the recording. */
  readonly speech: Span;
}

/** Given words that fall into one gap of what was recognised in one stretch. */
interface Insertion {
  /** Indexes, in order. */
  readonly tokens: readonly number[];
  /** Half-open range of recognised words they stand for. */
  readonly heardBegin: number;
  readonly heardEnd: number;
  readonly limits: Span;
}

/** A stretch's share of the words between two matches. */
interface Gap {
  readonly stretch: number;
  readonly heardBegin: number;
  readonly heardEnd: number;
  readonly limits: Span;
  /** How many words are expected in it. */
  readonly weight: number;
}

/** What lies between two words that were recognised as given, or an end and such a word. */
interface Between {
  /** Indexes of given words, in order. */
  readonly tokens: readonly number[];
  readonly gaps: readonly Gap[];
}

/** Nobody speaks faster for long: words that would have to are not in the sound. */
const leastWordMs = 80;
/** Tempo of speech where nothing was recognised to count. */
const usualWordMs = 350;
/** A match alone between differences this long on both sides is a coincidence ("the"). */
const coincidenceGap = 3;

/**
 * Decides what of a given text is where. Words recognised as given keep their times; words between
 * them go to the stretches of sound between them, in proportion to what was recognised there; those
 * for which there is no time are left out, so that they cannot push others from their places.
 */
export function planPlacing(
  units: readonly string[],
  stretches: readonly HeardStretch[],
): PlacingPlan {
  const heard = stretches.flatMap(({ words }, stretch) => words.map((word) => ({ word, stretch })));
  const { tokens, pairs } = matchGiven(
    units,
    heard.map(({ word }) => word),
  );
  const times: (PlacedTime | undefined)[] = tokens.map(() => undefined);
  for (const [token, index] of pairs) times[token] = timeOf(heard[index]!.word);

  const heardBegins: number[] = [];
  let count = 0;
  for (const { words } of stretches) {
    heardBegins.push(count);
    count += words.length;
  }
  heardBegins.push(count);
  const edges = [[-1, -1] as const, ...pairs, [tokens.length, heard.length] as const];
  const betweens: Between[] = [];
  for (let index = 1; index < edges.length; index++) {
    const [tokenLeft, heardLeft] = edges[index - 1]!;
    const [tokenRight, heardRight] = edges[index]!;
    if (tokenRight - tokenLeft < 2 || stretches.length === 0) continue;
    betweens.push({
      tokens: listIndexes(tokenLeft + 1, tokenRight),
      gaps: listGaps(stretches, heard, heardBegins, heardLeft, heardRight),
    });
  }
  const fitsSound = pairs.length > 0 && 2 * pairs.length >= heard.length;
  const unspokenUnits = fitsSound
    ? findUnspokenUnits(
        tokens,
        betweens.map(({ tokens: indexes, gaps }) => ({
          tokens: indexes,
          expected: gaps.reduce((sum, gap) => sum + countExpected(gap, stretches), 0),
        })),
      )
    : new Set<number>();
  const insertions = new Map<number, Insertion[]>();
  for (const { tokens: indexes, gaps } of betweens) {
    const spoken = indexes.filter((index) => !unspokenUnits.has(tokens[index]!.unit));
    for (const [stretch, insertion] of shareTokens(spoken, gaps)) {
      const list = insertions.get(stretch) ?? [];
      list.push(insertion);
      insertions.set(stretch, list);
    }
  }
  const jobs = [...insertions]
    .sort(([left], [right]) => left - right)
    .map(([stretch, list]) => buildJob(stretches[stretch]!, heardBegins[stretch]!, list, tokens));
  const speech = findSpeech(stretches);
  return { unitCount: units.length, tokens, times, jobs, fitsSound, unspokenUnits, speech };
}

/** The given words, and which of those that were heard they are. */
function matchGiven(
  units: readonly string[],
  heard: readonly Word[],
): {
  readonly tokens: readonly GivenToken[];
  readonly pairs: readonly (readonly [number, number])[];
} {
  const match = (tokens: readonly GivenToken[]): (readonly [number, number])[] =>
    dropCoincidences(
      matchTokens(
        tokens.map((token) => normaliseForMatch(token.text)),
        heard.map((word) => normaliseForMatch(word.text)),
      ),
      tokens.length,
      heard.length,
    );
  const tokens = listGivenTokens(units);
  const pairs = match(tokens);
  const spoken = findSpokenLabels(tokens, heard, pairs);
  if (spoken.size === 0) return { tokens, pairs };
  const all = listGivenTokens(units, (unit) => spoken.has(unit));
  return { tokens: all, pairs: match(all) };
}

function listIndexes(begin: number, end: number): readonly number[] {
  return Array.from({ length: end - begin }, (_, index) => begin + index);
}

/** As many words as were heard in a gap, or as may have been said in the speech that is there. */
function countExpected(
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

function timeOf(word: Word): PlacedTime {
  const { beginMs, endMs, confidence } = word;
  const timing = word.timing === 'measured' ? 'measured' : 'estimated';
  return { beginMs, endMs, timing, ...omitUndefined({ confidence }) };
}

function dropCoincidences(
  pairs: readonly (readonly [number, number])[],
  tokenCount: number,
  heardCount: number,
): (readonly [number, number])[] {
  return pairs.filter(([token, heard], index) => {
    const [tokenLeft, heardLeft] = pairs[index - 1] ?? [-1, -1];
    const [tokenRight, heardRight] = pairs[index + 1] ?? [tokenCount, heardCount];
    const left = Math.max(token - tokenLeft, heard - heardLeft) - 1;
    const right = Math.max(tokenRight - token, heardRight - heard) - 1;
    return left < coincidenceGap || right < coincidenceGap;
  });
}

/** The gaps, one for each stretch, between two recognised words (or the ends of the recording). */
function listGaps(
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
function shareTokens(
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

function buildJob(
  { segment, words }: HeardStretch,
  heardBegin: number,
  insertions: readonly Insertion[],
  tokens: readonly GivenToken[],
): PlacingJob {
  const chunks: string[] = [];
  const given: { chunk: number; token: number; limits: Span }[] = [];
  let next = 0;
  for (const insertion of insertions) {
    for (; next < insertion.heardBegin - heardBegin; next++) chunks.push(spell(words[next]!));
    for (const token of insertion.tokens) {
      const text = spell(tokens[token]!);
      if (text === '') continue;
      given.push({ chunk: chunks.length, token, limits: insertion.limits });
      chunks.push(text);
    }
    next = insertion.heardEnd - heardBegin;
  }
  for (; next < words.length; next++) chunks.push(spell(words[next]!));
  return { segment, chunks, given };
}

/** A word as the model reads it: with its marks, without blanks, markup and labels. */
export function spell({ before, text, after }: Token): string {
  const head = stripMarkup(before).replace(/^[^]*[\p{L}\p{N}]\S*/u, '');
  const tail = stripMarkup(after).replace(/\S?[\p{L}\p{N}][^]*$/u, '');
  return (head + text + tail).replace(/\s+/gu, '');
}

function findSpeech(stretches: readonly HeardStretch[]): Span {
  return {
    beginMs: toMs(stretches[0]?.segment.beginSample ?? 0),
    endMs: toMs(stretches.at(-1)?.segment.endSample ?? 0),
  };
}
