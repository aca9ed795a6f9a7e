import { toStudioError } from '@core/errors/studio-error';
import { applyGain, measureLevel } from '@core/sound/level';
import { RunningGain } from '@core/sound/running-gain';
import { recognitionRateHz } from '../engine';
import { throwIfCancelled } from './interruption';
import { guessSpeech, type SpeechOfChannel } from './stereo-meter';

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
    count: number,
    signal: AbortSignal,
  ): Promise<{ readonly channels: readonly VoiceListener[]; close(): Promise<void> }>;
}

/** A channel's sound of a stretch, of which somebody wants to know where it is speech. */
export interface ChannelSound {
  readonly samples: Float32Array;
  /** Of its frames. */
  readonly powers: Float64Array;
}

/** Asks the voice detectors, which are opened when they are first needed; goes on without them. */
export class SpeechFinder {
  readonly #listeners: VoiceListeners;
  readonly #count: number;
  readonly #log: (line: string) => void;
  readonly #gain = new RunningGain();
  #factor = 1;
  #opened: Awaited<ReturnType<VoiceListeners['open']>> | undefined;
  #isGuessing = false;

  constructor(listeners: VoiceListeners, count: number, log: (line: string) => void) {
    this.#listeners = listeners;
    this.#count = count;
    this.#log = log;
  }

  /** What tells speech from other sound. */
  get by(): 'voice' | 'level' {
    return this.#isGuessing ? 'level' : 'voice';
  }

  /** Is shown each stretch in turn: what follows is levelled, or guessed, by how loud it is [SO3]. */
  follow(channels: readonly Float32Array[]): void {
    const levelDb = Math.max(...channels.map(measureLevel));
    this.#factor = this.#gain.follow(levelDb, channels[0]!.length / recognitionRateHz);
  }

  /** @param channels undefined for one that nobody wants to know of */
  async find(
    channels: readonly (ChannelSound | undefined)[],
    signal: AbortSignal,
  ): Promise<readonly SpeechOfChannel[]> {
    if (this.#isGuessing) return this.#guess(channels);
    try {
      this.#opened ??= await this.#listeners.open(this.#count, signal);
      const opened = this.#opened.channels;
      return await Promise.all(
        channels.map(
          async (sound, index) =>
            sound && opened[index]?.detect(applyGain(sound.samples, this.#factor), signal),
        ),
      );
    } catch (thrown) {
      throwIfCancelled(signal);
      this.#log(`channels: measured by loudness alone: ${toStudioError(thrown).code}`);
      this.#isGuessing = true;
      return this.#guess(channels);
    }
  }

  async close(): Promise<void> {
    await this.#opened?.close();
  }

  #guess(channels: readonly (ChannelSound | undefined)[]): SpeechOfChannel[] {
    return channels.map((sound) => sound && guessSpeech(sound.powers, this.#gain.levelDb));
  }
}
