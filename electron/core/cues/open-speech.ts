import type { Sentence } from '../transcript/sentence';
import { joinWords } from '../transcript/word';
import type { BreakRules } from './break-rules';
import { clearingPauseMs, findBoundaries, type SpokenRun } from './cue-boundaries';
import { finishSteps, type Steps } from '../steps';
import { cutRunInSteps, type CutOptions } from './cut-run';
import type { SpokenSegment } from './spoken-segment';

/**
 * Speech of one channel whose last sentence may go on in a segment that is still to come. It is plain
 * data: kept with the place where an engine stands, the work goes on from both together.
 */
export interface OpenSpeech {
  /** From the one before the first that has words which are in no cue yet. */
  readonly segments: readonly SpokenSegment[];
  /** How many of their words are in cues. */
  readonly doneWords: number;
}

export interface CueOptions extends CutOptions {
  /** By which words a text is broken. */
  readonly rulesFor: (text: string) => BreakRules;
  /**
   * Whether the engine sets marks at the ends of sentences, so that a segment without one goes on in
   * the next; otherwise the segments' own marks tell.
   */
  readonly setsMarks?: boolean | undefined;
}

/** Speech that goes on for so long without the end of a sentence is shown as far as it is there. */
const mostOpenMs = 60_000;

/**
 * Makes cues of speech as it comes, across the segments of an engine [CU3] [CU5]. Segments of one
 * channel and speaker that follow each other within 1.5 s are one speech. A cue is made as soon as
 * nothing that comes can change it; what is left is open. A sentence that has ended by its mark is closed
 * with the last segment that is there, unless that was cut in the middle of speech: then a brief answer may
 * follow [CU5]. One that goes on for a minute is closed as well.
 *
 * @param open what was left the last time
 * @param fresh in order of time; what comes at once is looked at together
 */
export function continueCues(...given: Parameters<typeof continueInSteps>): ContinuedCues {
  return finishSteps(continueInSteps(...given));
}

interface ContinuedCues {
  readonly cues: readonly Sentence[];
  readonly open: readonly OpenSpeech[];
}

function* continueInSteps(
  open: readonly OpenSpeech[],
  fresh: readonly SpokenSegment[],
  options: CueOptions,
): Steps<ContinuedCues> {
  const cues: Sentence[] = [];
  let left: OpenSpeech[] = [...open];
  for (const segment of fresh) {
    if (segment.words.length === 0) continue;
    const isOver = (speech: OpenSpeech): boolean => !goesOn(speech, segment);
    const over = left.filter(isOver);
    if (over.length > 0) cues.push(...(yield* finishInSteps(over, options)));
    left = left.filter((speech) => !over.includes(speech));
    const own = left.findIndex((speech) => channelOf(speech) === segment.channel);
    if (own === -1) left.push({ segments: [segment], doneWords: 0 });
    else left[own] = { ...left[own]!, segments: [...left[own]!.segments, segment] };
  }
  const settled: Settled[] = [];
  for (const speech of left) settled.push(yield* settle(speech, options));
  cues.push(...settled.flatMap((each) => each.cues));
  return { cues, open: settled.flatMap((each) => each.open ?? []) };
}

/** The cues of what is open, where nothing more comes. */
export function finishCues(open: readonly OpenSpeech[], options: CueOptions): readonly Sentence[] {
  return finishSteps(finishInSteps(open, options));
}

function* finishInSteps(
  open: readonly OpenSpeech[],
  options: CueOptions,
): Steps<readonly Sentence[]> {
  const cues: Sentence[] = [];
  for (const speech of open) {
    yield;
    const run = runOf(speech, options);
    const span = { begin: speech.doneWords, end: run.words.length };
    cues.push(...(yield* cutRunInSteps(speech.segments, run, span, options)));
  }
  return cues;
}

/** All cues of speech that is there as a whole. */
export function buildAllCues(
  segments: readonly SpokenSegment[],
  options: CueOptions,
): readonly Sentence[] {
  return finishSteps(buildAllCuesInSteps(segments, options));
}

/** The same in steps: three hours of speech take a second. */
export function* buildAllCuesInSteps(
  segments: readonly SpokenSegment[],
  options: CueOptions,
): Steps<readonly Sentence[]> {
  const { cues, open } = yield* continueInSteps([], segments, options);
  return [...cues, ...(yield* finishInSteps(open, options))];
}

function channelOf({ segments }: OpenSpeech): number {
  return segments[0]!.channel;
}

/** Whether speech can still go on once a segment has come, which may be of another channel. */
function goesOn(speech: OpenSpeech, segment: SpokenSegment): boolean {
  const last = speech.segments.at(-1)!;
  const lastWord = last.words.at(-1)!;
  const beginMs = segment.words[0]!.beginMs;
  if (beginMs - lastWord.endMs >= clearingPauseMs) return false;
  if (last.channel !== segment.channel) return true;
  return last.speaker === segment.speaker && beginMs >= lastWord.beginMs;
}

function runOf({ segments }: OpenSpeech, { rulesFor }: CueOptions): SpokenRun {
  const text = segments.map(({ words }) => joinWords(words)).join('\n');
  return findBoundaries(segments, rulesFor(text));
}

interface Settled {
  readonly cues: readonly Sentence[];
  readonly open: OpenSpeech | undefined;
}

/** Makes the cues that are sure. */
function* settle(speech: OpenSpeech, options: CueOptions): Steps<Settled> {
  const { segments, doneWords } = speech;
  const run = runOf(speech, options);
  const sureEnd = findSureEnd(run, segments.length - 1);
  const openBeginMs = run.words[Math.max(doneWords, sureEnd)]!.beginMs;
  const isLong = run.words.at(-1)!.endMs - openBeginMs >= mostOpenMs;
  const mayGoOn = run.isEnded
    ? segments.at(-1)!.isCut === true
    : run.isLastMarked || options.setsMarks === true;
  const staysOpen = mayGoOn && !isLong;
  const end = staysOpen ? sureEnd : run.words.length;
  if (end <= doneWords) return { cues: [], open: speech };
  const cues = yield* cutRunInSteps(segments, run, { begin: doneWords, end }, options);
  return { cues, open: staysOpen ? dropDone(segments, run, end) : undefined };
}

/**
 * Index after the last word behind which a cue ends whatever comes. Where the last segment has no marks,
 * those of the next one may show that its pauses are none of a sentence's end.
 */
function findSureEnd({ boundaries, segmentOf, isLastMarked }: SpokenRun, last: number): number {
  return (
    boundaries.findLastIndex(
      ({ isForced }, index) => isForced && (isLastMarked || segmentOf[index]! < last),
    ) + 1
  );
}

/** What is left to do, with one segment before it, whose marks count for the next one. */
function dropDone(segments: readonly SpokenSegment[], run: SpokenRun, end: number): OpenSpeech {
  const first = Math.max(0, run.segmentOf[end]! - 1);
  const dropped = run.segmentOf.indexOf(first);
  return { segments: segments.slice(first), doneWords: end - dropped };
}
