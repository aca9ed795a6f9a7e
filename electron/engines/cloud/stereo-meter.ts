import { digitalSilenceDb, findQuietDb } from '@core/sound/level';
import type { StereoFacts } from '@isi/stereo-facts';
import { recognitionRateHz } from '../engine';

/** Samples of a channel that are judged for speech at a time: 32 ms. */
export const frameSamples = 512;
/** Frames that are compared at a time: 4 s, in which two people hardly rise and fall alike. */
export const windowFrames = 128;

const frameMs = (frameSamples * 1_000) / recognitionRateHz;
/** Below there is nothing. */
const leastPower = toPower(digitalSilenceDb);
/** Speech that is fainter than other speech must stand out so far from what is quietest beside it. */
const standsOut = toPower(10);
/** What is quietest in a window: so much of it is below. */
const quietShare = 0.1;
const speechProbability = 0.5;
/** Correlation from which both channels are the very same, and from which they are the same speech. */
const sameCorrelation = 0.98;
const sharedCorrelation = 0.5;
/** The same of their loudness over time, for sound that comes to both by different ways. */
const sharedEnvelope = 0.7;
const leastEnvelopeFrames = 8;
/** 6 dB, in power. */
const clearlyLouder = 4;
/** 10 dB, in power. */
const muchLouder = 10;

/** Powers of a window's frames, without what is constant in them. */
interface FramePowers {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly cross: Float64Array;
}

/** A stretch of two channels, and what can be said of it without knowing what is speech. */
export interface StereoWindow {
  readonly powers: FramePowers;
  readonly hasSound: readonly [first: boolean, second: boolean];
  readonly isSame: boolean;
}

/** How likely each frame is speech; undefined where the channel has no sound. */
export type SpeechOfChannel = ArrayLike<number> | undefined;

/** A block of samples in turn as one block for each channel. */
export function splitChannels(interleaved: Float32Array, count: number): Float32Array[] {
  const samples = interleaved.length / count;
  return Array.from({ length: count }, (_, channel) => {
    const own = new Float32Array(samples);
    for (let at = 0; at < samples; at += 1) own[at] = interleaved[count * at + channel]!;
    return own;
  });
}

/** Measures a stretch of at most {@link windowFrames} frames of two channels. */
export function measureWindow(first: Float32Array, second: Float32Array): StereoWindow {
  const powers = measurePowers(first, second);
  const hasSound = [powers.first, powers.second].map((each) => each.some(isSound)) as [
    boolean,
    boolean,
  ];
  const frames = powers.first.map((_, frame) => frame);
  const isSame =
    hasSound[0] && hasSound[1] && Math.abs(correlate(powers, frames)) >= sameCorrelation;
  return { powers, hasSound, isSame };
}

/**
 * Speech by loudness alone, for where there is no voice detector: what is not quiet as it is, and in
 * a faint recording what is not quiet beside its level, and not steady as the noise of a room is.
 * @param powers of a channel's frames
 * @param levelDb of the recording so far
 */
export function guessSpeech(powers: Float64Array, levelDb: number): Float64Array {
  const loud = toPower(findQuietDb(Infinity));
  const least = toPower(findQuietDb(levelDb));
  const quiet = powers.toSorted()[Math.floor(powers.length * quietShare)] ?? 0;
  const standing = Math.max(least, standsOut * quiet);
  return powers.map((power) => Number(power >= Math.min(loud, standing)));
}

/** 1 for each frame that has sound at all. */
export function findSounding(powers: Float64Array): Float64Array {
  return powers.map((power) => Number(isSound(power)));
}

/** How long somebody speaks in a window, ms. */
export function countSpeechMs(speech: SpeechOfChannel): number {
  let frames = 0;
  for (let frame = 0; frame < (speech?.length ?? 0); frame += 1) {
    if (speech![frame]! >= speechProbability) frames += 1;
  }
  return frames * frameMs;
}

/** Adds up what the windows of a recording say of its channels [CH2]; keeps nothing else. */
export class StereoMeter {
  #sharedMs = 0;
  #sameMs = 0;
  #oppositeMs = 0;
  readonly #louderMs: [number, number] = [0, 0];
  readonly #ownMs: [number, number] = [0, 0];
  #togetherMs = 0;
  #faintMs = 0;

  /** Takes a window that is the same in both channels: it needs no voice detector. */
  addSame({ powers }: StereoWindow): void {
    const frames = [...powers.first.keys()].filter(
      (frame) => isSound(powers.first[frame]!) || isSound(powers.second[frame]!),
    );
    this.#sameMs += frames.length * frameMs;
    this.#addShared(powers, frames);
  }

