import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { StoredObject } from './object-store';
import { OssRefusal, toXml } from './oss-refusal';

/** Headers that every reply of the storage has. Its time is the simulator's, not the machine's. */
export function beginReply(response: ServerResponse, nowMs: number): string {
  const requestId = randomUUID().replaceAll('-', '').slice(0, 24).toUpperCase();
  response.setHeader('server', 'AliyunOSS');
  response.setHeader('date', new Date(nowMs).toUTCString());
  response.setHeader('x-oss-request-id', requestId);
  return requestId;
}

export function replyXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(xml),
  });
  response.end(xml);
}

export function replyEmpty(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': '0' }) });
  response.end();
}

/** The refusal in XML; a reply to HEAD carries it in a header, having no body. */
export function replyRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message, details }: OssRefusal,
  requestId: string,
): void {
  const HostId = (request.headers.host ?? '').replace(/:\d+$/, '');
  const fields = { Code: code, Message: message, RequestId: requestId, HostId, ...details };
  const xml = toXml('Error', fields);
  if (request.method !== 'HEAD') {
    replyXml(response, status, xml);
    return;
  }
  response.writeHead(status, { 'x-oss-err': Buffer.from(xml).toString('base64') });
  response.end();
}

/** An object or the stretch of it that was asked for. A range that makes no sense is ignored. */
export async function replyObject(
  request: IncomingMessage,
  response: ServerResponse,
  object: StoredObject,
): Promise<void> {
  const { sizeBytes, etag, contentType, modifiedMs, path } = object;
  const range = readRange(request.headers.range, sizeBytes);
  const { first, last } = range ?? { first: 0, last: sizeBytes - 1 };
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': contentType,
    'content-length': last - first + 1,
    'accept-ranges': 'bytes',
    'last-modified': new Date(modifiedMs).toUTCString(),
    'x-oss-object-type': etag.includes('-') ? 'Multipart' : 'Normal',
    etag,
    ...(range === undefined ? {} : { 'content-range': `bytes ${first}-${last}/${sizeBytes}` }),
  });
  if (request.method === 'HEAD' || sizeBytes === 0) {
    response.end();
    return;
  }
  await pipeline(createReadStream(path, { start: first, end: last }), response);
}

interface ByteRange {
  readonly first: number;
  /** The last byte itself. */
  readonly last: number;
}

function readRange(header: string | undefined, sizeBytes: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  if (from === '') return { first: Math.max(0, sizeBytes - Number(to)), last: sizeBytes - 1 };
  const first = Number(from);
  if (first >= sizeBytes) {
    throw new OssRefusal(416, 'InvalidRange', 'The requested range cannot be satisfied.', {
      ActualObjectSize: String(sizeBytes),
    });
  }
  const last = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  return last < first ? undefined : { first, last };
}
