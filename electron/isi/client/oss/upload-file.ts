import { isCancelled } from '@core/errors/studio-error';
import type { OssSender } from './create-oss-sender';
import { cleanUp } from './clean-up';
import { deleteObject } from './delete-object';
import { abortMultipart, readEtag } from './multipart';
import { choosePartBytes } from './plan-parts';
import type { UploadCheckpoint } from './upload-checkpoint';
import { type Upload, uploadParts } from './upload-parts';
import { readSource, refuseChangedFile, type UploadSource } from './upload-source';
import { type RetryRules, throwIfCancelled, withRetries } from './with-retries';

export interface UploadOptions {
  readonly signal: AbortSignal;
  /** Bytes of the file that are sent so far; never less than before. */
  readonly onProgress?: (sentBytes: number) => void;
  /** Of an upload that broke off; taken where the file is the same and the server knows it. */
  readonly checkpoint?: UploadCheckpoint;
  /** After the upload began and after each part; keep it where it survives. */
  readonly onCheckpoint?: (checkpoint: UploadCheckpoint) => void;
  /** Leaves what a cancelled upload sent on the server, so that it can be resumed. */
  readonly keepOnCancel?: boolean;
  readonly contentType?: string;
  /** By default 5 MiB; raised where the file would have more than 10,000 parts. */
  readonly partBytes?: number;
  /** By default 3. */
  readonly parallelParts?: number;
}

export interface UploadedObject {
  readonly key: string;
  readonly etag: string;
  readonly sizeBytes: number;
}

const usualPartBytes = 5 * 1024 * 1024;
const usualContentType = 'application/octet-stream';
/**
 * Stores a file: with one request up to the size of a part, else as a multipart upload that can be
 * resumed. Memory does not grow with the file.
 *
 * After a failure the parts stay on the server, for the checkpoint. After a cancel nothing stays,
 * unless `keepOnCancel`.
 * @throws StudioError `job/cancelled`, `media/not-found`, `storage/*`, `network/*`, `engine/*` as
 *   `createOssError` gives them; `storage/failed` with `vendorCode` `FileChanged` where the file
 *   was written to in the meantime
 */
export async function uploadFile(
  send: OssSender,
  path: string,
  key: string,
  options: UploadOptions,
  retries: RetryRules,
): Promise<UploadedObject> {
  throwIfCancelled(options.signal);
  const source = await readSource(path);
  const { fileSizeBytes } = source;
  const partBytes = choosePartBytes(fileSizeBytes, options.partBytes ?? usualPartBytes);
  const contentType = options.contentType ?? usualContentType;
  const upload = {
    send,
    key,
    source,
    contentType,
    retries,
    signal: options.signal,
    onProgress: onlyForward(options.onProgress),
  };
  const checkpoint = await takeCheckpoint(send, key, source, options.checkpoint);
  const etag =
    checkpoint === undefined && fileSizeBytes <= partBytes
      ? await putWhole(upload)
      : await uploadParts(upload, {
          checkpoint,
          onCheckpoint: options.onCheckpoint ?? (() => undefined),
          partBytes,
          parallelParts: options.parallelParts ?? 3,
          keepOnCancel: options.keepOnCancel ?? false,
        });
  return { key, etag, sizeBytes: fileSizeBytes };
}

async function putWhole(upload: Upload): Promise<string> {
  const { send, key, source, contentType, retries, signal, onProgress } = upload;
  const { path, fileSizeBytes } = source;
  try {
    const reply = await withRetries(
      () =>
        send({
          method: 'PUT',
          key,
          headers: { 'content-type': contentType },
          body: { path, endByte: fileSizeBytes },
          signal,
          onSent: onProgress,
        }),
      retries,
      signal,
    );
    await refuseChangedFile(source);
    onProgress(fileSizeBytes);
    return readEtag(reply);
  } catch (thrown) {
    // The server may have stored it although its reply was no longer waited for.
    if (isCancelled(thrown)) await cleanUp((late) => deleteObject(send, key, late));
    throw thrown;
  }
}

/** The checkpoint if it is of this file; else what it left on the server is thrown away. */
async function takeCheckpoint(
  send: OssSender,
  key: string,
  { fileSizeBytes, modifiedMs }: UploadSource,
  checkpoint: UploadCheckpoint | undefined,
): Promise<UploadCheckpoint | undefined> {
  if (checkpoint === undefined) return undefined;
  const isSame =
    checkpoint.key === key &&
    checkpoint.fileSizeBytes === fileSizeBytes &&
    checkpoint.modifiedMs === modifiedMs &&
    choosePartBytes(fileSizeBytes, checkpoint.partBytes) === checkpoint.partBytes;
  if (isSame) return checkpoint;
  await cleanUp((late) => abortMultipart(send, checkpoint.key, checkpoint.uploadId, late));
  return undefined;
}

function onlyForward(onProgress: UploadOptions['onProgress']): (sentBytes: number) => void {
  let mostBytes = -1;
  return (sentBytes) => {
    if (sentBytes <= mostBytes) return;
    mostBytes = sentBytes;
    onProgress?.(sentBytes);
  };
}
