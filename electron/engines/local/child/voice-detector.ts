import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { floatsOf, floatTensor, getOutput, openSession } from './sessions';

/** Samples the model judges at a time: 32 ms at 16 kHz. */
export const detectorFrameSamples = 512;
/** Samples of the frame before, which the model wants to see again. */
const contextSamples = 64;
const inputSamples = contextSamples + detectorFrameSamples;
/** Frames in one run: larger ones were not faster. */
const batchFrames = 128;
const stateDimensions = [1, 1, 128] as const;

/**
 * Says how likely each 32 ms of a recording are to hold speech, with Silero's model (version 6) in
 * the form `graph-edit/build-voice-detector.ts` gives it. Needs about 0.2 % of real time.
 */
export class VoiceDetector {
  readonly #session: InferenceSession;
  readonly #frames = new Float32Array(batchFrames * inputSamples);
  readonly #context = new Float32Array(contextSamples);
  #hidden: Tensor = createState();
  #cell: Tensor = createState();

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  /** @throws StudioError `model/missing` or `model/corrupt` */
  static async load(path: string): Promise<VoiceDetector> {
    return new VoiceDetector(await openSession(path, 'voice-detector'));
  }

  /** Another one with the same model, which hears sound of its own. */
  fork(): VoiceDetector {
    return new VoiceDetector(this.#session);
  }

  /** Forgets what was heard: a new recording begins. */
  reset(): void {
    this.#context.fill(0);
    this.#hidden = createState();
    this.#cell = createState();
  }

  /**
   * The probability of speech in each frame of the next stretch of a recording.
   * @param samples 16 kHz mono; a last frame that is not full is filled up with silence
   */
  async detect(samples: Float32Array): Promise<Float32Array> {
    const count = Math.ceil(samples.length / detectorFrameSamples);
    const probabilities = new Float32Array(count);
    for (let first = 0; first < count; first += batchFrames) {
      const batch = Math.min(batchFrames, count - first);
      this.#fill(samples, first, batch);
      const results = await this.#session.run({
        frames: floatTensor(this.#frames.subarray(0, batch * inputSamples), [batch, inputSamples]),
        hidden: this.#hidden,
        cell: this.#cell,
      });
      probabilities.set(floatsOf(getOutput(results, 'probabilities')), first);
      this.#hidden = getOutput(results, 'next_hidden');
      this.#cell = getOutput(results, 'next_cell');
    }
    return probabilities;
  }

  /** Lays out a batch: each frame behind the end of the one before. */
  #fill(samples: Float32Array, first: number, batch: number): void {
    for (let index = 0; index < batch; index++) {
      const begin = (first + index) * detectorFrameSamples;
      const target = index * inputSamples;
      const frame = samples.subarray(begin, begin + detectorFrameSamples);
      this.#frames.set(this.#context, target);
      this.#frames.fill(0, target + contextSamples + frame.length, target + inputSamples);
      this.#frames.set(frame, target + contextSamples);
      this.#context.set(
        this.#frames.subarray(target + inputSamples - contextSamples, target + inputSamples),
      );
    }
  }
}

function createState(): Tensor {
  return floatTensor(new Float32Array(128), stateDimensions);
}
