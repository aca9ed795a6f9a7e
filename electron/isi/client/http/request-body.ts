import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { readFilePieces } from './file-pieces';
import type { FileBody, HttpRequest } from './http-client';

const pieceBytes = 256 * 1024;
/** A pipe in the place of the recording must not hold a thread; absent on Windows. */
const { O_RDONLY, O_NONBLOCK } = constants;

/** A body that is ready to be sent. */
export interface OpenBody {
  readonly lengthBytes: number;
  /** All of it where it is small; then there are no pieces. */
  readonly bytes?: Uint8Array;
  /** @param onSent called with the bytes that the connection has taken so far */
  readonly pieces?: (onSent: (sentBytes: number) => void) => AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens what is to be sent; what is large is read or cut in pieces, so that memory stays flat and
 * progress is seen.
 * @throws StudioError `media/not-found`, `media/not-a-file`, `media/unreadable` (data: `path`,
 *   `reason`)
 */
export async function openBody(body: NonNullable<HttpRequest['body']>): Promise<OpenBody> {
  if (typeof body === 'object' && 'path' in body) return openFile(body);
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  const close = (): Promise<void> => Promise.resolve();
  const lengthBytes = bytes.byteLength;
  return lengthBytes <= pieceBytes
    ? { lengthBytes, bytes, close }
    : { lengthBytes, pieces: (onSent) => cutPieces(bytes, onSent), close };
}

async function openFile({ path, beginByte = 0, endByte }: FileBody): Promise<OpenBody> {
  let file: FileHandle | undefined;
  try {
    assertFile(await stat(path), path);
    file = await open(path, O_RDONLY | O_NONBLOCK);
    const status = await file.stat();
    assertFile(status, path);
    const end = endByte ?? status.size;
    const stretch = { file, path, beginByte, endByte: end };
    return {
      lengthBytes: Math.max(0, end - beginByte),
      pieces: (onSent) => readFilePieces(stretch, onSent),
      close: () => stretch.file.close(),
    };
  } catch (thrown) {
    await file?.close();
    if (thrown instanceof StudioError) throw thrown;
    const isMissing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing) throw new StudioError('media/not-found', `no file ${path}`, { data: { path } });
    const reason = describeThrown(thrown);
    throw new StudioError('media/unreadable', `${path}: ${reason}`, { data: { path, reason } });
  }
}

/** @throws StudioError `media/not-a-file` */
function assertFile(status: Stats, path: string): void {
  if (status.isFile()) return;
  throw new StudioError('media/not-a-file', `${path} is not a regular file`, { data: { path } });
}

async function* cutPieces(
  bytes: Uint8Array,
  onSent: (sentBytes: number) => void,
): AsyncGenerator<Uint8Array> {
  onSent(0);
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    // Lets a piece go before the next is cut, as with a file.
    yield await Promise.resolve(piece);
    onSent(at + piece.byteLength);
  }
}
