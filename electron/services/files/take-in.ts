import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StudioError } from '@core/errors/studio-error';
import { makePrivateFolder } from './private-files';
import { formatSafeFileName } from './safe-file-name';

/** Left free for the studio's own work when a file is taken in. */
const reserveBytes = 200_000_000;

export interface TakeInOptions {
  /** Folder that holds one folder for each content. */
  readonly uploads: string;
  /** As it was given; what is not safe in a name is left out. */
  readonly name: string;
  /** Undefined where nobody says. */
  readonly sizeBytes: number | undefined;
  readonly signal?: AbortSignal;
  /** Takes bytes so far. */
  readonly onReceived?: (receivedBytes: number) => void;
}

/** Removes what broken-off files left when the studio went down in the middle of one. */
export async function clearIncoming(uploads: string): Promise<void> {
  await rm(incomingFolder(uploads), { recursive: true, force: true });
}

/**
 * Streams a file to disk, whole or not at all.
 * @returns its path
 * @throws StudioError `file/too-large` where it does not fit, and whatever `pieces` or the disk throw
 */
export async function takeIn(
  pieces: AsyncIterable<Uint8Array>,
  { uploads, name, sizeBytes, signal, onReceived }: TakeInOptions,
): Promise<string> {
  const incoming = incomingFolder(uploads);
  const partial = join(incoming, randomBytes(12).toString('hex'));
  try {
    await makePrivateFolder(incoming);
    const freeBytes = await findFreeBytes(incoming);
    assertSpace(sizeBytes ?? 0, freeBytes);
    const hash = createHash('sha256');
    const hashed = async function* (): AsyncGenerator<Uint8Array> {
      let receivedBytes = 0;
      for await (const piece of pieces) {
        hash.update(piece);
        receivedBytes += piece.length;
        // Where nobody said how much would come.
        if (sizeBytes === undefined) assertSpace(receivedBytes, freeBytes);
        yield piece;
        onReceived?.(receivedBytes);
      }
    };
    const file = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
    await pipeline(hashed, file, signal === undefined ? {} : { signal });
    const folder = join(uploads, hash.digest('hex').slice(0, 24));
    return await keepOnce(partial, folder, formatSafeFileName(name));
  } finally {
    await rm(partial, { force: true });
  }
}

/**
 * A file has its place by its content: one that comes again is the same file, so that it has the
 * same project, and takes no space twice.
 */
async function keepOnce(partial: string, folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  // The one that is there may be playing, and its peaks are known by its time.
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return path;
  await makePrivateFolder(folder);
  await rename(partial, path);
  return path;
}

function incomingFolder(uploads: string): string {
  return join(uploads, '.incoming');
}

/** Without an end where the system does not tell: then the write itself will. */
async function findFreeBytes(folder: string): Promise<number> {
  const space = await statfs(folder).catch(() => undefined);
  return space === undefined ? Infinity : space.bavail * space.bsize;
}

/** Before the first byte: a disk that fills up half an hour later serves nobody. */
function assertSpace(sizeBytes: number, freeBytes: number): void {
  if (sizeBytes + reserveBytes <= freeBytes) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
  throw new StudioError('file/too-large', 'not enough space for a file', {
    data: { reason: `${megabytes(sizeBytes)} MB > ${megabytes(freeBytes)} MB` },
  });
}
