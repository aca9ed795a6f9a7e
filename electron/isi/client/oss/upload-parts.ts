import { isCancelled } from '@core/errors/studio-error';
import { headObject } from './head-object';
import {
  abortMultipart,
  beginMultipart,
  completeMultipart,
  type DonePart,
  isVendorCode,
  sendPart,
} from './multipart';
import { type FilePart, planParts } from './plan-parts';
import type { UploadCheckpoint } from './upload-checkpoint';
import { cleanUp } from './clean-up';
import { deleteObject } from './delete-object';
import { refuseChangedFile, type UploadSource } from './upload-source';
import type { OssSender } from './create-oss-sender';
import { type RetryRules, throwIfCancelled, withRetries } from './with-retries';

/** What both ways of uploading need. */
export interface Upload {
  readonly send: OssSender;
  readonly key: string;
  readonly source: UploadSource;
  readonly contentType: string;
  readonly retries: RetryRules;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

export interface PartsOptions {
  readonly checkpoint: UploadCheckpoint | undefined;
  readonly onCheckpoint: (checkpoint: UploadCheckpoint) => void;
  readonly partBytes: number;
  readonly parallelParts: number;
  readonly keepOnCancel: boolean;
}

/**
 * Sends a file in parts, from where a checkpoint ended. A checkpoint whose upload the server has
 * forgotten, or whose parts it does not have, is dropped and the file is sent anew, once.
 * @returns the object's ETag
 */
export async function uploadParts(upload: Upload, options: PartsOptions): Promise<string> {
  const { checkpoint } = options;
  if (checkpoint !== undefined) {
    try {
      return await runUpload(upload, options, checkpoint);
    } catch (thrown) {
      if (!isVendorCode(thrown, 'NoSuchUpload', 'InvalidPart')) throw thrown;
      const { send, key } = upload;
      await cleanUp((late) => abortMultipart(send, key, checkpoint.uploadId, late));
    }
  }
  return runUpload(upload, options, await begin(upload, options));
}

async function begin(upload: Upload, { partBytes }: PartsOptions): Promise<UploadCheckpoint> {
  const { send, key, source, contentType, retries, signal } = upload;
  const uploadId = await withRetries(() => beginMultipart(send, key, contentType), retries, signal);
  const { fileSizeBytes, modifiedMs } = source;
  return { key, fileSizeBytes, modifiedMs, partBytes, uploadId, doneParts: [] };
}

async function runUpload(
  upload: Upload,
  options: PartsOptions,
  checkpoint: UploadCheckpoint,
): Promise<string> {
  const { send, key, signal } = upload;
  const { uploadId } = checkpoint;
  let isCompleting = false;
  try {
    // Before all else: who cancels now must know what to throw away.
    options.onCheckpoint(checkpoint);
    throwIfCancelled(signal);
    const doneParts = await sendMissing(upload, options, checkpoint);
    await refuseChangedFile(upload.source);
    isCompleting = true;
    const etag = await complete(upload, uploadId, doneParts);
    throwIfCancelled(signal);
    return etag;
  } catch (thrown) {
    const isChanged = isVendorCode(thrown, 'FileChanged');
    if ((isCancelled(thrown) && !options.keepOnCancel) || isChanged) {
      await cleanUp(async (late) => {
        await abortMultipart(send, key, uploadId, late);
        // Perhaps the server joined the parts although its reply was lost.
        if (isCompleting) await deleteObject(send, key, late);
      });
    }
    throw thrown;
  }
}

/** A few workers take the missing parts in turn. The first that fails keeps them from going on. */
async function sendMissing(
  upload: Upload,
  { parallelParts, onCheckpoint }: PartsOptions,
  checkpoint: UploadCheckpoint,
): Promise<readonly DonePart[]> {
  const { key, uploadId, fileSizeBytes, partBytes } = checkpoint;
  const { source, signal, send, retries } = upload;
  const parts = planParts(fileSizeBytes, partBytes);
  const done = new Map(checkpoint.doneParts.map((part) => [part.number, part]));
  const sentBytes = new Map<number, number>();
  let totalBytes = 0;
  const report = (number: number, bytes: number): void => {
    totalBytes += bytes - (sentBytes.get(number) ?? 0);
    sentBytes.set(number, bytes);
    upload.onProgress(totalBytes);
  };
  for (const part of parts) {
    if (done.has(part.number)) report(part.number, part.endByte - part.beginByte);
  }

  // Shared by the workers, so that each part is taken once.
  const missing = parts.filter(({ number }) => !done.has(number)).values();
  const stop = new AbortController();
  const eitherStop = AbortSignal.any([signal, stop.signal]);
  const sendOne = async ({ number, beginByte, endByte }: FilePart): Promise<void> => {
    const body = { path: source.path, beginByte, endByte };
    const onSent = (bytes: number): void => report(number, bytes);
    const part = await withRetries(
      () => sendPart(send, { key, uploadId, number, body, signal, onSent }),
      retries,
      eitherStop,
    );
    done.set(number, part);
    report(number, endByte - beginByte);
    onCheckpoint({ ...checkpoint, doneParts: [...done.values()] });
  };
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (const part of missing) {
      if (stop.signal.aborted) return;
      try {
        throwIfCancelled(signal);
        await sendOne(part);
      } catch (thrown) {
        failures.push(thrown);
        // Requests under way end by themselves: what they bring is worth keeping.
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, parallelParts) }, work));
  throwIfCancelled(signal);
  if (failures.length > 0) throw failures[0];
  return [...done.values()];
}

/**
 * Joins the parts. A cancel does not cut this off: the server would go on, and what it makes could
 * appear after it was cleaned up.
 *
 * Where the server says that it does not know the upload, it may have joined it already and only
 * the reply was lost; then the object is there, with the size and the parts it must have.
 */
async function complete(
  { send, key, source, retries, signal }: Upload,
  uploadId: string,
  doneParts: readonly DonePart[],
): Promise<string> {
  const uncut = new AbortController().signal;
  try {
    return await withRetries(
      () => completeMultipart(send, key, uploadId, doneParts, uncut),
      retries,
      signal,
    );
  } catch (thrown) {
    if (!isVendorCode(thrown, 'NoSuchUpload')) throw thrown;
    const found = await headObject(send, key, uncut);
    const isOurs =
      found?.sizeBytes === source.fileSizeBytes &&
      found.etag.replaceAll('"', '').endsWith(`-${doneParts.length}`);
    if (!isOurs) throw thrown;
    return found.etag;
  }
}
