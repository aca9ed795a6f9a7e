import { type Chunk, type ChunkShape, findNextOffset, readChunk, walkChunks } from './chunks';
import { isSamePlace, type MiscountedSamples, type RawSamples } from './raw-samples';
import type { ReadAt } from './read-at';

/** What all names of chunks end with, behind four letters. */
const nameEnd = Buffer.from('f3acd3118cd100c04f8edb8a', 'hex');
const headBytes = 24;
/** Chunks of W64: a name of 16 bytes, and a length of 64 bits that counts the head as well. */
const wave64Chunks: ChunkShape = {
  headBytes,
  alignment: 8,
  parse: (bytes, index) =>
    bytes.subarray(index + 4, index + 16).equals(nameEnd)
      ? {
          name: bytes.toString('latin1', index, index + 4),
          size: Number(bytes.readBigUInt64LE(index + 16)) - headBytes,
        }
      : undefined,
  trailingNames: new Set(['bext', 'fact', 'junk', 'levl']),
};
const extensible = 0xfffe;

/**
 * The samples of a W64 whose length is not that of the file; undefined where it is right, where what it
 * holds is packed, or no W64.
 * Source: Sony Wave64, Sonic Foundry.
 */
export async function findWave64Samples(
  readAt: ReadAt,
  sizeBytes: number,
): Promise<MiscountedSamples | undefined> {
  const riff = await readAt(0, 40);
  if (riff.length < 40 || riff.toString('latin1', 0, 4) !== 'riff') return undefined;
  if (riff.toString('latin1', headBytes, headBytes + 4) !== 'wave') return undefined;
  let shape: Omit<RawSamples, 'beginByte'> | undefined;
  for await (const chunk of walkChunks(readAt, riff.length, wave64Chunks)) {
    const { name, size: statedBytes } = chunk;
    if (name === 'data') {
      if (shape === undefined) return undefined;
      const isRight =
        isSamePlace(chunk.at + statedBytes, sizeBytes, shape) ||
        (statedBytes >= 0 && (await findNext(readAt, chunk)) !== undefined);
      if (isRight) return undefined;
      return { samples: { ...shape, beginByte: chunk.at }, statedBytes, chunks: wave64Chunks };
    }
    if (name === 'fmt ') shape = readShape(await readAt(chunk.at, 26));
  }
  return undefined;
}

function findNext(readAt: ReadAt, chunk: Chunk): Promise<Chunk | undefined> {
  return readChunk(readAt, findNextOffset(chunk, wave64Chunks), wave64Chunks);
}

function readShape(bytes: Buffer): Omit<RawSamples, 'beginByte'> | undefined {
  if (bytes.length < 16) return undefined;
  const stated = bytes.readUInt16LE(0);
  const tag = stated === extensible && bytes.length >= 26 ? bytes.readUInt16LE(24) : stated;
  const bits = bytes.readUInt16LE(14);
  const format = formats[tag]?.[bits];
  const channels = bytes.readUInt16LE(2);
  const rateHz = bytes.readUInt32LE(4);
  if (format === undefined || channels === 0 || rateHz === 0) return undefined;
  return { format, rateHz, channels, bytesPerFrame: (bits / 8) * channels };
}

/** ffmpeg's names, by the tag of the kind of samples and by their bits. */
const formats: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  1: { 8: 'u8', 16: 's16le', 24: 's24le', 32: 's32le' },
  3: { 32: 'f32le', 64: 'f64le' },
  6: { 8: 'alaw' },
  7: { 8: 'mulaw' },
};
