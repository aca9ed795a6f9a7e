import type { ChunkShape } from './chunks';

/** Bare samples in a file, and how they are stored. */
export interface RawSamples {
  /** By ffmpeg's name of the demuxer of such samples. */
  readonly format: string;
  readonly rateHz: number;
  readonly channels: number;
  readonly bytesPerFrame: number;
  readonly beginByte: number;
}

/** Samples whose header is wrong about how many there are. */
export interface MiscountedSamples {
  readonly samples: RawSamples;
  /** As the header has it. */
  readonly statedBytes: number;
  /** What may stand behind them. */
  readonly chunks?: ChunkShape;
}

/** Remains shorter than this share of a second are of no sound that anybody misses. */
const heardShare = 1 / 20;

/** Whether two places in a file of samples are the same to whoever hears them. */
export function isSamePlace(
  one: number,
  other: number,
  { rateHz, bytesPerFrame }: Pick<RawSamples, 'rateHz' | 'bytesPerFrame'>,
): boolean {
  return Math.abs(one - other) < rateHz * bytesPerFrame * heardShare;
}
