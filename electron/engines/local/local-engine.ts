import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { omitUndefined } from '@core/omit-undefined';
import { type JsonValue, StudioError, toStudioError } from '@core/errors/studio-error';
import type {
  AlignmentRequest,
  AudioSource,
  EngineContext,
  EngineDescription,
  EngineReadiness,
  EngineResult,
  EngineSegment,
  PlacementRequest,
  SegmentNotice,
  TranscriptionEngine,
  TranscriptionRequest,
} from '../engine';
import { throwIfCancelled, untilCancelled } from './abort';
import { alignStretches } from './align-stretches';
import { ChildKeeper, type Children } from './child-keeper';
import { estimateLocalTime, localDescription } from './describe-local';
import { type Heard, type HearingOptions, hearRecording, type Take } from './hear-recording';
import { toHearing, judgeTake, noticeOf, noticeOfNoSpeech, stretchOf } from './judge-take';
import { hearChannels, readChannelPositions } from './hear-channels';
import { LanguageGuard } from './language-guard';
import { placeStretches } from './place-stretches';
import {
  defaultRecogniser,
  type ModelName,
  type RecogniserName,
  recognisers,
} from './models/catalogue';
import { recogniserDirectory, voiceDetectorPath } from './models/model-paths';
import { findModelProblem, verifyModel } from './models/verify-model';
import { fractionHeard, ProgressReporter } from './progress-reporter';
import { readPosition } from './recording-position';
import type { SpeechSegment } from './segmentation';
import type { HeardStretch } from './stretch-gaps';
import { planPlacing } from './unit-alignment';
import { UnitPlacer } from './unit-placer';
import { generousWatchdog, type Watchdog } from './worker-pool';

export interface LocalEngineOptions {
  /** Absolute folder of all prepared models. */
  readonly modelsDirectory: string;
  /**
   * Makes sure of a model's files before they are loaded; by default reads them through.
   * @throws StudioError `model/missing` or `model/corrupt`
   */
  readonly verify?: (modelsDirectory: string, model: ModelName) => Promise<void>;
  /** Path of the built child script; by default beside the built bundle. */
  readonly childScript?: string;
  /** Most recogniser children; by default 2 where processors and memory allow, else 1. */
  readonly workers?: number;
  /** How long children wait for another call before they end and free their memory. */
  readonly keepAliveMs?: number;
  readonly watchdog?: Watchdog;
}

/** A recogniser child takes up to 0.45 GB; below this a second one would push others out. */
const memoryForTwoBytes = 3.5e9;
const defaultKeepAliveMs = 60_000;
/** Share of the progress bar for hearing, when a text is placed; the rest is the second pass. */
const hearingShare = 0.85;

/** A text of which fewer words are recognised is most likely not what is said. */
const leastKnownShare = 0.2;

/** The engine that needs no network: English, with measured word times. */
export function createLocalEngine(options: LocalEngineOptions): TranscriptionEngine {
  return new LocalEngine(options);
}

class LocalEngine implements TranscriptionEngine {
  readonly #options: LocalEngineOptions;
  readonly #workers: number;
  readonly #keeper: ChildKeeper;

