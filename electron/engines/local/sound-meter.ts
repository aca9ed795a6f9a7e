import { measurePower } from '@core/sound/level';
import { frameSamples, toMs } from './segmentation';

/** A frame above -50 dB of full scale is sound; the noise of a quiet room lies below. */
const leastPower = 10 ** (-50 / 10);
/** So much of it is more than a click or a cough. */
const leastSoundMs = 2000;

/** Where a recording has sound, whatever it is; keeps four numbers at any length. */
export class SoundMeter {
  #position = 0;
  #loudSamples = 0;
  #begin: number | undefined;
  #end = 0;

  /** Takes the next samples: a whole number of frames, except at the end. */
  push(samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += frameSamples) {
      const end = Math.min(samples.length, at + frameSamples);
      if (measurePower(samples, at, end) < leastPower) continue;
      this.#loudSamples += end - at;
      this.#begin ??= this.#position + at;
      this.#end = this.#position + end;
    }
    this.#position += samples.length;
  }

  /** From the first to the last sound; undefined where there was next to none. */
  get span(): { readonly beginMs: number; readonly endMs: number } | undefined {
    if (this.#begin === undefined || toMs(this.#loudSamples) <= leastSoundMs) return undefined;
    return { beginMs: toMs(this.#begin), endMs: toMs(this.#end) };
  }
}
