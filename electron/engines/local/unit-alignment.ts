import { omitUndefined } from '@core/omit-undefined';
import { matchTokens } from '@core/alignment/match-tokens';
import { normaliseForMatch } from '@core/alignment/normalise-for-match';
import { type Token, tokenise } from '@core/transcript/tokenise';
import type { Word } from '@core/transcript/word';
import type { Span } from './map-segment';
import { type SpeechSegment, toMs } from './segmentation';

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

export interface GivenToken extends Token {
  readonly unit: number;
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
  /** From the first to the last speech of the recording. */
  readonly speech: Span;
}

/** Given words that fall into one gap of what was recognised in one stretch. */
interface Insertion {
  readonly tokenBegin: number;
  readonly tokenEnd: number;
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
  const tokens = units.flatMap((text, unit) => tokenise(text).map((token) => ({ ...token, unit })));
  const heard = stretches.flatMap(({ words }, stretch) => words.map((word) => ({ word, stretch })));
  const pairs = dropCoincidences(
    matchTokens(
      tokens.map((token) => normaliseForMatch(token.text)),
      heard.map(({ word }) => normaliseForMatch(word.text)),
    ),
    tokens.length,
    heard.length,
  );
  const times: (PlacedTime | undefined)[] = tokens.map(() => undefined);
  for (const [token, index] of pairs) times[token] = timeOf(heard[index]!.word);

  const insertions = new Map<number, Insertion[]>();
  const heardBegins: number[] = [];
  let count = 0;
  for (const { words } of stretches) {
    heardBegins.push(count);
    count += words.length;
  }
  heardBegins.push(count);
  const edges = [[-1, -1] as const, ...pairs, [tokens.length, heard.length] as const];
  for (let index = 1; index < edges.length; index++) {
    const [tokenLeft, heardLeft] = edges[index - 1]!;
    const [tokenRight, heardRight] = edges[index]!;
    if (tokenRight - tokenLeft < 2 || stretches.length === 0) continue;
    const gaps = listGaps(stretches, heard, heardBegins, heardLeft, heardRight);
    for (const [stretch, insertion] of shareTokens(tokenLeft + 1, tokenRight, gaps)) {
      const list = insertions.get(stretch) ?? [];
      list.push(insertion);
      insertions.set(stretch, list);
    }
  }
  const jobs = [...insertions]
    .sort(([left], [right]) => left - right)
    .map(([stretch, list]) => buildJob(stretches[stretch]!, heardBegins[stretch]!, list, tokens));
  return { unitCount: units.length, tokens, times, jobs, speech: findSpeech(stretches) };
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
function shareTokens(begin: number, end: number, gaps: readonly Gap[]): [number, Insertion][] {
  const total = gaps.reduce((sum, gap) => sum + gap.weight, 0);
  const widest = gaps.reduce((best, gap) => (widthOf(gap) > widthOf(best) ? gap : best), gaps[0]!);
  const insertions: [number, Insertion][] = [];
  let weight = 0;
  let tokenBegin = begin;
  for (const gap of gaps) {
    weight += total > 0 ? gap.weight / total : Number(gap === widest);
    const tokenEnd = begin + Math.round((end - begin) * Math.min(1, weight));
    const count = tokenEnd - tokenBegin;
    if (count > 0 && count * leastWordMs <= widthOf(gap)) {
      const { heardBegin, heardEnd, limits } = gap;
      insertions.push([gap.stretch, { tokenBegin, tokenEnd, heardBegin, heardEnd, limits }]);
    }
    tokenBegin = tokenEnd;
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
    for (let token = insertion.tokenBegin; token < insertion.tokenEnd; token++) {
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

/** A word as the model reads it: with its marks, without blanks inside. */
export function spell({ before, text, after }: Token): string {
  return (before + text + after).replace(/\s+/gu, '');
}

function findSpeech(stretches: readonly HeardStretch[]): Span {
  return {
    beginMs: toMs(stretches[0]?.segment.beginSample ?? 0),
    endMs: toMs(stretches.at(-1)?.segment.endSample ?? 0),
  };
}