  constructor(options: LocalEngineOptions) {
    this.#options = options;
    this.#workers = options.workers ?? defaultWorkers();
    this.#keeper = new ChildKeeper({
      childScript:
        options.childScript ?? fileURLToPath(new URL('./engine-child.js', import.meta.url)),
      workers: this.#workers,
      keepAliveMs: options.keepAliveMs ?? defaultKeepAliveMs,
      watchdog: options.watchdog ?? generousWatchdog,
    });
  }

  describe(): EngineDescription {
    return localDescription;
  }

  estimateMs(durationMs: number): number {
    return estimateLocalTime(durationMs);
  }

  canGoOn(
    position: JsonValue,
    { model, eachChannel = false }: Pick<TranscriptionRequest, 'model' | 'eachChannel'>,
  ): boolean {
    const channels = readChannelPositions(position);
    if (eachChannel !== (channels !== undefined)) return false;
    return (channels ?? [position]).every(
      (each) => each === null || readPosition(each, readModel(model)) !== undefined,
    );
  }

  /** Looks at names and sizes only; the files are read through before they are first used. */
  async check(modelName?: string): Promise<EngineReadiness> {
    const { modelsDirectory, verify } = this.#options;
    try {
      for (const model of [readModel(modelName), 'voice-detector'] as const) {
        if (verify === undefined) {
          const problem = await findModelProblem(modelsDirectory, model);
          if (problem !== undefined) throw problem;
        } else await verify(modelsDirectory, model);
      }
      return { state: 'ready' };
    } catch (thrown) {
      return { state: 'unavailable', error: toStudioError(thrown) };
    }
  }

  async transcribe(request: TranscriptionRequest, context: EngineContext): Promise<EngineResult> {
    assertEnglish(request.language);
    const { eachChannel = false, sameChannels: leaves, from: reached, ...ofOne } = request;
    if (eachChannel && request.audio.channels !== undefined) {
      const { audio } = request;
      return hearChannels({
        ...{ audio, context, from: reached, leaves },
        hear: (channel, from, inner) =>
          this.transcribe({ ...ofOne, audio: channel, ...omitUndefined({ from }) }, inner),
      });
    }
    const reporter = new ProgressReporter(context.report);
    const model = readModel(request.model);
    const from = readPosition(request.from, model);
    const guard = new LanguageGuard(model, from?.guard);
    const segments: EngineSegment[] = [];
    const notices: SegmentNotice[] = [];
    const onSegment = (takes: readonly Take[], { endSample }: SpeechSegment): void => {
      const judged = takes.map((take) => judgeTake(guard, take));
      const heard = judged.flatMap(({ segment }) => segment);
      const told = judged.flatMap(({ notice }) => notice);
      segments.push(...heard);
      notices.push(...told);
      const position = { version: 1, model, sample: endSample, guard: { ...guard.state } };
      reporter.add(heard, told, position);
    };
    return this.#withChildren(request.model, context, async (children) => {
      const { audio } = request;
      const options = { share: 1, onSegment, fromSample: from?.sample ?? 0 };
      const heard = await this.#hear(children, audio, context, reporter, options);
      const without = noticeOfNoSpeech(heard);
      notices.push(...without);
      if (without.length > 0) reporter.add([], without);
      context.log(`local: ${segments.length} segments, ${notices.length} notices`);
      reporter.advance(1);
      return { language: 'en', durationMs: heard.durationMs, segments, notices };
    });
  }

  async align(request: AlignmentRequest, context: EngineContext): Promise<EngineResult> {
    const { audio, units } = request;
    const reporter = new ProgressReporter(context.report);
    const guard = new LanguageGuard(readModel(request.model));
    const stretches: HeardStretch[] = [];
    const segments: EngineSegment[] = [];
    const notices: SegmentNotice[] = [];
    const report = (placed: readonly EngineSegment[], notice: readonly SegmentNotice[]): void => {
      segments.push(...placed);
      notices.push(...notice);
      reporter.add(placed, notice);
    };
    const onSegment = (takes: readonly Take[]): void => {
      for (const take of takes) {
        stretches.push(stretchOf(take));
        // The text is placed all the same: a person gave it, and knows better what is said.
        const { kind } = guard.judge(toHearing(take));
        if (kind !== undefined) report([], [noticeOf(kind, take, [])]);
      }
    };
    return this.#withChildren(request.model, context, async (children) => {
      const options = { share: hearingShare, onSegment };
      const heard = await this.#hear(children, audio, context, reporter, options);
      const { durationMs, faintSound } = heard;
      reporter.enter('aligning');
      if (stretches.length === 0) {
        const all = { beginMs: 0, endMs: durationMs };
        report([], noticeOfNoSpeech({ soundWithoutSpeech: all, faintSound }));
      }
      const plan = planPlacing(units, stretches);
      const known = plan.times.filter((time) => time !== undefined).length;
      context.log(
        `local: ${known} of ${plan.tokens.length} words recognised, ${plan.jobs.length} segments to align`,
      );
      const isStrange = !plan.fitsSound && known < leastKnownShare * plan.tokens.length;
      if (stretches.length > 0 && isStrange) {
        report([], [{ kind: 'other-text', beginMs: 0, endMs: durationMs }]);
      }
      const placer = new UnitPlacer(plan);
      report(placer.takeFinal(), []);
      let done = 0;
      await alignStretches({
        audio,
        jobs: plan.jobs,
        signal: context.signal,
        workers: this.#workers,
        align: async (samples, chunks, signal) => {
          const reply = await children.pool.run({ kind: 'align', samples, chunks }, signal);
          return reply.chunks;
        },
        onPlaced: (chunks) => {
          placer.add(chunks);
          done += 1;
          reporter.advance(hearingShare + (0.99 * (1 - hearingShare) * done) / plan.jobs.length);
          report(placer.takeFinal(), []);
        },
      });
      const last = placer.finish();
      reporter.advance(1);
      report(last, []);
      return { language: 'en', durationMs, segments, notices };
    });
  }

  async placeTexts(
    { audio, stretches, model, onPlaced }: PlacementRequest,
    context: Pick<EngineContext, 'signal' | 'log'>,
  ): Promise<void> {
    if (stretches.length === 0) return;
    const place = (children: Children): Promise<void> =>
      placeStretches({
        ...{ audio, stretches, onPlaced, signal: context.signal, workers: this.#workers },
        align: async (samples, chunks, signal) => {
          const reply = await children.pool.run({ kind: 'align', samples, chunks }, signal);
          return reply.chunks;
        },
      });
    await this.#withChildren(model, context, place, { detects: false });
  }

  dispose(): Promise<void> {
    return this.#keeper.dispose();
  }

  /** Hears a recording while reporting. */
  async #hear(
    { pool, detector }: Children,
    audio: AudioSource,
    { signal, log }: EngineContext,
    reporter: ProgressReporter,
    { share, ...options }: Pick<HearingOptions, 'onSegment' | 'fromSample'> & { share: number },
  ): Promise<Heard> {
    const begin = performance.now();
    let isLoaded = false;
    reporter.enter('loading');
    const heard = await hearRecording({
      audio,
      signal,
      workers: this.#workers,
      detect: async (samples, stop) => {
        const probabilities = await detector.detect(samples, stop);
        if (!isLoaded) reporter.enter('transcribing');
        isLoaded = true;
        return probabilities;
      },
      recognise: (samples, stop) => pool.run({ kind: 'recognise', samples }, stop),
      ...options,
      onPosition: (positionMs) => {
        reporter.advance(share * fractionHeard(positionMs, audio.durationMs));
      },
    });
    const tookMs = Math.round(performance.now() - begin);
    log(`local: heard ${heard.durationMs} ms in ${tookMs} ms with ${pool.size} recogniser(s)`);
    return heard;
  }

  async #withChildren<T>(
    modelName: string | undefined,
    { signal, log }: Pick<EngineContext, 'signal' | 'log'>,
    work: (children: Children) => Promise<T>,
    options: { readonly detects?: boolean } = {},
  ): Promise<T> {
    const model = readModel(modelName);
    const { modelsDirectory, verify = verifyModel } = this.#options;
    throwIfCancelled(signal);
    try {
      await untilCancelled(verify(modelsDirectory, 'voice-detector'), signal);
      await untilCancelled(verify(modelsDirectory, model), signal);
      const choice = {
        model,
        directory: recogniserDirectory(modelsDirectory, model),
        detectorPath: voiceDetectorPath(modelsDirectory),
      };
      return await this.#keeper.use(choice, log, work, options);
    } catch (thrown) {
      throw toStudioError(thrown);
    }
  }
}

function defaultWorkers(): number {
  return availableParallelism() >= 2 && totalmem() >= memoryForTwoBytes ? 2 : 1;
}

function assertEnglish(language: string | undefined): void {
  if (language === undefined || /^(auto|en(-.*)?)$/iu.test(language)) return;
  throw new StudioError(
    'engine/unsupported-language',
    `The local engine does not know the language ${language}`,
    { data: { language, engine: 'local', alternatives: ['flash', 'file'] } },
  );
}

function readModel(name: string = defaultRecogniser): RecogniserName {
  if (Object.hasOwn(recognisers, name)) return name as RecogniserName;
  throw new StudioError('usage/invalid', `The local engine has no model ${name}`, {
    data: { option: 'model', value: name, allowed: Object.keys(recognisers) },
  });
}
