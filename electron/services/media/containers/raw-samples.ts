/** Bare samples in a file, and how they are stored. */
export interface RawSamples {
  /** By ffmpeg's name of the demuxer of such samples. */
  readonly format: string;
  readonly rateHz: number;
  readonly channels: number;
  readonly bytesPerFrame: number;
  readonly beginByte: number;
}
