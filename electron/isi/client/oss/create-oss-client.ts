import { omitUndefined } from '@core/omit-undefined';
import type { FileBody } from '../http/http-client';
import { type BucketCheck, checkBucket } from './check-bucket';
import type { RetryNotice } from '../retry';
import type { Wait } from '../wait';
import { createOssSender, type OssAccess } from './create-oss-sender';
import { headObject, type ObjectHead } from './head-object';
import { abortMultipart, readEtag } from './multipart';
import { signOssUrl } from './sign-oss-v4';
import { deleteObject } from './delete-object';
import { type UploadedObject, uploadFile, type UploadOptions } from './upload-file';
import { withRetries } from './with-retries';

export interface OssClientOptions extends OssAccess {
  /** By default real time. */
  readonly wait?: Wait;
  /** By default `Math.random`. */
  readonly random?: () => number;
  /** Of one request, the first one included; by default 5. */
  readonly maximumAttempts?: number;
  /** As `UploadOptions`, for uploads that say nothing else. */
  readonly partBytes?: number;
  /** Each try that failed and is made again. */
  readonly onRetry?: (notice: RetryNotice) => void;
}

/** One bucket. All methods throw the errors of `createOssError`, `network/*` and `job/cancelled`. */
export interface OssClient {
  /** Stores bytes, or a stretch of a file, with one request. */
  put(
    key: string,
    body: string | Uint8Array | FileBody,
    options: { readonly signal: AbortSignal; readonly contentType?: string },
  ): Promise<{ readonly etag: string }>;
  /** Stores a file of any size; see `uploadFile`. */
  uploadFile(path: string, key: string, options: UploadOptions): Promise<UploadedObject>;
  /** Throws away what an upload that will not be resumed left on the server. */
  abortUpload(key: string, uploadId: string, signal: AbortSignal): Promise<void>;
  /** Undefined where there is no such object. */
  head(key: string, signal: AbortSignal): Promise<ObjectHead | undefined>;
  /** An object that is not there is fine. */
  delete(key: string, signal: AbortSignal): Promise<void>;
  /**
   * A link for GET, a secret while it lives. It must outlive the vendor's queue: 3 h for a paid
   * account, 24 h for a trial (protocol §4).
   * @throws RangeError unless 1 to 604,800 whole seconds
   */
  signedUrl(key: string, lifeSeconds: number): Promise<string>;
  /** Tries what an engine will do; see `checkBucket`. */
  checkBucket(signal: AbortSignal): Promise<BucketCheck>;
}

const usualAttempts = 5;
/** A person looks on. */
const checkAttempts = 3;

/** The client of one bucket. It keeps no state but its options. */
export function createOssClient(options: OssClientOptions): OssClient {
  const { place, readKey, now, wait, onRetry } = options;
  const send = createOssSender(options);
  const retries = {
    random: options.random ?? Math.random,
    maximumAttempts: options.maximumAttempts ?? usualAttempts,
    ...omitUndefined({ wait, onRetry }),
  };
  const usual = omitUndefined({ partBytes: options.partBytes });
  return {
    async put(key, body, { signal, contentType = 'application/octet-stream' }) {
      const headers = { 'content-type': contentType };
      const reply = await withRetries(
        () => send({ method: 'PUT', key, headers, body, signal }),
        retries,
        signal,
      );
      return { etag: readEtag(reply) };
    },
    uploadFile: (path, key, upload) =>
      uploadFile(send, path, key, { ...usual, ...upload }, retries),
    abortUpload: (key, uploadId, signal) =>
      withRetries(() => abortMultipart(send, key, uploadId, signal), retries, signal),
    head: (key, signal) => withRetries(() => headObject(send, key, signal), retries, signal),
    delete: (key, signal) => withRetries(() => deleteObject(send, key, signal), retries, signal),
    async signedUrl(key, lifeSeconds) {
      return signOssUrl({ method: 'GET', place, key }, await readKey(), now(), lifeSeconds);
    },
    checkBucket: (signal) =>
      checkBucket(options, { ...retries, maximumAttempts: checkAttempts }, signal),
  };
}
