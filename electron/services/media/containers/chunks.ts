import type { ReadAt } from './read-at';

/** A piece of a file that is made of named pieces: its head, then what it holds. */
export interface Chunk {
  readonly name: string;
  /** Where what it holds begins. */
  readonly at: number;
  readonly size: number;
}

/** How a container writes its chunks. */
export interface ChunkShape {
  readonly headBytes: number;
  /** Each begins at a multiple of it, behind the one before. */
  readonly alignment: number;
  /** Reads the head at an index, of which all bytes are there; undefined where none can stand. */
  readonly parse: (
    bytes: Buffer,
    index: number,
  ) => { readonly name: string; readonly size: number } | undefined;
  /**
   * Chunks that programs write behind the sound. What else stands there may be sound as well: a few
   * bytes of it are a name and a length easily enough.
   */
  readonly trailingNames: ReadonlySet<string>;
}

const mostChunks = 256;

/** Reads the head of the chunk at an offset; undefined where no name stands there. */
export async function readChunk(
  readAt: ReadAt,
  offset: number,
  shape: ChunkShape,
): Promise<Chunk | undefined> {
  return parseChunk(await readAt(offset, shape.headBytes), 0, offset, shape);
}

function parseChunk(
  bytes: Buffer,
  index: number,
  offset: number,
  { headBytes, parse }: ChunkShape,
): Chunk | undefined {
  if (bytes.length < index + headBytes) return undefined;
  const head = parse(bytes, index);
  if (head === undefined || !/^[\x20-\x7e]{4}$/.test(head.name)) return undefined;
  return { ...head, at: offset + headBytes };
}

/** The chunks from an offset on, one after the other, as far as they can be followed. */
export async function* walkChunks(
  readAt: ReadAt,
  offset: number,
  shape: ChunkShape,
): AsyncGenerator<Chunk, void> {
  let at = offset;
  for (let count = 0; count < mostChunks; count += 1) {
    const chunk = await readChunk(readAt, at, shape);
    if (chunk === undefined) return;
    yield chunk;
    if (chunk.size < 0) return;
    at = findNextOffset(chunk, shape);
  }
}

/** Where the chunk behind this one begins. */
export function findNextOffset({ at, size }: Chunk, { alignment }: ChunkShape): number {
  return at + size + ((alignment - (size % alignment)) % alignment);
}

/**
 * Whether chunks begin at an offset and end where the file does.
 * @param takesAny whether chunks of unknown names are some as well
 */
export async function areChunksToEnd(
  readAt: ReadAt,
  offset: number,
  sizeBytes: number,
  shape: ChunkShape,
  takesAny = false,
): Promise<boolean> {
  for await (const chunk of walkChunks(readAt, offset, shape)) {
    if (chunk.size < 0) return false;
    if (!takesAny && !shape.trailingNames.has(chunk.name)) return false;
    const at = findNextOffset(chunk, shape);
    // The last one is often not padded.
    if (at >= sizeBytes) return at - sizeBytes < shape.alignment;
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
  shape: ChunkShape,
): Promise<number> {
  const begin = Math.max(soundBeginByte, sizeBytes - searchedBytes);
  const bytes = await readAt(begin, sizeBytes - begin);
  const readWithin: ReadAt = (offset, length) =>
    Promise.resolve(bytes.subarray(offset - begin, offset - begin + length));
  for (let index = 0; index + shape.headBytes <= bytes.length; index += 1) {
    const chunk = parseChunk(bytes, index, begin + index, shape);
    if (chunk === undefined || !shape.trailingNames.has(chunk.name)) continue;
    if (await areChunksToEnd(readWithin, begin + index, sizeBytes, shape)) return begin + index;
  }
  return sizeBytes;
}
