import { type FileHandle, open } from 'node:fs/promises';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { FileBody, HttpRequest } from './http-client';

const pieceBytes = 256 * 1024;

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
 * @throws StudioError `media/not-found`, `media/unreadable` (data: `path`, `reason`)
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
    file = await open(path);
    const end = endByte ?? (await file.stat()).size;
    const handle = file;
    return {
      lengthBytes: Math.max(0, end - beginByte),
      pieces: (onSent) => readPieces(handle, path, beginByte, end, onSent),
      close: () => handle.close(),
    };
  } catch (thrown) {
    await file?.close();
    const isMissing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    throw isMissing
      ? new StudioError('media/not-found', `no file ${path}`, { data: { path } })
      : unreadable(path, describeThrown(thrown));
  }
}

/** The next piece is read while the connection takes one, so that neither waits for the other. */
async function* readPieces(
  file: FileHandle,
  path: string,
  beginByte: number,
  endByte: number,
  onSent: (sentBytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let at = beginByte;
  let ahead = readPiece(file, path, at, endByte);
  onSent(0);
  try {
    while (at < endByte) {
      const piece = await ahead;
      at += piece.byteLength;
      if (at < endByte) ahead = readPiece(file, path, at, endByte);
      yield piece;
      // Asked for the next one: this one is with the connection.
      onSent(at - beginByte);
    }
  } finally {
    // A file is not closed under a read.
    await ahead.catch(() => undefined);
  }
}

function readPiece(
  file: FileHandle,
  path: string,
  beginByte: number,
  endByte: number,
): Promise<Uint8Array> {
  // Not from the pool, and not filled with zeros: all of it is read over.
  const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, endByte - beginByte));
  const reading = file.read(piece, 0, piece.byteLength, beginByte).then(
    ({ bytesRead }) => {
      if (bytesRead === 0 && piece.byteLength > 0) {
        throw unreadable(path, 'it became shorter while it was sent');
      }
      return piece.subarray(0, bytesRead);
    },
    (thrown: unknown) => {
      throw unreadable(path, describeThrown(thrown));
    },
  );
  // It may fail while the one before it is sent; whoever asks for it hears of it.
  reading.catch(() => undefined);
  return reading;
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

function unreadable(path: string, reason: string): StudioError {
  return new StudioError('media/unreadable', `${path}: ${reason}`, { data: { path, reason } });
}