  /** Takes any other window. */
  add(
    { powers }: StereoWindow,
    [first, second]: readonly [first: SpeechOfChannel, second: SpeechOfChannel],
  ): void {
    const speaks = (speech: SpeechOfChannel, frame: number): boolean =>
      (speech?.[frame] ?? 0) >= speechProbability;
    const all = [...powers.first.keys()];
    const ofFirst = all.filter((frame) => speaks(first, frame));
    const ofSecond = all.filter((frame) => speaks(second, frame));
    if (ofFirst.length > 0 && ofSecond.length > 0) {
      const either = [...new Set([...ofFirst, ...ofSecond])];
      const isShared =
        Math.abs(correlate(powers, either)) >= sharedCorrelation ||
        compareEnvelopes(powers, either) >= sharedEnvelope;
      if (isShared) {
        this.#addShared(powers, either);
        return;
      }
    }
    this.#ownMs[0] += ofFirst.length * frameMs;
    this.#ownMs[1] += ofSecond.length * frameMs;
    const together = ofFirst.filter((frame) => ofSecond.includes(frame));
    const faint = together.filter((frame) => {
      const ratio = powers.first[frame]! / powers.second[frame]!;
      return ratio >= muchLouder || ratio <= 1 / muchLouder;
    });
    this.#togetherMs += together.length * frameMs;
    this.#faintMs += faint.length * frameMs;
  }

  /** @param by what told speech from other sound */
  finish(by: StereoFacts['by']): StereoFacts {
    return {
      by,
      sharedMs: this.#sharedMs,
      sameMs: this.#sameMs,
      oppositeMs: this.#oppositeMs,
      louderMs: this.#louderMs,
      ownMs: this.#ownMs,
      togetherMs: this.#togetherMs,
      faintMs: this.#faintMs,
    };
  }

  #addShared(powers: FramePowers, frames: readonly number[]): void {
    const lengthMs = frames.length * frameMs;
    this.#sharedMs += lengthMs;
    if (correlate(powers, frames) <= -sharedCorrelation) this.#oppositeMs += lengthMs;
    const first = sumOf(powers.first, frames);
    const second = sumOf(powers.second, frames);
    if (first >= clearlyLouder * second) this.#louderMs[0] += lengthMs;
    if (second >= clearlyLouder * first) this.#louderMs[1] += lengthMs;
  }
}

function isSound(power: number): boolean {
  return power >= leastPower;
}

function measurePowers(first: Float32Array, second: Float32Array): FramePowers {
  const count = Math.ceil(first.length / frameSamples);
  const powers = {
    first: new Float64Array(count),
    second: new Float64Array(count),
    cross: new Float64Array(count),
  };
  for (let frame = 0; frame < count; frame += 1) {
    const begin = frame * frameSamples;
    const end = Math.min(first.length, begin + frameSamples);
    let sumFirst = 0;
    let sumSecond = 0;
    let squaresFirst = 0;
    let squaresSecond = 0;
    let products = 0;
    for (let at = begin; at < end; at += 1) {
      const left = first[at]!;
      const right = second[at]!;
      sumFirst += left;
      sumSecond += right;
      squaresFirst += left * left;
      squaresSecond += right * right;
      products += left * right;
    }
    const length = end - begin;
    powers.first[frame] = squaresFirst / length - (sumFirst / length) ** 2;
    powers.second[frame] = squaresSecond / length - (sumSecond / length) ** 2;
    powers.cross[frame] = products / length - (sumFirst / length) * (sumSecond / length);
  }
  return powers;
}

/** From -1 (opposite) over 0 (nothing to do with each other) to 1 (the same). */
function correlate({ first, second, cross }: FramePowers, frames: ArrayLike<number>): number {
  const scale = Math.sqrt(sumOf(first, frames) * sumOf(second, frames));
  return scale > 0 ? sumOf(cross, frames) / scale : 0;
}

/** Whether both grow louder and softer together, -1 to 1. */
function compareEnvelopes({ first, second }: FramePowers, frames: readonly number[]): number {
  if (frames.length < leastEnvelopeFrames) return 0;
  const left = frames.map((frame) => Math.sqrt(Math.max(0, first[frame]!)));
  const right = frames.map((frame) => Math.sqrt(Math.max(0, second[frame]!)));
  const meanLeft = left.reduce((sum, value) => sum + value, 0) / left.length;
  const meanRight = right.reduce((sum, value) => sum + value, 0) / right.length;
  let products = 0;
  let squaresLeft = 0;
  let squaresRight = 0;
  for (const [index, value] of left.entries()) {
    const fromLeft = value - meanLeft;
    const fromRight = right[index]! - meanRight;
    products += fromLeft * fromRight;
    squaresLeft += fromLeft ** 2;
    squaresRight += fromRight ** 2;
  }
  const scale = Math.sqrt(squaresLeft * squaresRight);
  return scale > 0 ? products / scale : 0;
}

function sumOf(values: Float64Array, frames: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < frames.length; index += 1) sum += values[frames[index]!]!;
  return sum;
}

function toPower(db: number): number {
  return 10 ** (db / 10);
}
