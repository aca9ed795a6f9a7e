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
  /** Whether a segment is of a text that is given, and is not said. */
  readonly leavesOut: (segment: EngineSegment) => boolean;
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
    leavesOut: () => false,
  };
}

/**
 * Makes a sentence of each segment by itself, as a subtitle file that is given has them.
 * @param toSentences takes the place of the segment among all as well
 */
export function createUnitMaker(
  toSentences: (segment: EngineSegment, unit: number) => readonly Sentence[],
): SentenceMaker {
  let unit = 0;
  const leavesOut = ({ isUnspoken }: EngineSegment): boolean => isUnspoken === true;
  return {
    add: (segments) =>
      segments.flatMap((segment) => {
        const place = unit++;
        return leavesOut(segment) ? [] : toSentences(segment, place);
      }),
    finish: () => [],
    positionAt: (engine) => engine,
    leavesOut,
  };
}

/**
 * Makes cues of the lines of a plain text, of which each segment is a sentence. What has no letter is a
 * rule between paragraphs, say, and no cue.
 * @param lines of each segment; by default each is a line
 */
export function createLineMaker(
  toSentences: (segment: EngineSegment) => readonly Sentence[],
  lines: readonly number[] | undefined,
): SentenceMaker {
  let unit = 0;
  let open: { readonly line: number; readonly segment: EngineSegment } | undefined;
  const leavesOut = ({ isUnspoken, words }: EngineSegment): boolean =>
    isUnspoken === true || !words.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const close = (): readonly Sentence[] => {
    const closed = open;
    open = undefined;
    return closed === undefined ? [] : toSentences(closed.segment);
  };
  return {
    add: (segments) =>
      segments.flatMap((segment) => {
        const line = lines?.[unit] ?? unit;
        unit += 1;
        const before = open?.line === line ? [] : close();
        if (leavesOut(segment)) return before;
        const words = [...(open?.segment.words ?? []), ...segment.words];
        const { beginMs } = open?.segment ?? segment;
        open = { line, segment: { ...segment, beginMs, words } };
        return before;
      }),
    finish: close,
    positionAt: (engine) => engine,
    leavesOut,
  };
}
