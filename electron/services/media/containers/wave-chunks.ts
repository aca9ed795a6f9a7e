import type { ReadAt } from './read-at';

/** A chunk of a RIFF file: eight bytes of name and length, then what it holds, padded to even. */
export interface WaveChunk {
  readonly name: string;
  /** Where what it holds begins. */
  readonly at: number;
  readonly size: number;
}

const chunkHeaderBytes = 8;
const mostChunks = 256;

/** Reads the head of the chunk at an offset; undefined where no name stands there. */
export async function readChunk(readAt: ReadAt, offset: number): Promise<WaveChunk | undefined> {
  const head = await readAt(offset, chunkHeaderBytes);
  return parseChunk(head, 0, offset);
}

function parseChunk(bytes: Buffer, index: number, offset: number): WaveChunk | undefined {
  if (bytes.length < index + chunkHeaderBytes) return undefined;
  const name = bytes.toString('latin1', index, index + 4);
  if (!/^[\x20-\x7e]{4}$/.test(name)) return undefined;
  return { name, at: offset + chunkHeaderBytes, size: bytes.readUInt32LE(index + 4) };
}

/** Where the chunk behind this one begins. */
export function findNextOffset({ at, size }: WaveChunk): number {
  return at + size + (size % 2);
}

/**
 * Chunks that programs write behind the sound. What else stands there may be sound as well: four
 * bytes of it are a name and a length easily enough.
 */
const trailingNames = new Set([
  ...[
    'LIST',
    'list',
    'id3 ',
    'ID3 ',
    'bext',
    'iXML',
    'cue ',
    'smpl',
    'inst',
    'fact',
    'JUNK',
    'junk',
  ],
  ...[
    'PAD ',
    'FLLR',
    '_PMX',
    'cart',
    'axml',
    'chna',
    'DISP',
    'PEAK',
    'plst',
    'labl',
    'note',
    'ltxt',
  ],
  ...[
    'acid',
    'strc',
    'umid',
    'minf',
    'elm1',
    'regn',
    'ovwf',
    'levl',
    'afsp',
    'link',
    'mext',
    'r64m',
  ],
  ...['SAUR', 'LGWV', 'ResU', 'SyLp', 'wavl', 'slnt', 'aXML', 'qlty', 'sidx', 'c2pa', 'C2PA'],
]);

/** Whether chunks of known names begin at an offset and end where the file does. */
export async function areChunksToEnd(
  readAt: ReadAt,
  offset: number,
  sizeBytes: number,
): Promise<boolean> {
  let at = offset;
  for (let count = 0; count < mostChunks; count += 1) {
    const chunk = await readChunk(readAt, at);
    if (chunk === undefined || !trailingNames.has(chunk.name)) return false;
    at = findNextOffset(chunk);
    // A last odd chunk is often not padded.
    if (at === sizeBytes || at - 1 === sizeBytes) return true;
    if (at > sizeBytes) return false;
  }
  return false;
}

/** How far before the end of a file chunks behind its sound are looked for. */
const searchedBytes = 131_072;

/** Where the chunks behind the sound begin, found from the end; the end where there are none. */
export async function findTrailingChunks(
  readAt: ReadAt,
  soundBeginByte: number,
  sizeBytes: number,
): Promise<number> {
  const begin = Math.max(soundBeginByte, sizeBytes - searchedBytes);
  const bytes = await readAt(begin, sizeBytes - begin);
  const readWithin: ReadAt = (offset, length) =>
    Promise.resolve(bytes.subarray(offset - begin, offset - begin + length));
  for (let index = 0; index + chunkHeaderBytes <= bytes.length; index += 1) {
    const chunk = parseChunk(bytes, index, begin + index);
    if (chunk === undefined || !trailingNames.has(chunk.name)) continue;
    if (await areChunksToEnd(readWithin, begin + index, sizeBytes)) return begin + index;
  }
  return sizeBytes;
}
