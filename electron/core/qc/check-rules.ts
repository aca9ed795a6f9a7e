import type { CheckRule } from './check-rule';
import { blanks } from './rules/blanks';
import { brackets } from './rules/brackets';
import { dialogueDashes } from './rules/dialogue-dashes';
import { duplicate } from './rules/duplicate';
import { duration } from './rules/duration';
import { ellipsis } from './rules/ellipsis';
import { empty } from './rules/empty';
import { estimatedWords } from './rules/estimated-words';
import { fullWidthMarks } from './rules/full-width-marks';
import { gap } from './rules/gap';
import { italics } from './rules/italics';
import { lineEdges } from './rules/line-edges';
import { lineLength } from './rules/line-length';
import { lines } from './rules/lines';
import { midPhrase } from './rules/mid-phrase';
import { oneWord } from './rules/one-word';
import { order } from './rules/order';
import { outsideSpeech } from './rules/outside-speech';
import { overlap } from './rules/overlap';
import { readingSpeed } from './rules/reading-speed';
import { shotChanges } from './rules/shot-changes';
import { forcedNarrative } from './rules/forced-narrative';
import { listedWords } from './rules/listed-words';
import { numbers } from './rules/numbers';
import { scriptMixture } from './rules/script-mixture';
import { speakerLabels } from './rules/speaker-labels';
import { unreviewed } from './rules/unreviewed';
import { wordsPerMinute } from './rules/words-per-minute';

/**
 * Every rule that cues are checked by, one row each [QC1]: first what stands in the file at all, then
 * times, then reading, then the text. Problems of a cue are told in this order, and mended in it [QC6].
 */
export const checkRules: readonly CheckRule[] = [
  empty,
  order,
  overlap,
  duplicate,
  gap,
  duration,
  shotChanges,
  outsideSpeech,
  blanks,
  brackets,
  fullWidthMarks,
  ellipsis,
  dialogueDashes,
  italics,
  numbers,
  scriptMixture,
  speakerLabels,
  forcedNarrative,
  listedWords,
  lineEdges,
  lines,
  lineLength,
  readingSpeed,
  wordsPerMinute,
  oneWord,
  midPhrase,
  estimatedWords,
  unreviewed,
];

/** The rule of an id; undefined where there is none. */
export function findCheckRule(id: string): CheckRule | undefined {
  return checkRules.find((rule) => rule.id === id);
}
