/** Length over which a change of the mix is faded, so that it does not click. */
const windowMs = 20;
/** How much of the past counts after one window; half of it is gone after 0.35 s. */
const memoryPerWindow = 0.96;
/** The difference must hold ten times the energy of the sum before the sum is given up. */
const cancelledRatio = 10;

/**
 * Stereo to mono for speech that may be out of phase. A cable wired the wrong way round, a cheap
 * "wide" effect or Opus' phase inversion makes the right channel the negative of the left: the
 * usual mean is then silence. Where the sum of the channels holds almost nothing of what they
 * hold, the difference is heard instead: `(left + sign * right) / 2`. Nothing is lost by it, as
 * sum and difference together hold all the energy there is; a call with one speaker on each
 * channel has equal parts of both and stays a plain mean.
 *
 * It decides over and over with half a second of memory and fades over 20 ms, so it streams and
 * works for files that change midway. Until something is loud it is the plain mean.
 */
export class StereoDownmix {
  private readonly windowFrames: number;
  private pending = new Float32Array(0);
  private sign = 1;
  private sumEnergy = 0;
  private differenceEnergy = 0;

  constructor(rateHz: number) {
    this.windowFrames = Math.max(1, Math.round((rateHz * windowMs) / 1000));
  }

  /** Takes interleaved frames, gives mono samples; up to 20 ms wait for the next call. */
  push(interleaved: Float32Array): Float32Array<ArrayBuffer> {
    const input = join(this.pending, interleaved);
    const windowLength = this.windowFrames * 2;
    const wholeLength = input.length - (input.length % windowLength);
    const mono = new Float32Array(wholeLength / 2);
    for (let offset = 0; offset < wholeLength; offset += windowLength) {
      this.mixWindow(input.subarray(offset, offset + windowLength), mono, offset / 2);
    }
    this.pending = input.slice(wholeLength);
    return mono;
  }

  /** The samples still waiting; to be called once, at the end. */
  finish(): Float32Array<ArrayBuffer> {
    const mono = new Float32Array(this.pending.length / 2);
    if (mono.length > 0) this.mixWindow(this.pending, mono, 0);
    this.pending = new Float32Array(0);
    return mono;
  }

  private mixWindow(input: Float32Array, mono: Float32Array, at: number): void {
    const before = this.sign;
    this.sign = this.chooseSign(input);
    const frames = input.length / 2;
    const step = (this.sign - before) / frames;
    for (let frame = 0; frame < frames; frame += 1) {
      const factor = before + step * (frame + 1);
      mono[at + frame] = 0.5 * (input[frame * 2]! + factor * input[frame * 2 + 1]!);
    }
  }

  private chooseSign(input: Float32Array): number {
    let sum = 0;
    let difference = 0;
    for (let index = 0; index + 1 < input.length; index += 2) {
      const plus = input[index]! + input[index + 1]!;
      const minus = input[index]! - input[index + 1]!;
      sum += plus * plus;
      difference += minus * minus;
    }
    this.sumEnergy = this.sumEnergy * memoryPerWindow + sum;
    this.differenceEnergy = this.differenceEnergy * memoryPerWindow + difference;
    if (this.differenceEnergy > this.sumEnergy * cancelledRatio) return -1;
    return this.differenceEnergy < this.sumEnergy ? 1 : this.sign;
  }
}

function join(first: Float32Array, second: Float32Array): Float32Array {
  if (first.length === 0) return second;
  const joined = new Float32Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
