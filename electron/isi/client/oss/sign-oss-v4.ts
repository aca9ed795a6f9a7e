import { omitUndefined } from '@core/omit-undefined';
import { createHash, createHmac } from 'node:crypto';
import type { AccessKey } from '../credentials';
import {
  encodeOssKey,
  encodeOssText,
  type OssPlace,
  toOssUrl,
  toStandardRegion,
} from './oss-address';

export type OssMethod = 'GET' | 'PUT' | 'POST' | 'HEAD' | 'DELETE';

/** What one signature covers. */
export interface OssRequest {
  readonly method: OssMethod;
  readonly place: OssPlace;
  /** Empty for the bucket itself. */
  readonly key: string;
  /** An empty value stands for a bare name, like `uploads`. */
  readonly query?: Readonly<Record<string, string>>;
  /** Names in lower case; `content-type`, `content-md5` and `x-oss-*` are signed. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is ready to be sent: nothing of it may be changed afterwards. */
export interface SignedOssRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Longest life of a V4 link, s (protocol §4). */
export const longestLinkSeconds = 7 * 24 * 3600;

const algorithm = 'OSS4-HMAC-SHA256';
const unsignedPayload = 'UNSIGNED-PAYLOAD';

/**
 * Signs a request by its headers (protocol §4.1): `Authorization`, `x-oss-date`,
 * `x-oss-content-sha256` and, for a temporary key, `x-oss-security-token`. The body is not signed,
 * so that it can be streamed.
 * @param nowMs ms since 1970; the server refuses more than 15 minutes of difference
 */
export function signOssHeaders(
  request: OssRequest,
  accessKey: AccessKey,
  nowMs: number,
): SignedOssRequest {
  const date = toOssDate(nowMs);
  const headers = {
    ...request.headers,
    'x-oss-date': date,
    'x-oss-content-sha256': unsignedPayload,
    ...omitUndefined({ 'x-oss-security-token': accessKey.securityToken }),
  };
  const scope = toScope(request.place, date);
  const query = toQuery(request.query ?? {});
  const signature = sign({ ...request, headers }, query, accessKey, date);
  const address = toOssUrl(request.place, request.key);
  return {
    url: query === '' ? address : `${address}?${query}`,
    headers: {
      ...headers,
      authorization: `${algorithm} Credential=${accessKey.accessKeyId}/${scope},Signature=${signature}`,
    },
  };
}

/**
 * A link that holds its own signature (protocol §4.1), for GET, PUT and the like by anyone who has
 * it: a secret until it expires. The host is not signed. Headers of the request that are signed
 * must be sent with it as they are.
 * @param lifeSeconds whole seconds, 1 to {@link longestLinkSeconds}; a temporary key may end sooner
 * @throws RangeError for any other life
 */
export function signOssUrl(
  request: OssRequest,
  accessKey: AccessKey,
  nowMs: number,
  lifeSeconds: number,
): string {
  if (!Number.isInteger(lifeSeconds) || lifeSeconds < 1 || lifeSeconds > longestLinkSeconds) {
    throw new RangeError(`a link lives 1 to ${longestLinkSeconds} s, not ${lifeSeconds}`);
  }
  const date = toOssDate(nowMs);
  const query = toQuery({
    ...request.query,
    'x-oss-credential': `${accessKey.accessKeyId}/${toScope(request.place, date)}`,
    'x-oss-date': date,
    'x-oss-expires': String(lifeSeconds),
    'x-oss-signature-version': algorithm,
    ...omitUndefined({ 'x-oss-security-token': accessKey.securityToken }),
  });
  const signature = sign(request, query, accessKey, date);
  return `${toOssUrl(request.place, request.key)}?${query}&x-oss-signature=${signature}`;
}

/** `20260115T083000Z` */
function toOssDate(nowMs: number): string {
  return `${new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function toScope({ region }: OssPlace, date: string): string {
  return `${date.slice(0, 8)}/${toStandardRegion(region)}/oss/aliyun_v4_request`;
}

/** Sorted by encoded name, as bytes: encoded text is ASCII, so code units are bytes. */
function toQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => [encodeOssText(name), encodeOssText(value)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&');
}

function sign(
  { method, place, key, headers = {} }: OssRequest,
  query: string,
  { accessKeySecret }: AccessKey,
  date: string,
): string {
  const signedHeaders = Object.entries(headers)
    .filter(([name]) => /^(?:content-type|content-md5|x-oss-.*)$/.test(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}:${value.trim()}\n`)
    .join('');
  const canonical = [
    method,
    `/${place.bucket}/${encodeOssKey(key)}`,
    query,
    signedHeaders,
    '',
    unsignedPayload,
  ].join('\n');
  const scope = toScope(place, date);
  const digest = createHash('sha256').update(canonical).digest('hex');
  const secret: string | Buffer = `aliyun_v4${accessKeySecret}`;
  const signingKey = scope.split('/').reduce<string | Buffer>(hmac, secret);
  return hmac(signingKey, [algorithm, date, scope, digest].join('\n')).toString('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
