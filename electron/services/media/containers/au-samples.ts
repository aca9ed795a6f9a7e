import { isSamePlace, type MiscountedSamples } from './raw-samples';
import type { ReadAt } from './read-at';

/** By the number of the encoding: ffmpeg's name, and how many bytes a sample has. */
const encodings: Readonly<Record<number, readonly [format: string, bytes: number]>> = {
  ...{ 1: ['mulaw', 1], 2: ['s8', 1], 3: ['s16be', 2], 4: ['s24be', 3], 5: ['s32be', 4] },
  ...{ 6: ['f32be', 4], 7: ['f64be', 8], 27: ['alaw', 1] },
};
/** Means that the length is that of the file. */
const toTheEnd = 0xffff_ffff;

/**
 * The samples of an AU whose length is not that of the file; undefined where it is right, or no AU.
 * Source: the header file audio/au.h of NeXT and Sun.
 */
export async function findAuSamples(
  readAt: ReadAt,
  sizeBytes: number,
): Promise<MiscountedSamples | undefined> {
  const head = await readAt(0, 24);
  if (head.length < 24 || head.toString('latin1', 0, 4) !== '.snd') return undefined;
  const [beginByte, statedBytes, encoding, rateHz, channels] = [4, 8, 12, 16, 20].map((at) =>
    head.readUInt32BE(at),
  ) as [number, number, number, number, number];
  const known = encodings[encoding];
  if (known === undefined || rateHz === 0 || channels === 0) return undefined;
  const [format, bytes] = known;
  const samples = { format, rateHz, channels, bytesPerFrame: bytes * channels, beginByte };
  const isRight =
    statedBytes === toTheEnd || isSamePlace(beginByte + statedBytes, sizeBytes, samples);
  return isRight ? undefined : { samples, statedBytes };
}
