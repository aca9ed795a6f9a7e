import type { IncomingMessage, ServerResponse } from 'node:http';
import { rm } from 'node:fs/promises';
import type { ObjectStore } from './object-store';
import type { OssAction } from './oss-actions';
import type { OssFault } from './oss-faults';
import { OssRefusal, refuse, toXml } from './oss-refusal';
import { replyEmpty, replyObject, replyXml } from './oss-reply';
import type { ParsedRequest } from './parse-oss-request';
import { readText, receiveBody } from './receive-body';

/** One request that is signed right and allowed. */
export interface OssWork {
  readonly action: OssAction;
  readonly parsed: ParsedRequest;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly store: ObjectStore;
  readonly fault: OssFault | undefined;
  readonly largestPutBytes: number;
}

/** Does what was asked. @returns the reply, which the caller sends or loses */
export async function doOssAction(work: OssWork): Promise<() => void | Promise<void>> {
  const { action, parsed, request, response, store, fault } = work;
  const { bucket, key, query } = parsed;
  const uploadId = query.get('uploadId') ?? '';
  const contentType = parsed.headers['content-type'] ?? 'application/octet-stream';
  switch (action) {
    case 'PutObject': {
      refuseLarge(work);
      const body = await receiveBody(request, await store.newPath(), fault);
      const { etag } = await store.place(bucket, key, contentType, body);
      return () => replyEmpty(response, 200, { etag });
    }
    case 'GetObject':
    case 'HeadObject': {
      const object = store.find(bucket, key);
      return () => replyObject(request, response, object);
    }
    case 'DeleteObject':
      await store.remove(bucket, key);
      return () => replyEmpty(response, 204);
    case 'InitiateMultipartUpload': {
      const upload = store.begin(bucket, key, contentType);
      const fields = { Bucket: bucket, Key: key, UploadId: upload.uploadId };
      return () => replyXml(response, 200, toXml('InitiateMultipartUploadResult', fields));
    }
    case 'UploadPart': {
      refuseLarge(work);
      const number = readPartNumber(parsed);
      const { parts } = store.findUpload(bucket, key, uploadId);
      const body = await receiveBody(request, await store.newPath(), fault);
      const before = parts.get(number);
      parts.set(number, body);
      if (before !== undefined) await rm(before.path, { force: true });
      return () => replyEmpty(response, 200, { etag: `"${body.md5}"` });
    }
    case 'CompleteMultipartUpload': {
      const upload = store.findUpload(bucket, key, uploadId);
      const { etag } = await store.complete(upload, readParts(await readText(request)));
      const Location = `http://${parsed.headers['host'] ?? ''}/${bucket}/${key}`;
      const fields = { Location, Bucket: bucket, Key: key, ETag: etag };
      return () => replyXml(response, 200, toXml('CompleteMultipartUploadResult', fields));
    }
    case 'AbortMultipartUpload':
      await store.abort(store.findUpload(bucket, key, uploadId));
      return () => replyEmpty(response, 204);
    case 'ListParts':
      return () => replyXml(response, 200, listParts(work, uploadId));
    case 'ListMultipartUploads':
      return () => replyXml(response, 200, listUploads(work));
  }
}

function refuseLarge({ request, largestPutBytes }: OssWork): void {
  const proposed = Number(request.headers['content-length'] ?? 0);
  if (proposed <= largestPutBytes) return;
  const text = 'Your proposed upload exceeds the maximum allowed object size.';
  throw new OssRefusal(400, 'EntityTooLarge', text, {
    MaxSizeAllowed: String(largestPutBytes),
    ProposedSize: String(proposed),
  });
}

function readPartNumber({ query }: ParsedRequest): number {
  const number = Number(query.get('partNumber'));
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number;
  throw refuse.invalid('Part number must be an integer between 1 and 10000, inclusive.');
}

function readParts(xml: string): { readonly number: number; readonly etag: string }[] {
  return [...xml.matchAll(/<Part>([\s\S]*?)<\/Part>/g)].map(([, part = '']) => ({
    number: Number(/<PartNumber>\s*(\d+)\s*</.exec(part)?.[1]),
    etag: (/<ETag>\s*([^<]*?)\s*</.exec(part)?.[1] ?? '').replaceAll('&quot;', '"'),
  }));
}

function listParts({ parsed, store }: OssWork, uploadId: string): string {
  const { bucket, key, query } = parsed;
  const upload = store.findUpload(bucket, key, uploadId);
  const most = Math.min(Number(query.get('max-parts') ?? 1000), 1000);
  const after = Number(query.get('part-number-marker') ?? 0);
  const later = [...upload.parts]
    .filter(([number]) => number > after)
    .sort(([one], [other]) => one - other);
  const shown = later.slice(0, most);
  const inner = shown.map(([number, { md5, sizeBytes }]) =>
    toElement('Part', {
      PartNumber: String(number),
      LastModified: new Date(upload.initiatedMs).toISOString(),
      ETag: `"${md5}"`,
      Size: String(sizeBytes),
    }),
  );
  const fields = {
    Bucket: bucket,
    Key: key,
    UploadId: uploadId,
    NextPartNumberMarker: String(shown.at(-1)?.[0] ?? 0),
    MaxParts: String(most),
    IsTruncated: String(later.length > shown.length),
  };
  return toXml('ListPartsResult', fields, inner.join(''));
}

function listUploads({ parsed, store }: OssWork): string {
  const inner = [...store.uploads.values()]
    .filter(({ bucket }) => bucket === parsed.bucket)
    .map(({ key, uploadId, initiatedMs }) =>
      toElement('Upload', {
        Key: key,
        UploadId: uploadId,
        Initiated: new Date(initiatedMs).toISOString(),
      }),
    );
  const fields = { Bucket: parsed.bucket, IsTruncated: 'false' };
  return toXml('ListMultipartUploadsResult', fields, inner.join(''));
}

/** An element within a document. */
function toElement(name: string, fields: Readonly<Record<string, string>>): string {
  return toXml(name, fields).replace(/^<\?xml.*\n/, '');
}
