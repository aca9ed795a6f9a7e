import { stat } from 'node:fs/promises';
import { toStudioError } from '@core/errors/studio-error';
import { applyGain } from '@core/sound/level';
import { RunningGain } from '@core/sound/running-gain';
import type { StereoFacts } from '@isi/stereo-facts';
import { type AudioSource, recognitionRateHz } from '../engine';
import { throwIfCancelled } from './interruption';
import {
  frameSamples,
  guessSpeech,
  measureWindow,
  type SpeechOfBoth,
  StereoMeter,
  type StereoWindow,
  windowFrames,
} from './stereo-meter';

/** Listens to one channel of one recording after another. */
export interface VoiceListener {
  /** Probability of speech for each frame of 32 ms of the next stretch. */
  detect(samples: Float32Array, signal: AbortSignal): Promise<Float32Array>;
}

/** Where voice detectors come from. */
export interface VoiceListeners {
  /**
   * One for each channel.
   * @throws StudioError `model/*`, `engine/worker-failed`
   */
  open(
    signal: AbortSignal,
  ): Promise<{ readonly channels: readonly VoiceListener[]; close(): Promise<void> }>;
}

export interface MeasureOptions {
  readonly signal: AbortSignal;
  /** Takes ms of the recording that were measured. */
  readonly onProgress?: ((doneMs: number) => void) | undefined;
}

/** Measures what two channels hold, before anything is sent. */
export interface ChannelMeter {
  /**
   * Reads the recording once, with little memory at any length; what was measured of a file is known
   * until it changes.
   * @returns undefined where it has not two channels
   * @throws StudioError `media/*`, `tool/*`, `job/cancelled`
   */
  measure(audio: AudioSource, options: MeasureOptions): Promise<StereoFacts | undefined>;
  /** What is known already. */
  recall(audio: AudioSource): Promise<StereoFacts | undefined>;
}

const windowSamples = 2 * windowFrames * frameSamples;
const samplesPerMs = 2 * 16;
const mostKnown = 200;

/** A meter that tells speech by voice detectors, or by loudness where there are none. */
export function createChannelMeter(listeners: VoiceListeners, log: Log): ChannelMeter {
  const known = new Map<string, StereoFacts>();
  return {
    recall: async (audio) => known.get((await identify(audio)) ?? ''),
    measure: async (audio, { signal, onProgress }) => {
      if (audio.readStereo === undefined) return undefined;
      const identity = await identify(audio);
      const before = known.get(identity ?? '');
      if (before !== undefined) return before;
      const facts = await measure(audio.readStereo, listeners, { signal, onProgress, log });
      if (identity !== undefined && identity === (await identify(audio))) {
        const [oldest] = known.keys();
        if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
        known.set(identity, facts);
      }
      return facts;
    },
  };
}

type Log = (line: string) => void;

async function measure(
  read: NonNullable<AudioSource['readStereo']>,
  listeners: VoiceListeners,
  { signal, onProgress, log }: MeasureOptions & { readonly log: Log },
): Promise<StereoFacts> {
  const meter = new StereoMeter();
  const speech = new SpeechFinder(listeners, log);
  let samples = 0;
  try {
    for await (const block of cutWindows(read(signal))) {
      throwIfCancelled(signal);
      const window = measureWindow(block);
      speech.follow(window);
      if (window.isSame) meter.addSame(window);
      else if (window.hasSound.some(Boolean)) meter.add(window, await speech.find(window, signal));
      samples += block.length;
      onProgress?.(samples / samplesPerMs);
    }
    throwIfCancelled(signal);
    return meter.finish(speech.isGuessing ? 'level' : 'voice');
  } finally {
    await speech.close();
  }
}

/** Asks the voice detectors, which are opened when they are first needed; goes on without them. */
class SpeechFinder {
  readonly #listeners: VoiceListeners;
  readonly #log: Log;
  readonly #gain = new RunningGain();
  #factor = 1;
  #opened: Awaited<ReturnType<VoiceListeners['open']>> | undefined;
  isGuessing = false;

  constructor(listeners: VoiceListeners, log: Log) {
    this.#listeners = listeners;
    this.#log = log;
  }

  /** Is shown each window in turn: what follows is levelled, or guessed, by how loud it is [SO3]. */
  follow({ first, levelDb }: StereoWindow): void {
    this.#factor = this.#gain.follow(levelDb, first.length / recognitionRateHz);
  }

  async find(window: StereoWindow, signal: AbortSignal): Promise<SpeechOfBoth> {
    if (this.isGuessing) return guessSpeech(window, this.#gain.levelDb);
    try {
      this.#opened ??= await this.#listeners.open(signal);
      const { channels } = this.#opened;
      const [first, second] = await Promise.all(
        [window.first, window.second].map(async (samples, index) =>
          window.hasSound[index] === true
            ? channels[index]?.detect(applyGain(samples, this.#factor), signal)
            : undefined,
        ),
      );
      return [first, second];
    } catch (thrown) {
      throwIfCancelled(signal);
      this.#log(`channels: measured by loudness alone: ${toStudioError(thrown).code}`);
      this.isGuessing = true;
      return guessSpeech(window, this.#gain.levelDb);
    }
  }

  async close(): Promise<void> {
    await this.#opened?.close();
  }
}

async function* cutWindows(blocks: AsyncIterable<Float32Array>): AsyncGenerator<Float32Array> {
  let window = new Float32Array(windowSamples);
  let filled = 0;
  for await (const block of blocks) {
    for (let taken = 0; taken < block.length;) {
      const part = block.subarray(taken, taken + windowSamples - filled);
      window.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled < windowSamples) continue;
      yield window;
      window = new Float32Array(windowSamples);
      filled = 0;
    }
  }
  if (filled > 0) yield window.subarray(0, filled);
}

/** Of a file, until it is written again; undefined where there is none. */
async function identify({ path, track = '' }: AudioSource): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : JSON.stringify([path, track, found.size, found.mtimeMs]);
}
