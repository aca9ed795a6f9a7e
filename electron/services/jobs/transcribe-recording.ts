import { omitUndefined } from '@core/omit-undefined';
import { chooseBreakRules } from '@core/cues/break-rules';
import { buildCues } from '@core/cues/build-cues';
import { chooseCueLimits, type CueLimits } from '@core/cues/cue-limits';
import { extendCueEnds } from '@core/cues/extend-cue-ends';
import type { JsonValue, StudioError } from '@core/errors/studio-error';
import { isCancelled, toStudioError } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import { sortSentences } from '@core/transcript/sort-sentences';
import { type Transcript, transcriptVersion } from '@core/transcript/transcript';
import { joinWords } from '@core/transcript/word';
import type {
  AudioSource,
  EngineContext,
  EngineEvent,
  EngineNews,
  EngineProgress,
  EngineResult,
  EngineSegment,
  SegmentNotice,
  TranscriptionEngine,
} from '../../engines/engine';
import { createCueMaker, createLineMaker, createUnitMaker, type SentenceMaker } from './cue-maker';
import { readResumePosition } from './resume-position';

/** A step of a running job: what its engine tells, cut into sentences. */
export interface JobProgress extends Omit<EngineProgress, 'segments'> {
  /** Sentences that became final since the last report. */
  readonly sentences: readonly Sentence[];
  /**
   * The work did not get done, and these are of speech that was open: a run that goes on from this
   * position gives that speech again, with what follows.
   */
  readonly isOpen?: boolean;
}

/** All that is told of a recording on its way to text. */
export type RecordingEvent = JobProgress | EngineNews;

export interface JobContext extends Pick<
  EngineContext,
  'signal' | 'log' | 'kept' | 'keep' | 'keepReply' | 'keepRepairs'
> {
  readonly report: (event: RecordingEvent) => void;
}

/**
 * How a job ended. Whatever the end, `transcript` holds what was recognised: nothing that was
 * heard is thrown away because something later failed.
 */
export interface JobOutcome {
  readonly state: 'done' | 'cancelled' | 'failed';
  readonly transcript: Transcript;
  readonly notices: readonly SegmentNotice[];
  /** Of a given text, in order: what is not said in the recording, and so has no times [AL6]. */
  readonly unspoken: readonly string[];
  /** Length of the sound that was heard, in ms; of an unfinished job, up to the last sentence. */
  readonly heardMs: number;
  /** Why it did not get done; absent when it did. */
  readonly error?: StudioError;
}

export interface TranscribeRecording {
  readonly audio: AudioSource;
  readonly engine: TranscriptionEngine;
  /** What a person chose; the rest is as usual for the language, or for the script of the text. */
  readonly limits?: Partial<CueLimits>;
  /** BCP 47 tag of the speech. */
  readonly language?: string;
  readonly model?: string;
  /** Each channel by itself. */
  readonly eachChannel?: boolean;
  /** Of these, some that hold the very sound of another one, and are not heard again. */
  readonly sameChannels?: readonly number[];
  readonly appkeyId?: string;
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /** Goes before the number in each sentence's id, for sentences that join others; none by default. */
  readonly idPrefix?: string;
  /** Where an earlier run of the same work stood, and the sentences it gave until then. */
  readonly goesOnFrom?: {
    readonly position: JsonValue;
    readonly count: number;
    readonly sentences: readonly Sentence[];
  };
}

/**
 * Runs one recording through an engine and cuts what it heard into readable cues. Never rejects:
 * failures and cancellation are outcomes, because each leaves a partial transcript behind.
 */
export async function transcribeRecording(
  request: TranscribeRecording,
  context: JobContext,
): Promise<JobOutcome> {
  const { audio, engine, limits, language, goesOnFrom } = request;
  const { model, eachChannel, sameChannels, appkeyId, parameters } = request;
  const { languages, setsMarks } = engine.describe();
  const spoken = language ?? (languages.length === 1 ? languages[0] : undefined);
  const limitsFor = (text: string): CueLimits => ({ ...chooseCueLimits(spoken, text), ...limits });
  const from = goesOnFrom === undefined ? undefined : readResumePosition(goesOnFrom.position);
  const maker = createCueMaker(from?.open ?? [], {
    ...{ limitsFor, setsMarks, newId: countingIds(request.idPrefix, goesOnFrom?.count) },
    rulesFor: (text) => chooseBreakRules(spoken, text),
  });
  return collectSentences(
    maker,
    limitsFor,
    {
      ...{ audio, engine, language: spoken ?? 'und' },
      ...{ earlier: goesOnFrom?.sentences, position: from?.engine },
    },
    context,
    (engineContext) =>
      engine.transcribe(
        {
          audio,
          ...omitUndefined({ from: from?.engine, language, model, eachChannel, sameChannels }),
          ...omitUndefined({ appkeyId, parameters }),
        },
        engineContext,
      ),
  );
}

