import { omitUndefined } from '../omit-undefined';
import { countCharacters } from '../transcript/graphemes';
import type { Sentence } from '../transcript/sentence';
import { joinWords, type Word } from '../transcript/word';
import { type BreakKind, breakCosts, endsSentence, findBreakKind } from './break-cost';
import { fitsLines, mayBreakBetween } from './break-lines';
import type { CueLimits } from './cue-limits';
import { extendCueEnds } from './extend-cue-ends';

/** Speech of one speaker on one channel, not yet cut for reading; an engine's segment is one. */
export interface SpokenSegment {
  readonly beginMs: number;
  readonly endMs: number;
  readonly channel: number;
  readonly speaker?: string;
  readonly words: readonly Word[];
}

/**
 * A silence that always ends a cue: after the 500 ms a cue may be extended by, a second of empty screen is
 * left, the least worth having (BBC subtitle guidelines: a gap of at least 1 s or none).
 */
const clearingPauseMs = 1500;
/** The same in a segment without any sentence mark: there pauses are the only sign of a sentence. */
const unmarkedPauseMs = 700;
/** A silence long enough to hear as a break in the speech; short sentences are not joined over it. */
const breathPauseMs = 500;
const shortPauseMs = 250;

/** Cost of every cue: keeps a sentence whole where it fits; see `break-cost.ts` for the scale. */
const cueCost = 60;
/** For a cue that is full; grows with the square, so that parts of a sentence become alike. */
const fillCost = 60;
/** For a cue with no time at all; shrinks to nothing at the minimum duration. */
const briefCost = 80;
/** For a part of a sentence of one word, or of under a quarter of a line. */
const orphanCost = 70;
/** For two sentences in one cue, and for each millisecond of silence between them. */
const sharedCost = 20;
const sharedPauseCost = 0.1;

/** The place after a word. */
interface Boundary {
  readonly kind: BreakKind;
  readonly pauseMs: number;
  /** A cue always ends here. */
  readonly isForced: boolean;
  /** A cue may go on past this end of a sentence, one of the two being too brief to stand alone. */
  readonly isShareable: boolean;
  readonly mayBreakLine: boolean;
}

/**
 * Cuts the words of a segment into cues for reading [CU1]: sentence by sentence, a sentence too long
 * for a cue at its best inner places, cheapest overall (dynamic programming over the costs above).
 * Every word is in exactly one cue, in order, with its times; only blanks at the ends of a cue are
 * dropped.
 *
 * @param segment words in order of time [TX2]
 * @param newId gives a new unique id for each cue
 * @returns cues in order of time; within the limits [CU2] but for single words that exceed them
 */
export function buildCues(
  segment: SpokenSegment,
  limits: CueLimits,
  newId: () => string,
): readonly Sentence[] {
  const { words } = segment;
  if (words.length === 0) return [];
  const ends = chooseCueEnds(words, findBoundaries(words), limits);
  const cues: Sentence[] = [];
  ends.forEach((end, index) => {
    const cueWords = trimBlanks(words.slice(ends[index - 1] ?? 0, end));
    const text = joinWords(cueWords);
    const last = cues.at(-1);
    if (text === '' || cueWords.length === 0) return;
    const beginMs = Math.max(cueWords[0]!.beginMs, last?.beginMs ?? 0);
    const spokenEndMs = Math.max(beginMs, ...cueWords.map((word) => word.endMs));
    const nextBeginMs = words[end]?.beginMs ?? Infinity;
    cues.push({
      id: newId(),
      beginMs,
      endMs: Math.max(
        beginMs,
        Math.min(spokenEndMs, beginMs + limits.maxDurationMs, Math.max(nextBeginMs, beginMs)),
      ),
      text,
      channel: segment.channel,
      ...omitUndefined({ speaker: segment.speaker }),
      words: cueWords,
    });
  });
  return extendCueEnds(cues, limits, Math.max(segment.endMs, cues.at(-1)?.endMs ?? 0));
}

function findBoundaries(words: readonly Word[]): Boundary[] {
  const isLowerCase = !words.some((word) => /\p{Lu}/u.test(word.text));
  const contexts = words.slice(0, -1).map((word, index) => {
    const next = words[index + 1]!;
    return {
      text: word.text,
      after: word.after.trimEnd(),
      nextBefore: next.before,
      // Text without any capital says nothing about sentences by its lower case.
      nextText: isLowerCase ? next.text.toUpperCase() : next.text,
    };
  });
  const pauses = contexts.map((_, index) =>
    Math.max(0, words[index + 1]!.beginMs - words[index]!.endMs),
  );
  const isMarked = contexts.some(endsSentence);
  const pauseLimitMs = isMarked ? clearingPauseMs : unmarkedPauseMs;
  const kinds = contexts.map((context) => findBreakKind(context));
  const sentenceEnds = kinds.map(
    (kind, index) => kind === 'sentence' || pauses[index]! >= pauseLimitMs,
  );
  const isBrief = findBriefSentences(words, sentenceEnds);
  return contexts.map((_, index) => {
    const pauseMs = pauses[index]!;
    const isEnd = sentenceEnds[index]!;
    const isShareable =
      isEnd && pauseMs < breathPauseMs && (isBrief[index]! || isBrief[index + 1]!);
    return {
      kind: kinds[index]!,
      pauseMs,
      isForced: isEnd && !isShareable,
      isShareable,
      mayBreakLine: mayBreakBetween(words[index]!, words[index + 1]!),
    };
  });
}

