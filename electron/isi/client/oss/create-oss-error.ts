import { omitUndefined } from '@core/omit-undefined';
import { type ErrorData, StudioError } from '@core/errors/studio-error';
import { findVendorError } from '@isi/find-vendor-error';
import { readRecommendLink } from '@isi/read-recommend-link';
import { maskSecrets } from '@isi/mask-secrets';
import { isWebPage } from '../foreign-reply';
import type { HttpReply } from '../http/http-client';
import { isPassingStatus, readRetryAfterMs } from '../http/retry-after';
import { type OssPlace, toStandardRegion } from './oss-address';
import { readXmlField } from './read-xml-field';

const unauthorised = /^(?:InvalidAccessKeyId|SignatureDoesNotMatch|.*SecurityToken.*)$/;
const retryableCodes = new Set(['RequestTimeout', 'SlowDown', 'QpsLimitExceeded']);

/**
 * A refusal of the storage as an error. Data: `service`, `vendorCode`, `vendorText` (masked),
 * `httpStatus`, `isRetryable`, `requestId`, `retryAfterMs` and `recommend` where known, `entry` (the
 * row of the catalogue that explains it) where our own text of the code does not say more, and by code
 * - `storage/no-bucket`: `bucket`, `region`
 * - `storage/wrong-region`: `bucket`, `region`, and `endpoint` and `bucketRegion` where the server
 *   names them
 * - `storage/forbidden`: `bucket`
 * - `engine/clock-skewed`: `minutes`
 * - `engine/unauthorised`, `storage/failed`: nothing more.
 *
 * The reply's other fields are left out: they repeat what was signed.
 * @param nowMs what this computer took the time to be, ms since 1970
 */
export function createOssError(reply: HttpReply, place: OssPlace, nowMs: number): StudioError {
  const xml = readErrorXml(reply);
  const code = readXmlField(xml, 'Code') ?? '';
  const text = maskSecrets(readXmlField(xml, 'Message') ?? '');
  const endpoint = readXmlField(xml, 'Endpoint');
  const requestId = readXmlField(xml, 'RequestId') ?? reply.headers['x-oss-request-id'];
  const { status } = reply;
  const region = toStandardRegion(place.region);
  const { bucket } = place;
  const retryAfterMs = readRetryAfterMs(reply, nowMs);
  const recommend = readRecommendLink(readXmlField(xml, 'RecommendDoc'));
  const data: ErrorData = {
    service: 'oss',
    vendorCode: code === '' ? String(status) : code,
    vendorText: text,
    httpStatus: status,
    isRetryable: isPassingStatus(status) || retryableCodes.has(code),
    ...omitUndefined({ requestId, retryAfterMs, recommend }),
  };
  const message = `oss: ${code === '' ? status : code}: ${text}`;
  if (code === 'NoSuchBucket') {
    return new StudioError('storage/no-bucket', message, { data: { ...data, bucket, region } });
  }
  if (code === 'RequestTimeTooSkewed') {
    const minutes = Math.round(Math.abs(readClockOffMs(reply, nowMs) ?? 0) / 60_000);
    return new StudioError('engine/clock-skewed', message, { data: { ...data, minutes } });
  }
  const row = findVendorError({ service: 'oss', code, text, httpStatus: status }).id;
  const isKnown = row.startsWith('oss/');
  if (unauthorised.test(code)) {
    return new StudioError('engine/unauthorised', message, {
      data: { ...data, ...(isKnown ? { entry: row } : {}) },
    });
  }
  if (code === 'InvalidBucketName') {
    return new StudioError('storage/no-bucket', message, {
      data: { ...data, bucket, region, entry: row },
    });
  }
  // A bucket of another region: named by the endpoint; a region that the host is not in: by text.
  const isElsewhere = (status === 403 || (status >= 300 && status < 400)) && endpoint !== undefined;
  if (isElsewhere || /signing region/i.test(text)) {
    const bucketRegion = /^oss-([a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com$/.exec(
      endpoint ?? '',
    )?.[1];
    return new StudioError('storage/wrong-region', message, {
      data: {
        ...{ ...data, bucket, region },
        ...omitUndefined({ endpoint, bucketRegion }),
      },
    });
  }
  if (status === 403) {
    // Rights are what the bare refusal is about; a row that is known speaks of something else.
    const isOfRights = !isKnown || code === 'AccessDenied';
    return new StudioError('storage/forbidden', message, {
      data: { ...data, bucket, ...(isOfRights ? {} : { entry: row }) },
    });
  }
  return new StudioError('storage/failed', message, { data: { ...data, entry: row } });
}

/**
 * How far this computer's clock is before the server's, ms; undefined where the reply has no time.
 * Exact to a second or two.
 */
export function readClockOffMs(reply: HttpReply, nowMs: number): number | undefined {
  const said = readXmlField(readErrorXml(reply), 'ServerTime') ?? reply.headers['date'];
  const serverMs = said === undefined ? Number.NaN : Date.parse(said);
  return Number.isNaN(serverMs) ? undefined : nowMs - serverMs;
}

/**
 * Whether a reply is not the storage's own: every one of those has the id of its request in its head,
 * or tells of an error in XML. A failure without a body tells nothing of who gave it, and counts as
 * the storage's.
 */
export function isForeignToOss(reply: HttpReply, method: string): boolean {
  const { status, headers, body } = reply;
  if (headers['x-oss-request-id'] !== undefined) return false;
  // What was stored has an ETag.
  if (status < 300) return isWebPage(reply) || (method === 'PUT' && (headers['etag'] ?? '') === '');
  const hasError = new TextDecoder().decode(body).includes('<Error>');
  return !hasError && (status < 400 || body.byteLength > 0);
}

/** The reply to HEAD has no body: its error stands in a header, base64. */
function readErrorXml({ status, body, headers }: HttpReply): string {
  if (status < 300) return '';
  const inHeader = headers['x-oss-err'];
  const bytes =
    body.byteLength === 0 && inHeader !== undefined ? Buffer.from(inHeader, 'base64') : body;
  return new TextDecoder().decode(bytes);
}
