import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { describeThrown, StudioError } from '@core/errors/studio-error';

const pieceBytes = 512 * 1024;
const bufferCount = 2;
/** Memory gives a piece in a twentieth of this; what takes longer came from a disk or a network. */
const usualSlowReadMs = 5;
/** How much is read aside after a slow piece, before one is read at once again. */
const slowStretchBytes = 16 * 1024 * 1024;

/** A stretch of an open file. */
export interface FileStretch {
  readonly file: FileHandle;
  /** For what is said of it. */
  readonly path: string;
  readonly beginByte: number;
  /** Byte after the last. */
  readonly endByte: number;
}

/**
 * A stretch of a file, in pieces that are sent one after another.
 *
 * What is sent was nearly always read a moment before (probed, drawn, converted), so the system has
 * it in memory. From there a read takes less than handing it to another thread, which would double
 * the work of an upload: it is done at once. Not so the first, because a disk may have to wake, and
 * not for a while after a slow one: a disk holds the program up for one piece in dozens at most.
 *
 * The memory of a piece is used again for the next but one: few buffers stay in the processor's
 * cache. That is safe with a writer that asks for a piece when the last one was taken, as undici
 * does: all but the last are longer than what a connection keeps waiting.
 * @param onSent called with how many bytes the writer has asked on from, before each piece and at
 *   the end
 * @throws StudioError `media/unreadable` (data: `path`, `reason`)
 */
export async function* readFilePieces(
  { file, path, beginByte, endByte }: FileStretch,
  onSent: (sentBytes: number) => void,
  slowReadMs = usualSlowReadMs,
): AsyncGenerator<Uint8Array> {
  const buffers = Array.from({ length: bufferCount }, () => Buffer.allocUnsafeSlow(pieceBytes));
  let at = beginByte;
  let quickFrom = beginByte + 1;
  for (let count = 0; at < endByte; count++) {
    onSent(at - beginByte);
    // Memory and a quick receiver would keep all else of the program waiting to the end.
    await setImmediate();
    const piece = buffers[count % bufferCount]!.subarray(0, endByte - at);
    const isQuick = at >= quickFrom;
    const beganMs = performance.now();
    try {
      for (let filled = 0; filled < piece.length;) {
        const rest = [piece, filled, piece.length - filled, at + filled] as const;
        const length = isQuick ? readSync(file.fd, ...rest) : (await file.read(...rest)).bytesRead;
        if (length === 0) throw new Error('it became shorter while it was sent');
        filled += length;
      }
    } catch (thrown) {
      const reason = describeThrown(thrown);
      throw new StudioError('media/unreadable', `${path}: ${reason}`, { data: { path, reason } });
    }
    const isSlow = performance.now() - beganMs > slowReadMs;
    if (isQuick && isSlow) quickFrom = at + slowStretchBytes;
    at += piece.length;
    yield piece;
  }
  onSent(at - beginByte);
}
