import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { OssFault } from './oss-faults';
import { OssRefusal } from './oss-refusal';

/** A body that lies in a file. */
export interface ReceivedBody {
  readonly path: string;
  readonly sizeBytes: number;
  /** Upper case hex, as the storage writes an ETag. */
  readonly md5: string;
}

/** The connection ended before the body did; there is nobody left to answer. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
}

/**
 * Writes a body to a file, whatever its size. Nothing stays of one that is cut off or whose
 * `Content-MD5` is wrong.
 * @throws ConnectionCut
 * @throws OssRefusal `BadDigest`
 */
export async function receiveBody(
  request: IncomingMessage,
  path: string,
  fault: OssFault | undefined,
): Promise<ReceivedBody> {
  const hash = createHash('md5');
  let sizeBytes = 0;
  async function* take(): AsyncGenerator<Buffer> {
    if (fault?.kind === 'reset' && fault.afterBytes === 0) throw cut(request);
    for await (const piece of request as AsyncIterable<Buffer>) {
      sizeBytes += piece.byteLength;
      if (fault?.kind === 'reset' && sizeBytes >= fault.afterBytes) throw cut(request);
      if (fault?.kind === 'slow') await fault.wait(sizeBytes);
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(take, createWriteStream(path));
  } catch (cause) {
    await rm(path, { force: true });
    throw new ConnectionCut('the connection ended within the body', { cause });
  }
  // Whole, but nobody waits for the answer any more.
  if (request.socket.destroyed) {
    await rm(path, { force: true });
    throw new ConnectionCut('the connection ended after the body');
  }
  const digest = hash.digest();
  const promised = request.headers['content-md5'];
  if (promised !== undefined && promised !== digest.toString('base64')) {
    await rm(path, { force: true });
    throw new OssRefusal(
      400,
      'BadDigest',
      'The Content-MD5 you specified did not match what we received.',
    );
  }
  return { path, sizeBytes, md5: digest.toString('hex').toUpperCase() };
}

/** A reset, not an orderly end. */
export function cut(request: IncomingMessage): ConnectionCut {
  request.socket.resetAndDestroy();
  return new ConnectionCut('the connection was reset on purpose');
}

/** A body of text that is small by nature. */
export async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
