import { omitUndefined } from '../omit-undefined';
import { finishSteps, type Steps } from '../steps';
import type { Sentence } from '../transcript/sentence';
import { joinWords } from '../transcript/word';
import { chooseCueEnds } from './choose-cue-ends';
import type { SpokenRun } from './cue-boundaries';
import type { CueLimits } from './cue-limits';
import { extendCueEnds, minGapMs } from './extend-cue-ends';
import type { SpokenSegment } from './spoken-segment';
import { trimBlanks } from './trim-blanks';

export interface CutOptions {
  /** How much a cue may hold, by the text of the segments it is made of. */
  readonly limitsFor: (text: string) => CueLimits;
  /** Gives a new unique id for each cue. */
  readonly newId: () => string;
}

/**
 * Cuts words of a run into cues. Every word is in exactly one cue, in order, with its times; only
 * blanks at the ends of a cue are dropped.
 *
 * @param segments those of the run
 * @param begin index of the first word
 * @param end index after the last word, where a cue always ends
 */
export function cutRun(...given: Parameters<typeof cutRunInSteps>): readonly Sentence[] {
  return finishSteps(cutRunInSteps(...given));
}

/** Words cut in one step: a few milliseconds of work. */
const wordsPerStep = 400;

/** The same in steps: speech of an hour without a pause is one run. */
export function* cutRunInSteps(
  segments: readonly SpokenSegment[],
  run: SpokenRun,
  { begin, end }: { readonly begin: number; readonly end: number },
  options: CutOptions,
): Steps<readonly Sentence[]> {
  const cues: Sentence[] = [];
  let from = begin;
  let rested = begin;
  let limitsOf: { first: number; last: number; limits: CueLimits } | undefined;
  for (let to = begin + 1; to <= end; to++) {
    if (to < end && run.boundaries[to - 1]?.isForced !== true) continue;
    const first = run.segmentOf[from]!;
    const last = run.segmentOf[to - 1]!;
    // A segment may have thousands of stretches, and its text is joined once.
    if (first !== limitsOf?.first || last !== limitsOf.last) {
      const touched = segments.slice(first, last + 1);
      const text = touched.map(({ words }) => joinWords(words)).join('\n');
      limitsOf = { first, last, limits: options.limitsFor(text) };
    }
    const { limits } = limitsOf;
    const fresh = cutStretch(segments[0]!, run, from, to, limits, options.newId, cues.at(-1));
    const segmentEndMs = segments[last]!.endMs;
    const nextBeginMs = run.words[to]?.beginMs;
    const lastEndMs = nextBeginMs === undefined ? segmentEndMs : nextBeginMs - minGapMs;
    cues.push(...extendCueEnds(fresh, limits, Math.max(lastEndMs, fresh.at(-1)?.endMs ?? 0)));
    from = to;
    if (to - rested >= wordsPerStep && to < end) {
      yield;
      rested = to;
    }
  }
  return cues;
}

function cutStretch(
  { channel, speaker }: SpokenSegment,
  run: SpokenRun,
  begin: number,
  end: number,
  limits: CueLimits,
  newId: () => string,
  before: Sentence | undefined,
): readonly Sentence[] {
  const words = run.words.slice(begin, end);
  const ends = chooseCueEnds(words, run.boundaries.slice(begin, end - 1), limits);
  const cues: Sentence[] = [];
  ends.forEach((cueEnd, index) => {
    const cueWords = trimBlanks(words.slice(ends[index - 1] ?? 0, cueEnd));
    const text = joinWords(cueWords);
    if (text === '' || cueWords.length === 0) return;
    const beginMs = Math.max(cueWords[0]!.beginMs, (cues.at(-1) ?? before)?.beginMs ?? 0);
    const spokenEndMs = Math.max(beginMs, ...cueWords.map((word) => word.endMs));
    const nextBeginMs = run.words[begin + cueEnd]?.beginMs ?? Infinity;
    cues.push({
      id: newId(),
      beginMs,
      endMs: Math.max(
        beginMs,
        Math.min(spokenEndMs, beginMs + limits.maxDurationMs, Math.max(nextBeginMs, beginMs)),
      ),
      text,
      channel,
      ...omitUndefined({ speaker }),
      words: cueWords,
    });
  });
  return cues;
}
