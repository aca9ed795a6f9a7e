import { areChunksToEnd, type ChunkShape, findNextOffset, walkChunks } from './chunks';
import { isSamePlace, type MiscountedSamples, type RawSamples } from './raw-samples';
import type { ReadAt } from './read-at';

/** Chunks of AIFF: eight bytes of name and length. */
const aiffChunks: ChunkShape = {
  headBytes: 8,
  alignment: 2,
  parse: (bytes, index) => ({
    name: bytes.toString('latin1', index, index + 4),
    size: bytes.readUInt32BE(index + 4),
  }),
  trailingNames: new Set([
    ...['(c) ', 'AESD', 'AFAn', 'ANNO', 'APPL', 'AUTH', 'CHAN', 'COMM', 'COMT', 'FLLR', 'FVER'],
    ...['ID3 ', 'INST', 'JUNK', 'LIST', 'MARK', 'MIDI', 'NAME', 'PEAK', 'SAXL', 'basc', 'bext'],
    ...['cate', 'iXML', 'trns'],
  ]),
};
/** In front of the samples: how far on they begin, and the size of their blocks. */
const soundHeadBytes = 8;

/**
 * The samples of an AIFF whose length is not that of the file; undefined where it is right, where what
 * it holds is packed, or no AIFF.
 * Source: Audio Interchange File Format 1.3; AIFF-C draft of 1991.
 */
export async function findAiffSamples(
  readAt: ReadAt,
  sizeBytes: number,
): Promise<MiscountedSamples | undefined> {
  const form = await readAt(0, 12);
  if (!/^FORM.{4}AIF[FC]$/s.test(form.toString('latin1'))) return undefined;
  let shape: Omit<RawSamples, 'beginByte'> | undefined;
  for await (const chunk of walkChunks(readAt, form.length, aiffChunks)) {
    const { name, size } = chunk;
    if (name === 'COMM') {
      shape = readShape(await readAt(chunk.at, 22), form.toString('latin1', 8) === 'AIFC');
    }
    if (name === 'SSND') {
      const head = await readAt(chunk.at, soundHeadBytes);
      if (shape === undefined || head.length < soundHeadBytes) return undefined;
      const beginByte = chunk.at + soundHeadBytes + head.readUInt32BE(0);
      const endByte = chunk.at + size;
      const isRight =
        isSamePlace(endByte, sizeBytes, shape) ||
        (await areChunksToEnd(
          readAt,
          findNextOffset(chunk, aiffChunks),
          sizeBytes,
          aiffChunks,
          true,
        ));
      if (isRight) return undefined;
      const statedBytes = size - (beginByte - chunk.at);
      return { samples: { ...shape, beginByte }, statedBytes, chunks: aiffChunks };
    }
  }
  return undefined;
}

function readShape(bytes: Buffer, isPacked: boolean): Omit<RawSamples, 'beginByte'> | undefined {
  if (bytes.length < (isPacked ? 22 : 18)) return undefined;
  const channels = bytes.readUInt16BE(0);
  const bits = bytes.readUInt16BE(6);
  // 80 bits: an exponent, and a mantissa of which the upper half has all of a rate.
  const exponent = (bytes.readUInt16BE(8) & 0x7fff) - 16_383;
  const rateHz = bytes.readUInt32BE(10) * 2 ** (exponent - 31);
  const stored = findStored(isPacked ? bytes.toString('latin1', 18, 22) : 'NONE', bits);
  if (stored === undefined || channels === 0 || rateHz < 1) return undefined;
  const [format, sampleBytes] = stored;
  return { format, rateHz, channels, bytesPerFrame: sampleBytes * channels };
}

const wholeFormats = ['s8', 's16be', 's24be', 's32be'];

/** Of compressions that leave each sample by itself: ffmpeg's name, and how many bytes it has. */
function findStored(
  compression: string,
  bits: number,
): readonly [format: string, bytes: number] | undefined {
  switch (compression.toLowerCase()) {
    case 'none':
    case 'twos':
    case 'in24':
    case 'in32': {
      const bytes = Math.ceil(bits / 8);
      const format = wholeFormats[bytes - 1];
      return format === undefined ? undefined : [format, bytes];
    }
    case 'sowt':
      return bits === 16 ? ['s16le', 2] : undefined;
    case 'fl32':
      return ['f32be', 4];
    case 'fl64':
      return ['f64be', 8];
    case 'ulaw':
      return ['mulaw', 1];
    case 'alaw':
      return ['alaw', 1];
    default:
      return undefined;
  }
}
