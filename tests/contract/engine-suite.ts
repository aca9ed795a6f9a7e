import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  errorFromJson,
  errorToJson,
  isCancelled,
  StudioError,
} from '../../electron/core/errors/studio-error';
import { joinWords } from '../../electron/core/transcript/word';
import type {
  AudioSource,
  EngineProgress,
  EngineResult,
  EngineSegment,
  TranscriptionEngine,
} from '../../electron/engines/engine';
import { failingSource, sourceOf } from '../helpers/audio-source';
import { type RecordedContext, recordContext } from '../helpers/run-engine';

/** What the suite needs to know of an engine to put it to the test. */
export interface EngineUnderTest {
  readonly create: () => TranscriptionEngine;
  /** An engine to hear silence with, where the other hears what its script says. */
  readonly createForSilence?: () => TranscriptionEngine;
  /** Some seconds of silence, where the engine needs more than samples in memory. */
  readonly silence?: (seconds: number) => AudioSource;
  /** Whether it listens at all. */
  readonly readsAudio: boolean;
  /** Some seconds of speech that the engine knows. */
  readonly speech: () => AudioSource;
  /** A text that fits the speech, in units, with a wrong word or two. */
  readonly units: readonly string[];
  /** A word certain to be heard, to be looked for where it must not stand. */
  readonly spokenWord: string;
}

interface Heard {
  readonly context: RecordedContext;
  readonly result: EngineResult;
}

/** Cancelling must end a call within this. */
const cancelBoundMs = 1500;

/** What every engine owes its caller, as tests; see `TranscriptionEngine`. */
export function testEngine(name: string, subject: EngineUnderTest): void {
  describe(`engine ${name}`, () => {
    let engine: TranscriptionEngine;
    let hearing: Promise<Heard> | undefined;

    /** The speech as it was heard for the first test that asked. */
    const hearSpeech = (): Promise<Heard> => {
      const hear = async (): Promise<Heard> => {
        const context = recordContext();
        return { context, result: await engine.transcribe({ audio: subject.speech() }, context) };
      };
      return (hearing ??= hear());
    };

    beforeAll(() => {
      engine = subject.create();
    });

    afterAll(async () => {
      await engine.dispose();
    });

    it('is ready and says what it is', async () => {
      expect(await engine.check()).toEqual({ state: 'ready' });
      expect(engine.describe().id).toBe(name);
      expect(engine.describe().languages).not.toEqual([]);
    });

    it('reports segments in order, each once, and the same in its result', async () => {
      const { context, result } = await hearSpeech();
      expect(result.segments).not.toEqual([]);
      expect(context.reportedSegments()).toEqual(result.segments);
      expect(context.reports.flatMap(({ notices }) => notices)).toEqual(result.notices);
      expectOrder(result.segments, result.durationMs);
    });

    it('never goes back and ends at the end', async () => {
      const { context } = await hearSpeech();
      expectProgress(context.reports);
    });

    it('gives an empty result for silence and for no sound', async () => {
      const silent = subject.createForSilence?.() ?? engine;
      for (const seconds of [0, 20]) {
        const context = recordContext();
        const audio = subject.silence?.(seconds) ?? sourceOf(new Float32Array(seconds * 16_000));
        const result = await silent.transcribe({ audio }, context);
        expect(result).toMatchObject({ durationMs: seconds * 1000, segments: [], notices: [] });
        expectProgress(context.reports);
      }
    });

    it('ends a cancelled call soon, whenever it comes, and can be used again', async () => {
      // Before the start, at the first report, and after the first segment.
      const moments: ((report: EngineProgress) => boolean)[] = [
        () => true,
        (report) => report.segments.length > 0,
      ];
      await expectCancelled(engine, subject.speech(), AbortSignal.abort());
      for (const isMoment of moments) {
        const controller = new AbortController();
        let abortedAt = 0;
        const reported = await expectCancelled(
          engine,
          subject.speech(),
          controller.signal,
          (report) => {
            if (abortedAt > 0 || !isMoment(report)) return;
            abortedAt = performance.now();
            controller.abort();
          },
        );
        expect(performance.now() - abortedAt).toBeLessThan(cancelBoundMs);
        expectOrder(reported, Infinity);
      }
      const result = await engine.transcribe({ audio: subject.speech() }, recordContext());
      expect(result.segments).not.toEqual([]);
    });

    it('passes on the error of its source, which survives JSON', async (context) => {
      context.skip(!subject.readsAudio, 'this engine does not read its source');
      const failing = failingSource(
        new StudioError('media/unreadable', 'Broken', { data: { path: 'x' } }),
      );
      const error = await failureOf(engine.transcribe({ audio: failing }, recordContext()));
      expect(error.code).toBe('media/unreadable');
      const copy = errorFromJson(JSON.parse(JSON.stringify(errorToJson(error))));
      expect(copy).toMatchObject({ code: error.code, data: error.data, message: error.message });
    });

    it('writes no spoken word to the log', async () => {
      const { context, result } = await hearSpeech();
      const heard = result.segments.map(({ words }) => joinWords(words)).join(' ');
      expect(heard.toLowerCase()).toContain(subject.spokenWord);
      expect(context.lines.join('\n').toLowerCase()).not.toContain(subject.spokenWord);
    });

    it('places a known text without changing it', async () => {
      if (!engine.describe().canAlign) return;
      const context = recordContext();
      const { units } = subject;
      const result = await engine.align({ audio: subject.speech(), units }, context);
      expect(result.segments.map(({ words }) => joinWords(words))).toEqual(units);
      expect(context.reportedSegments()).toEqual(result.segments);
      expectOrder(result.segments, result.durationMs);
      expectProgress(context.reports);
      expect(context.lines.join('\n').toLowerCase()).not.toContain(subject.spokenWord);
    });
  });
}

