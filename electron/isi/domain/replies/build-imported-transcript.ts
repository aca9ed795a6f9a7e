import { omitUndefined } from '@core/omit-undefined';
import { chooseBreakRules } from '@core/cues/break-rules';
import { chooseCueLimits, type CueLimits } from '@core/cues/cue-limits';
import { extendCueEnds } from '@core/cues/extend-cue-ends';
import { buildAllCues } from '@core/cues/open-speech';
import { sortSentences } from '@core/transcript/sort-sentences';
import { type Transcript, transcriptVersion } from '@core/transcript/transcript';
import { joinWords } from '@core/transcript/word';
import type { ImportedReply } from './imported-reply';

export interface ImportedRecording {
  /** The recording, as the caller names it. */
  readonly path: string;
  /** BCP 47 tag of the speech; a reply does not tell it, so `und` by default. */
  readonly language?: string;
  /** How much a cue may hold; by default as usual for the language, or for the text's script. */
  readonly limits?: Partial<CueLimits>;
  /** Under which the service has it. */
  readonly taskId?: string;
}

/** An imported reply as a whole transcript, cut into readable cues as a job's result is [IS10]. */
export function buildImportedTranscript(
  { service, segments, durationMs }: ImportedReply,
  { path, language = 'und', limits: given, taskId }: ImportedRecording,
): Transcript {
  const text = segments.map(({ words }) => joinWords(words)).join('\n');
  const limits = { ...chooseCueLimits(language, text), ...given };
  let count = 0;
  const rules = chooseBreakRules(language, text);
  const cues = buildAllCues(segments, {
    ...{ limitsFor: () => limits, rulesFor: () => rules },
    newId: () => `s${++count}`,
  });
  return {
    version: transcriptVersion,
    media: { path, durationMs },
    language,
    engine: service,
    ...omitUndefined({ taskId }),
    sentences: extendCueEnds(sortSentences(cues), limits, durationMs),
  };
}
