import { toStudioError } from '@core/errors/studio-error';
import { throwIfCancelled, untilCancelled } from './abort';
import type { EngineChild } from './child-process';
import { asWorkerFailure, isChildFault, timeoutFor, type Watchdog } from './worker-pool';

export interface DetectorOptions {
  readonly spawn: () => EngineChild;
  /** Absolute path of the voice activity model. */
  readonly modelPath: string;
  readonly watchdog: Watchdog;
  readonly log: (line: string) => void;
}

/** Loading and asking, before a failure is reported. */
const attemptLimit = 2;

/**
 * Voice activity of one recording at a time, in a child of its own: its native code ends the whole
 * process on a bad model. A child that dies is replaced once for each stretch of sound; the new
 * one begins without memory of what came before, which costs a few frames at most.
 */
export class Detector {
  readonly #options: DetectorOptions;
  #child: EngineChild | undefined;
  #ready: Promise<unknown> | undefined;
  /** Channels of which the child remembers what came before. */
  readonly #begun = new Set<number>();

  constructor(options: DetectorOptions) {
    this.#options = options;
  }

  /** Begins to load, to be ready when the first sound comes. */
  warmUp(): void {
    // A failure is met again by whoever asks first.
    this.#load().catch(() => undefined);
  }

  /** Forgets the recording heard before. */
  startRecording(): void {
    this.#begun.clear();
  }

  /**
   * Probability of speech for each 512-sample frame of the next stretch of sound.
   * @param channel of several that are heard side by side, from 0
   * @throws StudioError `job/cancelled`, `engine/worker-failed`, or the child's own (`model/*`)
   */
  async detect(samples: Float32Array, signal: AbortSignal, channel = 0): Promise<Float32Array> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await untilCancelled(this.#detectOnce(samples, channel), signal);
      } catch (thrown) {
        const error = toStudioError(thrown);
        this.#forgetChild();
        throwIfCancelled(signal);
        if (!isChildFault(error)) throw error;
        if (attempt >= attemptLimit) throw asWorkerFailure(error);
        this.#options.log('the voice activity process failed; trying once more');
      }
    }
  }

  async dispose(): Promise<void> {
    const child = this.#child;
    this.#forgetChild();
    await child?.exited;
  }

  async #detectOnce(samples: Float32Array, channel: number): Promise<Float32Array> {
    const child = await this.#load();
    const reset = !this.#begun.has(channel);
    const timeoutMs = timeoutFor(this.#options.watchdog, samples.length);
    // The next stretch of the channel may be asked for before this one is answered.
    this.#begun.add(channel);
    const reply = await child.request({ kind: 'detect', samples, channel, reset }, timeoutMs);
    return reply.probabilities;
  }

  async #load(): Promise<EngineChild> {
    if (this.#child?.alive !== true) {
      this.#begun.clear();
      this.#child = this.#options.spawn();
      this.#ready = this.#child.request(
        { kind: 'load-detector', path: this.#options.modelPath },
        this.#options.watchdog.loadMs,
      );
      // Whoever waits for it hears of a failure; warming up alone must not.
      this.#ready.catch(() => undefined);
    }
    const child = this.#child;
    await this.#ready;
    return child;
  }

  #forgetChild(): void {
    this.#child?.kill();
    this.#child = undefined;
    this.#ready = undefined;
    this.#begun.clear();
  }
}