function expectProgress(reports: readonly EngineProgress[]): void {
  const fractions = reports.map(({ fraction }) => fraction);
  expect(fractions).toEqual([...fractions].sort((left, right) => left - right));
  expect(fractions.at(-1)).toBe(1);
  expect(fractions[0]).toBeGreaterThanOrEqual(0);
}

/** Segments and their words in order of time, whole and inside the recording. */
function expectOrder(segments: readonly EngineSegment[], durationMs: number): void {
  let segmentFloorMs = 0;
  for (const segment of segments) {
    expect(segment.beginMs).toBeGreaterThanOrEqual(segmentFloorMs);
    expect(segment.endMs).toBeGreaterThanOrEqual(segment.beginMs);
    expect(segment.endMs).toBeLessThanOrEqual(durationMs);
    segmentFloorMs = segment.beginMs;
    let floorMs = segment.beginMs;
    for (const word of segment.words) {
      expect(Number.isInteger(word.beginMs) && Number.isInteger(word.endMs)).toBe(true);
      expect(word.beginMs).toBeGreaterThanOrEqual(floorMs);
      expect(word.endMs).toBeGreaterThanOrEqual(word.beginMs);
      expect(word.endMs).toBeLessThanOrEqual(segment.endMs);
      expect(word.text).not.toBe('');
      floorMs = word.beginMs;
    }
    expect(joinWords(segment.words)).not.toMatch(/\s$/u);
  }
}

async function expectCancelled(
  engine: TranscriptionEngine,
  audio: AudioSource,
  signal: AbortSignal,
  onReport?: (report: EngineProgress) => void,
): Promise<EngineSegment[]> {
  const context = recordContext(signal, onReport);
  const error = await failureOf(engine.transcribe({ audio }, context));
  expect(isCancelled(error)).toBe(true);
  return context.reportedSegments();
}

async function failureOf(work: Promise<unknown>): Promise<StudioError> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof StudioError) return thrown;
  throw new Error('Expected a StudioError', { cause: thrown });
}
