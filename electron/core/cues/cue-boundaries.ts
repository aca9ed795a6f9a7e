import { needsBlank } from '../transcript/needs-blank';
import { joinWords, type Word } from '../transcript/word';
import type { BreakKind } from './break-cost';
import { mayBreakBetween } from './break-lines';
import type { BreakRules } from './break-rules';
import { type Breaks, type BreakToken, findBreaks } from './find-breaks';
import { groupWords } from './group-words';
import type { SpokenSegment } from './spoken-segment';

/**
 * A silence that always ends a cue: after the 500 ms a cue may be extended by, a second of empty screen is
 * left, the least worth having (BBC subtitle guidelines: a gap of at least 1 s or none).
 */
export const clearingPauseMs = 1500;
/** The same in speech without any sentence mark: there pauses are the only sign of a sentence. */
const unmarkedPauseMs = 700;
/** A silence long enough to hear as a break in the speech; short sentences are not joined over it. */
export const breathPauseMs = 500;
/** Below this a sentence is too brief to be read by itself (TED: a subtitle lasts 1 s at least). */
const briefSentenceMs = 1000;

const clauseMark = /[,;:、，：；]/u;
const stop = /[.!?…。！？｡⋯]/u;

/** The place after a word. */
export interface Boundary {
  readonly kind: BreakKind;
  readonly pauseMs: number;
  /** A cue always ends here. */
  readonly isForced: boolean;
  /** A cue may go on past this end of a sentence, one of the two being too brief to stand alone. */
  readonly isShareable: boolean;
  readonly mayBreakLine: boolean;
}

/** Speech that runs on, as one list of words with the places between them. */
export interface SpokenRun {
  /** With the blanks that belong between segments. */
  readonly words: readonly Word[];
  /** For each word, the place in the list of its segment. */
  readonly segmentOf: readonly number[];
  /** For each word but the last, the place after it. */
  readonly boundaries: readonly Boundary[];
  /** Whether the last word ends a sentence, as far as its marks tell. */
  readonly isEnded: boolean;
  /** Whether the last segment has marks. */
  readonly isLastMarked: boolean;
}

/**
 * Lists the places where the speech of one speaker can be cut into cues, within segments and between
 * them [CU3]: an engine parts its segments by rules of its own, which may be in the middle of a sentence.
 *
 * @param segments of one channel and speaker, none empty, words in order of time throughout
 */
export function findBoundaries(segments: readonly SpokenSegment[], rules: BreakRules): SpokenRun {
  const words = segments.flatMap((segment, index) => joinToNext(segment, segments[index + 1]));
  const segmentOf = segments.flatMap((segment, index) => segment.words.map(() => index));
  const isCaseless = segments.map(
    ({ words: own }) => !own.some(({ text }) => /\p{Lu}/u.test(text)),
  );
  const breaks = findWordBreaks(words, rules, (index) => isCaseless[segmentOf[index]!]!);
  const hasMarks = segments.map((segment) => isMarked(segment, rules));
  // A sentence without a mark goes on in the next segment, or began in the one before.
  const isNearMarks = hasMarks.map(
    (own, index) => own || hasMarks[index - 1] === true || hasMarks[index + 1] === true,
  );
  const pauses = words.map((word, index) =>
    Math.max(0, (words[index + 1]?.beginMs ?? Infinity) - word.endMs),
  );
  const isSentenceEnd = (index: number): boolean => {
    if (breaks.endsSentence(index)) return true;
    const segment = segmentOf[index]!;
    const isSeam = segmentOf[index + 1] !== segment;
    // Without marks, where an engine ends a segment is a sign of a sentence as well.
    if (isSeam && !hasMarks[segment]! && !hasMarks[segment + 1]!) return true;
    return pauses[index]! >= (isNearMarks[segment]! ? clearingPauseMs : unmarkedPauseMs);
  };
  const places = words.slice(0, -1).map((_, index) => index);
  const sentenceEnds = places.map(isSentenceEnd);
  const isBrief = findBriefSentences(words, sentenceEnds);
  const boundaries = places.map((index): Boundary => {
    const isEnd = sentenceEnds[index]!;
    const isShareable =
      isEnd &&
      pauses[index]! < breathPauseMs &&
      (isBrief[index]! || isBrief[index + 1]!) &&
      staysReadable(words, index, breaks);
    const kind = breaks.kindAfter(index);
    return {
      kind,
      pauseMs: pauses[index]!,
      isForced: isEnd && !isShareable,
      isShareable,
      mayBreakLine: kind !== 'inside' && mayBreakBetween(words[index]!, words[index + 1]!),
    };
  });
  return {
    ...{ words, segmentOf, boundaries },
    isEnded: words.length > 0 && breaks.endsSentence(words.length - 1),
    isLastMarked: hasMarks.at(-1) === true,
  };
}

/** The places after words, inside words of the dictionary as well [CU10]. */
function findWordBreaks(
  words: readonly Word[],
  rules: BreakRules,
  isCaseless: (index: number) => boolean,
): Breaks {
  const { groupOf, groups } = groupWords(words);
  const firstOf: number[] = [];
  groupOf.forEach((group, index) => (firstOf[group] ??= index));
  const tokens = groups.map((group, index): BreakToken => ({
    ...{ before: group.before, text: group.text, after: group.after },
    isCaseless: isCaseless(firstOf[index]!),
  }));
  const breaks = findBreaks(tokens, rules);
  const isInside = (index: number): boolean => groupOf[index] === groupOf[index + 1];
  return {
    endsSentence: (index) => !isInside(index) && breaks.endsSentence(groupOf[index]!),
    kindAfter: (index) => (isInside(index) ? 'inside' : breaks.kindAfter(groupOf[index]!)),
  };
}

function joinToNext(segment: SpokenSegment, next: SpokenSegment | undefined): readonly Word[] {
  const last = segment.words.at(-1);
  const first = next?.words[0];
  if (last === undefined || first === undefined) return segment.words;
  if (!needsBlank(joinWords([last]), joinWords([first]))) return segment.words;
  return [...segment.words.slice(0, -1), { ...last, after: `${last.after} ` }];
}

/** Whether a segment has marks, be it one at its end alone; the stop of an abbreviation is none. */
function isMarked({ words }: SpokenSegment, rules: BreakRules): boolean {
  if (words.some(({ after }) => clauseMark.test(after))) return true;
  if (!words.some(({ after }) => stop.test(after))) return false;
  const breaks = findBreaks(words, rules);
  return words.some((word, index) => stop.test(word.after) && breaks.endsSentence(index));
}

/** Two sentences that neither a mark nor a blank parts would read as one. */
function staysReadable(words: readonly Word[], index: number, breaks: Breaks): boolean {
  if (breaks.endsSentence(index)) return true;
  return /\s$/u.test(words[index]!.after) || /^\s/u.test(words[index + 1]!.before);
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
