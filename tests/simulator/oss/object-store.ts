import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OssRefusal, refuse } from './oss-refusal';
import type { ReceivedBody } from './receive-body';

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly path: string;
  readonly sizeBytes: number;
  /** With its quotes. */
  readonly etag: string;
  readonly contentType: string;
  readonly modifiedMs: number;
}

export interface OpenUpload {
  readonly uploadId: string;
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  readonly initiatedMs: number;
  readonly parts: Map<number, ReceivedBody>;
}

const smallestPartBytes = 100 * 1024;

/** Objects and open uploads: what they are in memory, what they hold in files of a folder. */
export class ObjectStore {
  readonly objects = new Map<string, StoredObject>();
  readonly uploads = new Map<string, OpenUpload>();
  readonly #folder: string;
  readonly #now: () => number;

  /** @param now ms since 1970 */
  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  /** A path for content that is still on its way. */
  async newPath(): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    return join(this.#folder, randomUUID());
  }

  async place(
    bucket: string,
    key: string,
    contentType: string,
    { path, sizeBytes, md5 }: ReceivedBody,
    etag = `"${md5}"`,
  ): Promise<StoredObject> {
    await this.remove(bucket, key);
    const modifiedMs = this.#now();
    const object = { bucket, key, path, sizeBytes, etag, contentType, modifiedMs };
    this.objects.set(toName(bucket, key), object);
    return object;
  }

  find(bucket: string, key: string): StoredObject {
    const object = this.objects.get(toName(bucket, key));
    if (object === undefined) throw refuse.noSuchKey(key);
    return object;
  }

  async remove(bucket: string, key: string): Promise<void> {
    const object = this.objects.get(toName(bucket, key));
    this.objects.delete(toName(bucket, key));
    if (object !== undefined) await rm(object.path, { force: true });
  }

  begin(bucket: string, key: string, contentType: string): OpenUpload {
    const uploadId = randomUUID().replaceAll('-', '').toUpperCase();
    const initiatedMs = this.#now();
    const upload = { uploadId, bucket, key, contentType, initiatedMs, parts: new Map() };
    this.uploads.set(uploadId, upload);
    return upload;
  }

  findUpload(bucket: string, key: string, uploadId: string): OpenUpload {
    const upload = this.uploads.get(uploadId);
    if (upload?.bucket !== bucket || upload.key !== key) throw refuse.noSuchUpload(uploadId);
    return upload;
  }

  async abort({ uploadId, parts }: OpenUpload): Promise<void> {
    this.uploads.delete(uploadId);
    await Promise.all([...parts.values()].map(({ path }) => rm(path, { force: true })));
  }

  /**
   * Joins the named parts.
   * @throws OssRefusal `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`
   */
  async complete(
    upload: OpenUpload,
    wanted: readonly { readonly number: number; readonly etag: string }[],
  ): Promise<StoredObject> {
    const parts = wanted.map(({ number, etag }, index) => {
      const before = wanted[index - 1];
      if (before !== undefined && before.number >= number) {
        throw new OssRefusal(
          400,
          'InvalidPartOrder',
          'The list of parts was not in ascending order. Parts list must specified in order by part number.',
        );
      }
      const part = upload.parts.get(number);
      if (part === undefined || part.md5 !== etag.replaceAll('"', '').toUpperCase()) {
        throw new OssRefusal(
          400,
          'InvalidPart',
          "One or more of the specified parts could not be found or the specified entity tag might not have matched the part's entity tag.",
          { PartNumber: String(number), UploadId: upload.uploadId },
        );
      }
      if (index < wanted.length - 1 && part.sizeBytes < smallestPartBytes) {
        throw new OssRefusal(
          400,
          'EntityTooSmall',
          'Your proposed upload smaller than the minimum allowed size.',
          { MinSizeAllowed: String(smallestPartBytes), ProposedSize: String(part.sizeBytes) },
        );
      }
      return part;
    });
    if (parts.length === 0) {
      throw new OssRefusal(
        400,
        'MalformedXML',
        'The XML you provided was not well-formed or did not validate against our published schema.',
      );
    }
    // Claimed before the first wait: an abort that comes now is too late, as with the vendor.
    this.uploads.delete(upload.uploadId);
    const path = await this.newPath();
    for (const part of parts) {
      await pipeline(createReadStream(part.path), createWriteStream(path, { flags: 'a' }));
    }
    const sizeBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    const md5 = createHash('md5')
      .update(Buffer.from(parts.map((part) => part.md5).join(''), 'hex'))
      .digest('hex')
      .toUpperCase();
    const { bucket, key, contentType } = upload;
    await this.abort(upload);
    return this.place(
      bucket,
      key,
      contentType,
      { path, sizeBytes, md5 },
      `"${md5}-${parts.length}"`,
    );
  }
}

function toName(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}
