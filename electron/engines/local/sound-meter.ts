import { measurePower } from '@core/sound/level';
import { frameSamples, toMs } from './segmentation';

/** A frame above -50 dB of full scale is sound; the noise of a quiet room lies below. */
const leastDb = -50;
/** Of 16 bits nothing is left below; what is above may be all that is left of speech. */
const leastFaintDb = -100;
/** So much of it is more than a click or a cough. */
const leastSoundMs = 2000;
/**
 * From its 10th to its 90th percentile faint speech moves by more; the noise of a room or of an
 * input with nothing plugged in stays within a few.
 */
const leastSpreadDb = 10;

interface Span {
  readonly beginMs: number;
  readonly endMs: number;
}

/** Where sound above some level lies, and how much of it there is. */
interface Extent {
  samples: number;
  begin: number | undefined;
  end: number;
}

/** Where a recording has sound, whatever it is; keeps a hundred numbers at any length. */
export class SoundMeter {
  #position = 0;
  readonly #loud: Extent = { samples: 0, begin: undefined, end: 0 };
  readonly #any: Extent = { samples: 0, begin: undefined, end: 0 };
  /** Frames by their level below full scale, in whole dB. */
  readonly #frames = new Float64Array(1 - leastFaintDb);

  /** Of silence since the last sound: a pause, where sound comes again. */
  #silentFrames = 0;

  /** Takes the next samples: a whole number of frames, except at the end. */
  push(samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += frameSamples) {
      const end = Math.min(samples.length, at + frameSamples);
      const levelDb = 10 * Math.log10(measurePower(samples, at, end));
      if (levelDb < leastFaintDb) {
        if (this.#any.begin !== undefined) this.#silentFrames += 1;
        continue;
      }
      this.#frames[Math.max(0, Math.round(-levelDb))]! += 1;
      this.#frames[-leastFaintDb]! += this.#silentFrames;
      this.#silentFrames = 0;
      this.#extend(this.#any, at, end);
      if (levelDb >= leastDb) this.#extend(this.#loud, at, end);
    }
    this.#position += samples.length;
  }

  /** From the first to the last sound; undefined where there was next to none. */
  get span(): Span | undefined {
    return spanOf(this.#loud);
  }

  /**
   * The same of what is fainter, where there is nothing else and it rises and falls as speech does:
   * neither room noise nor dither does.
   */
  get faintSpan(): Span | undefined {
    const isFaint = this.span === undefined && this.#spreadDb >= leastSpreadDb;
    return isFaint ? spanOf(this.#any) : undefined;
  }

  get #spreadDb(): number {
    return this.#findBelow(0.9) - this.#findBelow(0.1);
  }

  /** How far below full scale a frame lies so that a share of all is louder. */
  #findBelow(share: number): number {
    const total = this.#frames.reduce((sum, count) => sum + count, 0);
    let louder = 0;
    return this.#frames.findIndex((count) => (louder += count) > share * total);
  }

  #extend(extent: Extent, at: number, end: number): void {
    extent.samples += end - at;
    extent.begin ??= this.#position + at;
    extent.end = this.#position + end;
  }
}

function spanOf({ samples, begin, end }: Extent): Span | undefined {
  if (begin === undefined || toMs(samples) <= leastSoundMs) return undefined;
  return { beginMs: toMs(begin), endMs: toMs(end) };
}
