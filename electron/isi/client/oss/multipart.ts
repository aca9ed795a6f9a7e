import { omitUndefined } from '@core/omit-undefined';
import { StudioError } from '@core/errors/studio-error';
import type { FileBody, HttpReply } from '../http/http-client';
import type { OssSender } from './create-oss-sender';
import { encodeXml, readXmlField } from './read-xml-field';

/** A part that the server has. */
export interface DonePart {
  readonly number: number;
  readonly etag: string;
}

/**
 * Opens a multipart upload (InitiateMultipartUpload). It is never cut off: an upload whose id did
 * not arrive could not be cleaned up.
 * @returns its id
 */
export async function beginMultipart(
  send: OssSender,
  key: string,
  contentType: string,
): Promise<string> {
  const reply = await send({
    method: 'POST',
    key,
    query: { uploads: '' },
    headers: { 'content-type': contentType },
    signal: new AbortController().signal,
  });
  const uploadId = readXmlField(new TextDecoder().decode(reply.body), 'UploadId');
  if (uploadId === undefined || uploadId === '') throw unreadable(reply, 'no UploadId');
  return uploadId;
}

export interface PartToSend {
  readonly key: string;
  readonly uploadId: string;
  readonly number: number;
  readonly body: FileBody;
  readonly signal: AbortSignal;
  readonly onSent: (sentBytes: number) => void;
}

/** Sends one part (UploadPart); sent again, it replaces itself. */
export async function sendPart(
  send: OssSender,
  { key, uploadId, number, body, signal, onSent }: PartToSend,
): Promise<DonePart> {
  const query = { partNumber: String(number), uploadId };
  const reply = await send({ method: 'PUT', key, query, body, signal, onSent });
  return { number, etag: readEtag(reply) };
}

/** Joins the parts to the object (CompleteMultipartUpload). @returns the object's ETag */
export async function completeMultipart(
  send: OssSender,
  key: string,
  uploadId: string,
  parts: readonly DonePart[],
  signal: AbortSignal,
): Promise<string> {
  const list = [...parts]
    .sort((one, other) => one.number - other.number)
    .map(
      ({ number, etag }) =>
        `<Part><PartNumber>${number}</PartNumber><ETag>${encodeXml(etag)}</ETag></Part>`,
    )
    .join('');
  const reply = await send({
    method: 'POST',
    key,
    query: { uploadId },
    headers: { 'content-type': 'application/xml' },
    body: `<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`,
    signal,
  });
  return readXmlField(new TextDecoder().decode(reply.body), 'ETag') ?? readEtag(reply);
}

/** Throws the upload and its parts away (AbortMultipartUpload); one that is gone is fine. */
export async function abortMultipart(
  send: OssSender,
  key: string,
  uploadId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await send({ method: 'DELETE', key, query: { uploadId }, signal });
  } catch (thrown) {
    if (!isVendorCode(thrown, 'NoSuchUpload')) throw thrown;
  }
}

/** Whether the storage refused with one of these codes. */
export function isVendorCode(thrown: unknown, ...codes: readonly string[]): boolean {
  return thrown instanceof StudioError && codes.some((code) => code === thrown.data['vendorCode']);
}

/** @throws StudioError `storage/failed` where a reply that must have an ETag has none */
export function readEtag(reply: HttpReply): string {
  const etag = reply.headers['etag'];
  if (etag === undefined || etag === '') throw unreadable(reply, 'no ETag');
  return etag;
}

function unreadable({ status, headers }: HttpReply, what: string): StudioError {
  const requestId = headers['x-oss-request-id'];
  return new StudioError('storage/failed', `oss: reply with ${what}`, {
    data: {
      service: 'oss',
      vendorCode: String(status),
      vendorText: `the reply has ${what}`,
      isRetryable: false,
      ...omitUndefined({ requestId }),
    },
  });
}
