import { applyGain, findGain, measureLevel } from './level';

/** How fast a loud passage is forgotten. */
const fallDbPerSecond = 2;

/**
 * Brings sound to the level of speech, a stretch after the other, as a recording is read. What was loud
 * counts on for a while, so that pauses in speech stay quiet.
 */
export class RunningGain {
  #levelDb = -Infinity;

  /** The next stretch, 16 kHz mono. */
  apply(samples: Float32Array): Float32Array {
    return applyGain(samples, this.follow(measureLevel(samples), samples.length / 16_000));
  }

  /** How loud it is at the moment, in dB of full scale; -Infinity before the first sound. */
  get levelDb(): number {
    return this.#levelDb;
  }

  /**
   * The factor for a stretch.
   * @param levelDb of the stretch itself; of several channels the loudest
   */
  follow(levelDb: number, seconds: number): number {
    this.#levelDb = Math.max(levelDb, this.#levelDb - fallDbPerSecond * seconds);
    return findGain(this.#levelDb);
  }
}
