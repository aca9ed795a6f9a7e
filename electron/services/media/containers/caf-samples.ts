import { areChunksToEnd, type ChunkShape, walkChunks } from './chunks';
import { isSamePlace, type MiscountedSamples, type RawSamples } from './raw-samples';
import type { ReadAt } from './read-at';

/** Chunks of CAF: four letters and a length of 64 bits, of which −1 goes to the end. */
export const cafChunks: ChunkShape = {
  headBytes: 12,
  alignment: 1,
  parse: (bytes, index) => ({
    name: bytes.toString('latin1', index, index + 4),
    size: Number(bytes.readBigInt64BE(index + 4)),
  }),
  trailingNames: new Set([
    ...['chan', 'edct', 'free', 'info', 'inst', 'kuki', 'mark', 'midi', 'ovvw', 'peak', 'regn'],
    ...['strg', 'uid ', 'umid', 'uuid'],
  ]),
};
/** Before the first of them. */
export const cafHeadBytes = 8;
/** In front of the samples: how often they were edited. */
const editCountBytes = 4;

/**
 * The samples of a CAF whose length is not that of the file; undefined where it is right, where what it
 * holds is packed, or no CAF.
 * Source: Apple Core Audio Format Specification 1.0.
 */
export async function findCafSamples(
  readAt: ReadAt,
  sizeBytes: number,
): Promise<MiscountedSamples | undefined> {
  if ((await readAt(0, 4)).toString('latin1') !== 'caff') return undefined;
  let shape: Omit<RawSamples, 'beginByte'> | undefined;
  for await (const chunk of walkChunks(readAt, cafHeadBytes, cafChunks)) {
    if (chunk.name === 'data') {
      if (shape === undefined || chunk.size === -1) return undefined;
      const endByte = chunk.at + chunk.size;
      const isRight =
        isSamePlace(endByte, sizeBytes, shape) ||
        (chunk.size >= editCountBytes &&
          (await areChunksToEnd(readAt, endByte, sizeBytes, cafChunks, true)));
      if (isRight) return undefined;
      const samples = { ...shape, beginByte: chunk.at + editCountBytes };
      return { samples, statedBytes: chunk.size - editCountBytes, chunks: cafChunks };
    }
    if (chunk.name === 'desc') shape = readShape(await readAt(chunk.at, 32));
  }
  return undefined;
}

function readShape(bytes: Buffer): Omit<RawSamples, 'beginByte'> | undefined {
  if (bytes.length < 32) return undefined;
  const rateHz = bytes.readDoubleBE(0);
  const [flags, bytesPerFrame, framesPerPacket, channels, bits] = [12, 16, 20, 24, 28].map(
    (place) => bytes.readUInt32BE(place),
  ) as [number, number, number, number, number];
  const format = findFormat(bytes.toString('latin1', 8, 12), flags, bits);
  const isBare =
    framesPerPacket === 1 && channels > 0 && bytesPerFrame === Math.ceil(bits / 8) * channels;
  if (format === undefined || !isBare || !(rateHz >= 1)) return undefined;
  return { format, rateHz, channels, bytesPerFrame };
}

function findFormat(name: string, flags: number, bits: number): string | undefined {
  if (name === 'alaw' || name === 'ulaw') return name === 'alaw' ? 'alaw' : 'mulaw';
  if (name !== 'lpcm') return undefined;
  const [isReal, isLittle] = [(flags & 1) !== 0, (flags & 2) !== 0];
  if (bits === 8 && !isReal) return 's8';
  if (!(isReal ? [32, 64] : [16, 24, 32]).includes(bits)) return undefined;
  return `${isReal ? 'f' : 's'}${String(bits)}${isLittle ? 'le' : 'be'}`;
}