export interface AlignRecording {
  readonly audio: AudioSource;
  readonly engine: TranscriptionEngine;
  readonly units: readonly string[];
  /**
   * Cuts what was aligned into cues; undefined keeps each unit as one sentence, as subtitles
   * whose text is fixed need it.
   */
  readonly limits?: CueLimits;
  /** Who says each unit, where the text tells. */
  readonly speakers?: readonly (string | undefined)[];
  /** In which line each unit stands, whose cues go on over its units; by default each is one. */
  readonly lines?: readonly number[];
  readonly model?: string;
}

/** Gives every word of a known text its times. Ends as {@link transcribeRecording} does. */
export async function alignRecording(
  request: AlignRecording,
  context: JobContext,
): Promise<JobOutcome> {
  const { audio, engine, units, limits, speakers, lines, model } = request;
  const newId = countingIds();
  const maker =
    limits === undefined
      ? createUnitMaker((segment, unit) => {
          const speaker = speakers?.[unit];
          return [asSentence({ ...segment, ...omitUndefined({ speaker }) }, newId())];
        })
      : createLineMaker((segment) => buildCues(segment, limits, newId), lines);
  return collectSentences(
    maker,
    limits === undefined ? undefined : () => limits,
    { audio, engine, language: engine.describe().languages[0] ?? 'und' },
    context,
    (engineContext) => engine.align({ audio, units, ...omitUndefined({ model }) }, engineContext),
  );
}

async function collectSentences(
  maker: SentenceMaker,
  limitsFor: ((text: string) => CueLimits) | undefined,
  about: {
    readonly audio: AudioSource;
    readonly engine: TranscriptionEngine;
    readonly language: string;
    /** Given by an earlier run of the same work. */
    readonly earlier?: readonly Sentence[] | undefined;
    /** Where the engine stood then. */
    readonly position?: JsonValue | undefined;
  },
  context: JobContext,
  run: (engineContext: EngineContext) => Promise<EngineResult>,
): Promise<JobOutcome> {
  const sentences: Sentence[] = [...(about.earlier ?? [])];
  const notices: SegmentNotice[] = [];
  const unspoken: string[] = [];
  let heardMs = 0;
  let step: Pick<EngineProgress, 'stage' | 'fraction'> = { stage: 'transcribing', fraction: 0 };
  let reached = about.position;
  const take = (fresh: readonly Sentence[]): readonly Sentence[] => {
    sentences.push(...fresh);
    heardMs = fresh.reduce((latest, { endMs }) => Math.max(latest, endMs), heardMs);
    return fresh;
  };
  const report = (event: EngineEvent): void => {
    if (event.kind !== 'progress') {
      context.report(event);
      return;
    }
    const { segments, position, ...progress } = event;
    const fresh = take(maker.add(segments));
    notices.push(...progress.notices);
    for (const segment of segments) {
      if (maker.leavesOut(segment)) unspoken.push(joinWords(segment.words).trim());
    }
    step = { stage: progress.stage, fraction: progress.fraction };
    reached = position ?? reached;
    const told = position === undefined ? undefined : maker.positionAt(position);
    context.report({ ...progress, sentences: fresh, ...omitUndefined({ position: told }) });
  };
  /** Tells the last sentence, which might have gone on. */
  const reportRest = (isDone: boolean): void => {
    const rest = take(maker.finish());
    if (rest.length === 0) return;
    const event = { ...step, kind: 'progress', notices: [], sentences: rest } as const;
    if (isDone || reached === undefined) context.report(event);
    else context.report({ ...event, position: maker.positionAt(reached), isOpen: true });
  };
  const describe = (language: string, soundMs: number, taskId?: string): Transcript => {
    // A container may end after its sound, as a video does, or claim less than it holds.
    const durationMs = Math.max(about.audio.durationMs ?? 0, soundMs);
    const sorted = sortSentences(sentences);
    const text = sorted.map((sentence) => sentence.text).join('\n');
    return {
      version: transcriptVersion,
      media: { path: about.audio.path, durationMs },
      language,
      engine: about.engine.describe().id,
      ...omitUndefined({ taskId }),
      // Only now is it known how long each cue may stay before the next one begins.
      sentences:
        limitsFor === undefined ? sorted : extendCueEnds(sorted, limitsFor(text), durationMs),
    };
  };
  try {
    const result = await run({ ...context, report });
    reportRest(true);
    const soundMs = Math.max(result.durationMs, heardMs);
    const transcript = describe(result.language, soundMs, result.taskId);
    return { state: 'done', transcript, notices, unspoken, heardMs: soundMs };
  } catch (thrown) {
    const error = toStudioError(thrown);
    const state = isCancelled(error) ? 'cancelled' : 'failed';
    reportRest(false);
    const transcript = describe(about.language, heardMs);
    return { state, transcript, notices, unspoken, heardMs, error };
  }
}

function asSentence(segment: EngineSegment, id: string): Sentence {
  const { beginMs, endMs, channel, speaker, words } = segment;
  return {
    id,
    beginMs,
    endMs,
    text: joinWords(words),
    channel,
    ...omitUndefined({ speaker }),
    words,
  };
}

/** Ids that are unique within one transcript, which is all a sentence id promises. */
function countingIds(prefix = '', given = 0): () => string {
  let count = given;
  return () => `${prefix}s${++count}`;
}
