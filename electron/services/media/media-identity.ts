import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const blockBytes = 65_536;
const blockCount = 16;

/**
 * A key for the content of a file: its size and a hash over sixteen blocks from first to last.
 * Neither its path nor its times are part of it: moving, copying and syncing change those and not
 * the sound, while a restored backup can bring other sound under an old time. Reading all of a
 * film would take longer than its peaks; blocks spread over the file catch any re-encoding and
 * almost any cut.
 */
export async function readMediaIdentity(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    hash.update(`${size}\n`);
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
