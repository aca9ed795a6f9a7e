import { breakLines } from '../../cues/break-lines';
import { type BreakRules, chooseBreakRules } from '../../cues/break-rules';
import { chooseCueLimits, type CueLimits } from '../../cues/cue-limits';
import { extendCueEnds } from '../../cues/extend-cue-ends';
import { buildAllCuesInSteps } from '../../cues/open-speech';
import type { SpokenSegment } from '../../cues/spoken-segment';
import type { Sentence } from '../../transcript/sentence';
import type { Steps } from '../../steps';
import { sortSentences } from '../../transcript/sort-sentences';
import { countCharacters } from '../../transcript/graphemes';
import { joinWords } from '../../transcript/word';
import type { FormatDocument } from '../format-document';
import type { AsrResult } from './dialect';

/** Segments looked at in one step: a few milliseconds of work. */
const segmentsPerStep = 50;

/**
 * What another program recognised as a document [FM71], in steps. Segments that it cut for reading and that fit a
 * cue stay as they are, with their times; all else is cut into cues as a job's result is.
 */
export function* buildResultDocument(
  { reply, hasCues, language }: AsrResult,
  engine: string,
  given: string | undefined,
): Steps<FormatDocument> {
  const { segments, durationMs } = reply;
  const spoken = given ?? language ?? 'und';
  const text = segments.map(({ words }) => joinWords(words)).join('\n');
  const limits = chooseCueLimits(spoken, text);
  const rules = chooseBreakRules(spoken, text);
  let count = 0;
  const newId = (): string => `s${++count}`;
  const kept: Sentence[] = [];
  const long: SpokenSegment[] = [];
  for (const [index, segment] of segments.entries()) {
    if (index % segmentsPerStep === 0) yield;
    if (hasCues && fits(segment, limits, rules)) kept.push(keepSegment(segment, newId()));
    else long.push(segment);
  }
  const cut = yield* buildAllCuesInSteps(long, {
    limitsFor: () => limits,
    rulesFor: () => rules,
    newId,
  });
  const asGiven = new Map(kept.map((sentence) => [sentence.id, sentence]));
  const sorted = sortSentences([...kept, ...cut]);
  return {
    language: spoken,
    engine,
    sentences: extendCueEnds(sorted, limits, durationMs).map((cue) => asGiven.get(cue.id) ?? cue),
  };
}

/** What is no longer than a cue; only where words were timed a long time counts as well. */
function fits(segment: SpokenSegment, limits: CueLimits, rules: BreakRules): boolean {
  const { words, beginMs, endMs } = segment;
  const isTimed = words.some(({ timing }) => timing === 'measured');
  if (isTimed && endMs - beginMs > limits.maxDurationMs && words.length > 1) return false;
  const lines = breakLines(joinWords(words), limits, rules);
  return (
    lines.length <= limits.maxLines &&
    lines.every((line) => countCharacters(line) <= limits.maxLineCharacters || !/\s/u.test(line))
  );
}

function keepSegment(segment: SpokenSegment, id: string): Sentence {
  const { beginMs, endMs, channel, speaker, words } = segment;
  const text = joinWords(words);
  return {
    ...{ id, beginMs, endMs, text, channel },
    ...(speaker === undefined ? undefined : { speaker }),
    words,
  };
}
