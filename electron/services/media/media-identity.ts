import { createHash } from 'node:crypto';
import { openRegularFile, type RegularFileOptions } from '../files/regular-file';

const blockBytes = 65_536;
const blockCount = 16;

/**
 * A key for the content of a file: its size, its time of change and a hash over sixteen blocks
 * from first to last. The path is not part of it, as moving a file does not change its sound.
 * The time alone would not do: a restored backup or a re-encoding that keeps it can bring other
 * sound under an old time, which the hash catches. The hash alone would not do either: a word
 * blanked out in place in a WAV can lie between two blocks. Hashing all of a film would take
 * longer than its peaks. The price is that a copy with a new time is decoded once more.
 * @throws as `openRegularFile`
 */
export async function readMediaIdentity(
  path: string,
  options?: RegularFileOptions,
): Promise<string> {
  const hash = createHash('sha256');
  const file = await openRegularFile(path, options);
  try {
    const { size, mtimeMs } = await file.stat();
    hash.update(`${size} ${Math.trunc(mtimeMs)}\n`);
    const last = Math.max(0, size - blockBytes);
    const step = last / (blockCount - 1);
    const offsets = Array.from({ length: blockCount }, (_, index) => Math.floor(index * step));
    const buffer = Buffer.alloc(blockBytes);
    for (const offset of new Set(offsets)) {
      const { bytesRead } = await file.read(buffer, 0, blockBytes, offset);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex').slice(0, 40);
}
