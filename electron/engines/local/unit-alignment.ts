import { omitUndefined } from '@core/omit-undefined';
import { stripMarkup } from '@core/transcript/markup';
import type { Token } from '@core/transcript/tokenise';
import type { Word } from '@core/transcript/word';
import { findUnspokenUnits } from './find-unspoken-units';
import type { GivenToken } from './given-tokens';
import type { Span } from './map-segment';
import { matchGiven } from './match-given';
import { type SpeechSegment, toMs } from './segmentation';
import {
  countExpected,
  type Gap,
  type HeardStretch,
  type Insertion,
  listGaps,
  shareTokens,
} from './stretch-gaps';

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

/** What lies between two words that were recognised as given, or an end and such a word. */
interface Between {
  /** Indexes of given words, in order. */
  readonly tokens: readonly number[];
  readonly gaps: readonly Gap[];
}

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

function listIndexes(begin: number, end: number): readonly number[] {
  return Array.from({ length: end - begin }, (_, index) => begin + index);
}

function timeOf(word: Word): PlacedTime {
  const { beginMs, endMs, confidence } = word;
  const timing = word.timing === 'measured' ? 'measured' : 'estimated';
  return { beginMs, endMs, timing, ...omitUndefined({ confidence }) };
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
