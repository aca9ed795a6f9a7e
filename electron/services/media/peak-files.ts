import { type FileHandle, open } from 'node:fs/promises';
import {
  bytesPerPeak,
  isWhole,
  parsePeakFileHeader,
  peakFileHeaderBytes,
  type PeakFileLevel,
} from '@core/waveform/peak-file';
import { privateFileMode } from '../files/private-files';
import { openRegularFile } from '../files/regular-file';

/** What the cache needs of a file it writes; small, so that a full disk can be played in a test. */
export interface PeakFileWriter {
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Makes what was written survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Creates a peak file, which must not be there yet. */
export async function createPeakFile(path: string): Promise<PeakFileWriter> {
  const file = await open(path, 'wx', privateFileMode);
  return {
    write: async (bytes, position) => {
      let written = 0;
      while (written < bytes.length) {
        const rest = bytes.length - written;
        written += (await file.write(bytes, written, rest, position + written)).bytesWritten;
      }
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

/** The bytes of pairs, without a copy. */
export function bytesOf(pairs: Int16Array): Uint8Array {
  return new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength);
}

/** Levels of a complete peak file; undefined where there is none or it is damaged. */
export async function readCompleteLevels(
  path: string,
): Promise<readonly PeakFileLevel[] | undefined> {
  let file;
  try {
    file = await openRegularFile(path);
  } catch {
    // Not there, or not readable: it is built anew, and a true fault shows when it is written.
    return undefined;
  }
  try {
    const bytes = new Uint8Array(peakFileHeaderBytes);
    await file.read(bytes, 0, bytes.length, 0);
    const header = parsePeakFileHeader(bytes);
    const { size } = await file.stat();
    return header !== undefined && isWhole(header, size) ? header.levels : undefined;
  } finally {
    await file.close();
  }
}

/** @throws RangeError for a level that peaks do not have */
export function getLevel(levels: readonly PeakFileLevel[], level: number): PeakFileLevel {
  const found = levels[level];
  if (found === undefined) throw new RangeError(`No peak level ${level}`);
  return found;
}

/** Reads from the first of the paths that exists: a partial file may just have been renamed. */
export async function readPairs(
  paths: readonly string[],
  { beginByte, count }: PeakFileLevel,
  beginIndex: number,
  endIndex: number,
): Promise<Int16Array> {
  const begin = Math.max(0, Math.min(beginIndex, count));
  const pairs = new Int16Array(Math.max(0, Math.min(endIndex, count) - begin) * 2);
  if (pairs.length === 0) return pairs;
  const file = await openFirst(paths);
  try {
    const bytes = new Uint8Array(pairs.buffer);
    await file.read(bytes, 0, bytes.length, beginByte + begin * bytesPerPeak);
  } finally {
    await file.close();
  }
  return pairs;
}

/** @throws Error the system's, of the last path, where none can be opened */
export async function openFirst(paths: readonly string[]): Promise<FileHandle> {
  const [path, ...others] = paths;
  try {
    return await open(path!, 'r');
  } catch (thrown) {
    if (others.length === 0) throw thrown;
    return openFirst(others);
  }
}
