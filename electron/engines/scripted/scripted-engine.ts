import { StudioError, toStudioError } from '@core/errors/studio-error';
import { tokenise } from '@core/transcript/tokenise';
import type {
  AlignmentRequest,
  EngineContext,
  EngineDescription,
  EngineReadiness,
  EngineResult,
  EngineSegment,
  EngineStage,
  SegmentNotice,
  TranscriptionEngine,
  TranscriptionRequest,
} from '../engine';

/** One step of a scripted run; what is left out stays as it was. */
export interface ScriptedStep {
  /** Waits so long before the step. */
  readonly afterMs?: number;
  readonly stage?: EngineStage;
  readonly fraction?: number;
  readonly segments?: readonly EngineSegment[];
  readonly notices?: readonly SegmentNotice[];
  /** Ends the run with this error. */
  readonly error?: StudioError;
  /** Never goes on by itself: only the signal ends the run. */
  readonly waitForever?: boolean;
}

export interface ScriptedEngineOptions {
  readonly steps?: readonly ScriptedStep[];
  /** What `check` answers, for each model or for all. */
  readonly readiness?: EngineReadiness | ((model: string | undefined) => EngineReadiness);
  readonly description?: Partial<EngineDescription>;
  /** Length of the audio in the result; by default the source's, or the last segment's end. */
  readonly durationMs?: number;
}

/**
 * An engine for tests that plays a script instead of listening: same steps, same result, every
 * time. `align` spreads the given units evenly over the recording.
 */
export function createScriptedEngine(options: ScriptedEngineOptions = {}): TranscriptionEngine {
  return new ScriptedEngine(options);
}

class ScriptedEngine implements TranscriptionEngine {
  readonly #options: ScriptedEngineOptions;

  constructor(options: ScriptedEngineOptions) {
    this.#options = options;
  }

  describe(): EngineDescription {
    return {
      id: 'scripted',
      texts: { name: ['Scripted', '脚本'] },
      languages: ['en'],
      models: [],
      givesWordTimes: true,
      needsNetwork: false,
      canAlign: true,
      takesAddresses: false,
      ...this.#options.description,
    };
  }

  check(model?: string): Promise<EngineReadiness> {
    const { readiness = { state: 'ready' } } = this.#options;
    return Promise.resolve(typeof readiness === 'function' ? readiness(model) : readiness);
  }

  async transcribe(request: TranscriptionRequest, context: EngineContext): Promise<EngineResult> {
    const { segments, notices } = await this.#play(context);
    const durationMs =
      this.#options.durationMs ?? request.audio.durationMs ?? segments.at(-1)?.endMs ?? 0;
    return { language: request.language ?? 'en', durationMs, segments, notices };
  }

  async align(request: AlignmentRequest, context: EngineContext): Promise<EngineResult> {
    // The script's segments are what would be heard; what is placed is the given text.
    const report: EngineContext['report'] = (event) =>
      context.report(event.kind === 'progress' ? { ...event, segments: [] } : event);
    const { notices } = await this.#play({ ...context, report });
    const durationMs = this.#options.durationMs ?? request.audio.durationMs ?? 0;
    const segments = spreadUnits(request.units, durationMs);
    context.report({ kind: 'progress', stage: 'aligning', fraction: 1, segments, notices: [] });
    return { language: 'en', durationMs, segments, notices };
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  async #play(
    context: EngineContext,
  ): Promise<{ readonly segments: EngineSegment[]; readonly notices: SegmentNotice[] }> {
    const segments: EngineSegment[] = [];
    const notices: SegmentNotice[] = [];
    let stage: EngineStage = 'loading';
    let fraction = 0;
    for (const step of this.#options.steps ?? []) {
      await waitFor(step.waitForever === true ? undefined : (step.afterMs ?? 0), context.signal);
      if (step.error !== undefined) throw toStudioError(step.error);
      stage = step.stage ?? stage;
      fraction = step.fraction ?? fraction;
      segments.push(...(step.segments ?? []));
      notices.push(...(step.notices ?? []));
      context.report({
        kind: 'progress',
        stage,
        fraction,
        segments: step.segments ?? [],
        notices: step.notices ?? [],
      });
    }
    await waitFor(0, context.signal);
    return { segments, notices };
  }
}

/** Waits, forever where no time is given. */
function waitFor(ms: number | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(finish, ms);
    function finish(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      if (signal.aborted) reject(new StudioError('job/cancelled', 'The job was cancelled'));
      else resolve();
    }
    if (signal.aborted) finish();
    else signal.addEventListener('abort', finish, { once: true });
  });
}

function spreadUnits(units: readonly string[], durationMs: number): EngineSegment[] {
  const tokens = units.map((unit) => tokenise(unit));
  const count = tokens.flat().length;
  const timeAt = (index: number): number => Math.round((durationMs * index) / Math.max(1, count));
  let placed = 0;
  return tokens.map((unit) => {
    const first = placed;
    const words = unit.map((token) => ({
      ...token,
      beginMs: timeAt(placed),
      endMs: timeAt(++placed),
      timing: 'estimated' as const,
    }));
    return { beginMs: timeAt(first), endMs: timeAt(placed), channel: 0, words };
  });
}
