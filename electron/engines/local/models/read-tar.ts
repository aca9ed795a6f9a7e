import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file taken out of an archive. */
export interface TarEntry {
  readonly path: string;
  readonly bytes: Buffer;
}

const blockBytes = 512;

/**
 * Reads chosen files out of a gzipped tar archive (ustar with pax paths, as `npm pack` writes it),
 * streaming: memory holds one chosen file at a time. Links and folders are passed over.
 * @param wants whether to take the file at a path
 * @throws Error when the archive is damaged or ends early
 */
export async function* readTar(
  archivePath: string,
  wants: (path: string) => boolean,
): AsyncGenerator<TarEntry> {
  const reader = new BlockReader(openArchive(archivePath));
  let longPath: string | undefined;
  for (;;) {
    const header = await reader.read(blockBytes);
    // The end is two empty blocks; some writers leave them out.
    if (header === undefined || header.every((byte) => byte === 0)) return;
    const { path, size, type } = parseHeader(header);
    const padding = (blockBytes - (size % blockBytes)) % blockBytes;
    if (type === 'x') {
      longPath = findPaxPath(await reader.readExactly(size));
    } else {
      const name = longPath ?? path;
      longPath = undefined;
      if (type === '0' && wants(name)) yield { path: name, bytes: await reader.readExactly(size) };
      else await reader.skip(size);
    }
    await reader.skip(padding);
  }
}

function openArchive(path: string): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  // The error reaches whoever reads `gunzip`; pipeline's own report would be a second one.
  pipeline(createReadStream(path), gunzip, () => undefined);
  return gunzip;
}

interface TarHeader {
  readonly path: string;
  readonly size: number;
  readonly type: string;
}

function parseHeader(header: Buffer): TarHeader {
  const text = (begin: number, end: number) =>
    header.toString('utf8', begin, end).replace(/\0.*$/s, '');
  const sizeText = text(124, 136).trim();
  // Octal digits only: sizes of 8 GiB and more are written otherwise, and no model is that large.
  if (!/^[0-7]+$/.test(sizeText) || !hasValidChecksum(header)) {
    throw new Error('The archive is damaged: a header is not readable');
  }
  const prefix = text(257, 262) === 'ustar' ? text(345, 500) : '';
  const type = text(156, 157);
  return {
    path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    size: Number.parseInt(sizeText, 8),
    type: type === '' ? '0' : type,
  };
}

/** The sum of a header's bytes, its own field counted as blanks. */
function hasValidChecksum(header: Buffer): boolean {
  let sum = 0;
  header.forEach((byte, index) => (sum += index >= 148 && index < 156 ? 0x20 : byte));
  return sum === Number.parseInt(header.toString('latin1', 148, 156).replace(/\0.*$/s, ''), 8);
}

/** The path in a pax header, whose records read "LENGTH key=value\n". */
function findPaxPath(records: Buffer): string | undefined {
  return /^\d+ path=(.*)$/m.exec(records.toString('utf8'))?.[1];
}

/** Reads exact lengths from a stream of chunks of any size. */
class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, or undefined at the end of the stream. */
  async read(length: number): Promise<Buffer | undefined> {
    if (this.#rest.length === 0 && !(await this.#refill())) return undefined;
    return this.readExactly(length);
  }

  async readExactly(length: number): Promise<Buffer> {
    const result = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      if (this.#rest.length === 0) await this.#refillOrFail();
      const count = this.#rest.copy(result, filled, 0, length - filled);
      this.#rest = this.#rest.subarray(count);
      filled += count;
    }
    return result;
  }

  async skip(length: number): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.#rest.length === 0) await this.#refillOrFail();
      const count = Math.min(left, this.#rest.length);
      this.#rest = this.#rest.subarray(count);
      left -= count;
    }
  }

  async #refillOrFail(): Promise<void> {
    if (!(await this.#refill())) throw new Error('The archive is damaged: it ends early');
  }

  async #refill(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#rest = next.value;
    return true;
  }
}