/** For each word, whether its sentence is spoken in less than a second. */
function findBriefSentences(words: readonly Word[], sentenceEnds: readonly boolean[]): boolean[] {
  const isBrief: boolean[] = [];
  let begin = 0;
  words.forEach((word, index) => {
    if (sentenceEnds[index] !== true && index < words.length - 1) return;
    const brief = word.endMs - words[begin]!.beginMs < briefSentenceMs;
    for (; begin <= index; begin++) isBrief.push(brief);
  });
  return isBrief;
}

/** Below this a sentence is too brief to be read by itself (TED: a subtitle lasts 1 s at least). */
const briefSentenceMs = 1000;

/** Indexes after the last word of each cue. */
function chooseCueEnds(
  words: readonly Word[],
  boundaries: readonly Boundary[],
  limits: CueLimits,
): number[] {
  const count = words.length;
  const best = new Array<number>(count + 1).fill(Infinity);
  const from = new Array<number>(count + 1).fill(0);
  const lengths = words.map(measureWord);
  const hasLineBreaks = words.some((word) => /[\n\r]/u.test(word.before + word.after));
  best[0] = 0;
  for (let begin = 0; begin < count; begin++) {
    const lines = new LineCounter(limits.maxLineCharacters);
    let characters = 0;
    let sharing = 0;
    let endMs = 0;
    for (let end = begin + 1; end <= count; end++) {
      const passed = end - 1 > begin ? boundaries[end - 2]! : undefined;
      if (passed?.isForced === true) break;
      if (passed?.isShareable === true) sharing += sharedCost + sharedPauseCost * passed.pauseMs;
      const { bodyLength, blankLength } = lengths[end - 1]!;
      endMs = Math.max(endMs, words[end - 1]!.endMs);
      lines.add(bodyLength, blankLength, passed?.mayBreakLine ?? true);
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
        cueCost +
        fillCost * (characters / (limits.maxLines * limits.maxLineCharacters)) ** 2 +
        costOfEnd(boundaries[end - 1]) +
        costOfBrevity(spokenMs, boundaries[end - 1]?.pauseMs, limits) +
        costOfOrphan(begin, end, characters, boundaries, limits);
      if (cost < best[end]!) {
        best[end] = cost;
        from[end] = begin;
      }
      characters += blankLength;
    }
  }
  const ends: number[] = [];
  for (let end = count; end > 0; end = from[end]!) ends.unshift(end);
  return ends;
}

function costOfEnd(boundary: Boundary | undefined): number {
  if (boundary === undefined || boundary.isForced) return 0;
  const { kind, pauseMs } = boundary;
  return breakCosts[kind] * (pauseMs >= breathPauseMs ? 0.2 : pauseMs >= shortPauseMs ? 0.6 : 1);
}

function costOfBrevity(spokenMs: number, pauseMs = 0, limits: CueLimits): number {
  const shownMs = spokenMs + Math.min(pauseMs, breathPauseMs);
  return briefCost * Math.max(0, 1 - shownMs / limits.minDurationMs);
}

function costOfOrphan(
  begin: number,
  end: number,
  characters: number,
  boundaries: readonly Boundary[],
  limits: CueLimits,
): number {
  const beginsSentence = begin === 0 || isSentenceEnd(boundaries[begin - 1]!);
  const endsIt = end > boundaries.length || isSentenceEnd(boundaries[end - 1]!);
  if (beginsSentence && endsIt) return 0;
  return end === begin + 1 || characters < limits.maxLineCharacters / 4 ? orphanCost : 0;
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

/** Fewest lines that hold the words added so far, counted greedily as `breakLines` does. */
class LineCounter {
  private readonly maxCharacters: number;
  private lines = 1;
  /** Length of the last line without its last piece, of that piece, and the blank after it. */
  private lineLength = 0;
  private pieceLength = 0;
  private blankLength = 0;
  private isOverlong = false;

  constructor(maxCharacters: number) {
    this.maxCharacters = maxCharacters;
  }

  add(bodyLength: number, blankLength: number, mayBreakBefore: boolean): void {
    if (mayBreakBefore) {
      this.lineLength += this.pieceLength + this.blankLength;
      this.pieceLength = bodyLength;
    } else this.pieceLength += this.blankLength + bodyLength;
    this.blankLength = blankLength;
    if (this.lineLength + this.pieceLength > this.maxCharacters && this.lineLength > 0) {
      this.lines++;
      this.lineLength = 0;
    }
    if (this.pieceLength > this.maxCharacters) this.isOverlong = true;
  }

  fits(maxLines: number): boolean {
    return this.lines <= maxLines && !this.isOverlong;
  }
}

/** The words of one cue without blanks at the ends of its text. */
function trimBlanks(words: readonly Word[]): readonly Word[] {
  const trimmed = [...words];
  const first = trimmed[0];
  if (first !== undefined) trimmed[0] = { ...first, before: first.before.trimStart() };
  const last = trimmed.at(-1);
  if (last !== undefined) trimmed[trimmed.length - 1] = { ...last, after: last.after.trimEnd() };
  return trimmed;
}
