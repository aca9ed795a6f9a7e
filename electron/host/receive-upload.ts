import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileGrant } from '@contract/api';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { makeFolder } from '../services/files/make-folder';
import { RefusedRequest } from './read-body';
import { formatSafeFileName } from '../services/files/safe-file-name';

/** Left free for the studio's own work when a file is taken in. */
const reserveBytes = 200_000_000;

export interface UploadOptions {
  /** Folder that holds one folder for each content. */
  readonly uploads: string;
  readonly grant: (path: string) => Promise<FileGrant>;
  /** A sender that is silent for this long is gone. */
  readonly idleMs: number;
}

/** Removes what broken-off uploads left when the studio went down in the middle of one. */
export async function clearIncoming(uploads: string): Promise<void> {
  await rm(incomingFolder(uploads), { recursive: true, force: true });
}

/**
 * Streams a file to disk. Its whole length has to come, or nothing is kept of it.
 * @param name as the page gave it
 * @throws RefusedRequest 411 without a length
 * @throws StudioError `file/too-large`, `media/empty`, `job/cancelled` when the page broke it off
 */
export async function receiveUpload(
  request: IncomingMessage,
  name: string,
  { uploads, grant, idleMs }: UploadOptions,
): Promise<FileGrant> {
  const header = request.headers['content-length'];
  if (header === undefined || !/^\d+$/.test(header)) throw new RefusedRequest(411);
  const sizeBytes = Number(header);
  const safeName = formatSafeFileName(name);
  if (sizeBytes === 0) {
    throw new StudioError('media/empty', 'an empty file was sent', { data: { path: safeName } });
  }
  const incoming = incomingFolder(uploads);
  const partial = join(incoming, randomBytes(12).toString('hex'));
  const giveUp = (): void => {
    request.destroy();
  };
  try {
    await makeFolder(incoming);
    await assertSpace(incoming, sizeBytes);
    request.socket.setTimeout(idleMs, giveUp);
    const hash = createHash('sha256');
    const hashed = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const part of source) {
        hash.update(part);
        yield part;
      }
    };
    await pipeline(request, hashed, createWriteStream(partial, { flags: 'wx', mode: 0o600 }));
    const folder = join(uploads, hash.digest('hex').slice(0, 24));
    return await grant(await keepOnce(partial, folder, safeName));
  } catch (thrown) {
    throw toUploadError(thrown);
  } finally {
    request.socket.setTimeout(0, giveUp);
    await rm(partial, { force: true });
  }
}

/**
 * A file has its place by its content: one that is sent again is the same file, so that it has the
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
  await makeFolder(folder);
  await rename(partial, path);
  return path;
}

function incomingFolder(uploads: string): string {
  return join(uploads, '.incoming');
}

/** Before the first byte: a disk that fills up half an hour later serves nobody. */
async function assertSpace(folder: string, sizeBytes: number): Promise<void> {
  // Where the system does not tell, the write itself will.
  const space = await statfs(folder).catch(() => undefined);
  if (space === undefined) return;
  const freeBytes = space.bavail * space.bsize;
  if (sizeBytes + reserveBytes <= freeBytes) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
  throw new StudioError('file/too-large', 'not enough space for an upload', {
    data: { reason: `${megabytes(sizeBytes)} MB > ${megabytes(freeBytes)} MB` },
  });
}

function toUploadError(thrown: unknown): unknown {
  if (thrown instanceof StudioError || thrown instanceof RefusedRequest) return thrown;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR') {
    return new StudioError('job/cancelled', 'the upload was broken off', { cause: thrown });
  }
  return new StudioError('file/too-large', 'an upload could not be written', {
    data: { reason: describeThrown(thrown) },
    cause: thrown,
  });
}
