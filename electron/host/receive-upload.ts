import type { IncomingMessage } from 'node:http';
import type { FileGrant } from '@contract/api';
import { findFileKind, mostSubtitleBytes } from '@contract/file-kinds';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { formatSafeFileName } from '../services/files/safe-file-name';
import { takeIn } from '../services/files/take-in';
import { RefusedRequest } from './read-body';

export interface UploadOptions {
  /** Folder that holds one folder for each content. */
  readonly uploads: string;
  readonly grant: (path: string) => Promise<FileGrant>;
  /** A sender that is silent for this long is gone. */
  readonly idleMs: number;
}

/**
 * Streams a file to disk. Its whole length has to come, or nothing is kept of it.
 * @param name as the page gave it
 * @throws RefusedRequest 411 without a length
 * @throws StudioError `file/too-large`, `text/too-large`, `media/empty`, `job/cancelled` when the page broke it off
 */
export async function receiveUpload(
  request: IncomingMessage,
  name: string,
  { uploads, grant, idleMs }: UploadOptions,
): Promise<FileGrant> {
  const header = request.headers['content-length'];
  if (header === undefined || !/^\d+$/.test(header)) throw new RefusedRequest(411);
  const sizeBytes = Number(header);
  if (sizeBytes === 0) {
    throw new StudioError('media/empty', 'an empty file was sent', {
      data: { path: formatSafeFileName(name) },
    });
  }
  if (findFileKind(name) === 'subtitle' && sizeBytes > mostSubtitleBytes) {
    const data = { path: formatSafeFileName(name), most: mostSubtitleBytes / 1_000_000 };
    throw new StudioError('text/too-large', 'too much for a subtitle file', { data });
  }
  const giveUp = (): void => {
    request.destroy();
  };
  try {
    request.socket.setTimeout(idleMs, giveUp);
    return await grant(
      await takeIn(request as AsyncIterable<Buffer>, { uploads, name, sizeBytes }),
    );
  } catch (thrown) {
    throw toUploadError(thrown);
  } finally {
    request.socket.setTimeout(0, giveUp);
  }
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
