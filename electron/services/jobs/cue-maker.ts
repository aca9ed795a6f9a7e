import { continueCues, type CueOptions, finishCues, type OpenSpeech } from '@core/cues/open-speech';
import type { JsonValue } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import type { EngineSegment } from '../../engines/engine';
import { writeResumePosition } from './resume-position';

/** How the segments of an engine become sentences, as they come. */
export interface SentenceMaker {
  /** Sentences that became final. */
  readonly add: (segments: readonly EngineSegment[]) => readonly Sentence[];
  /** What is left where no more segments come; it stays open for another run of the work. */
  readonly finish: () => readonly Sentence[];
  /** From where another run goes on, by where the engine stands. */
  readonly positionAt: (engine: JsonValue) => JsonValue;
}

/** Makes cues across the segments of an engine. @param before what an earlier run left open */
export function createCueMaker(before: readonly OpenSpeech[], options: CueOptions): SentenceMaker {
  let open = before;
  return {
    add: (segments) => {
      const next = continueCues(open, segments, options);
      open = next.open;
      return next.cues;
    },
    finish: () => finishCues(open, options),
    positionAt: (engine) => writeResumePosition({ engine, open }),
  };
}

/** Makes sentences of each segment by itself, as a text that is given has them. */
export function createUnitMaker(
  toSentences: (segment: EngineSegment) => readonly Sentence[],
): SentenceMaker {
  return {
    add: (segments) => segments.flatMap(toSentences),
    finish: () => [],
    positionAt: (engine) => engine,
  };
}
