import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SimulatedAccount } from '../simulated-service';
import { OssRefusal, refuse } from './oss-refusal';
import type { ParsedRequest } from './parse-oss-request';

const algorithm = 'OSS4-HMAC-SHA256';
const mostSkewMs = 15 * 60_000;
const longestLinkSeconds = 604_800;

/** Who signed a request, and for which region. */
export interface VerifiedRequest {
  readonly account: SimulatedAccount;
  readonly region: string;
}

/** What a request claims of itself, in either form. */
interface Claim {
  readonly accessKeyId: string;
  /** `20260115/cn-shanghai/oss/aliyun_v4_request` */
  readonly scope: readonly string[];
  readonly date: string;
  readonly signature: string;
  readonly additional: readonly string[];
  readonly token: string | undefined;
  /** Only of a link. */
  readonly lifeSeconds?: number;
}

/** Whether a request is signed in a way that only the storage knows. */
export function looksSigned({ headers, query }: ParsedRequest): boolean {
  return (
    /^OSS4?[ -]/.test(headers['authorization'] ?? '') ||
    query.has('x-oss-signature') ||
    query.has('OSSAccessKeyId')
  );
}

/**
 * Checks a V4 signature in the header or in the link, from the vendor's description (protocol §4.1)
 * and not from our signer, which it is there to judge.
 * @throws OssRefusal in the vendor's words, in the order: form, key, time, token, signature
 */
export function verifyOssV4(
  request: ParsedRequest,
  accounts: readonly SimulatedAccount[],
  nowMs: number,
): VerifiedRequest {
  const claim = request.query.has('x-oss-signature') ? readLink(request) : readHeader(request);
  const [day, region = '', product, ending] = claim.scope;
  if (product !== 'oss' || ending !== 'aliyun_v4_request' || claim.scope.length !== 4) {
    throw refuse.invalid('Invalid signing product in Authorization header.');
  }
  const account = findAccount(accounts, claim);
  verifyTime(claim, nowMs);
  if (day !== claim.date.slice(0, 8)) {
    throw refuse.invalid('Invalid signing date in Authorization header.');
  }
  verifySignature(request, claim, account);
  if (request.hostRegion !== undefined && request.hostRegion !== region) {
    throw refuse.invalid('Invalid signing region in Authorization header.');
  }
  return { account, region };
}

function readLink({ query }: ParsedRequest): Claim {
  if (query.get('x-oss-signature-version') !== algorithm) {
    throw refuse.invalid('x-oss-signature-version is not supported.');
  }
  const { accessKeyId, scope } = splitCredential(query.get('x-oss-credential'));
  const lifeSeconds = Number(query.get('x-oss-expires'));
  if (!Number.isInteger(lifeSeconds) || lifeSeconds < 1 || lifeSeconds > longestLinkSeconds) {
    throw refuse.invalid('x-oss-expires must be between 1 and 604800 seconds.');
  }
  return {
    accessKeyId,
    scope,
    date: query.get('x-oss-date') ?? '',
    signature: query.get('x-oss-signature') ?? '',
    additional: (query.get('x-oss-additional-headers') ?? '').split(';').filter(Boolean),
    token: query.get('x-oss-security-token'),
    lifeSeconds,
  };
}

function readHeader({ headers }: ParsedRequest): Claim {
  const authorization = headers['authorization'];
  if (authorization === undefined) {
    throw refuse.denied('You have no right to access this object because of bucket acl.');
  }
  if (!authorization.startsWith(`${algorithm} `)) {
    throw refuse.invalid('This bucket only accepts signature version 4.');
  }
  const fields = new Map(
    authorization
      .slice(algorithm.length + 1)
      .split(',')
      .map((field) => {
        const at = field.indexOf('=');
        return [field.slice(0, at).trim(), field.slice(at + 1).trim()] as const;
      }),
  );
  if (headers['x-oss-content-sha256'] !== 'UNSIGNED-PAYLOAD') {
    throw refuse.invalid('x-oss-content-sha256 must be UNSIGNED-PAYLOAD.');
  }
  return {
    ...splitCredential(fields.get('Credential')),
    date: headers['x-oss-date'] ?? '',
    signature: fields.get('Signature') ?? '',
    additional: (fields.get('AdditionalHeaders') ?? '').split(';').filter(Boolean),
    token: headers['x-oss-security-token'],
  };
}

function splitCredential(credential = ''): {
  readonly accessKeyId: string;
  readonly scope: readonly string[];
} {
  const [accessKeyId = '', ...scope] = credential.split('/');
  return { accessKeyId, scope };
}

function findAccount(
  accounts: readonly SimulatedAccount[],
  { accessKeyId, token }: Claim,
): SimulatedAccount {
  const account = accounts.find((candidate) => candidate.accessKeyId === accessKeyId);
  const details = { OSSAccessKeyId: accessKeyId };
  // A temporary key without its token is no key at all.
  if (account === undefined || (account.securityToken !== undefined && token === undefined)) {
    const text = 'The OSS Access Key Id you provided does not exist in our records.';
    throw new OssRefusal(403, 'InvalidAccessKeyId', text, details);
  }
  if (account.isInactive === true) {
    const text = 'The OSS Access Key Id you provided is disabled.';
    throw new OssRefusal(403, 'InvalidAccessKeyId', text, details);
  }
  if (token !== undefined && token !== account.securityToken) {
    const text = 'The security token you provided is invalid.';
    throw new OssRefusal(403, 'InvalidSecurityToken', text);
  }
  return account;
}

function verifyTime({ date, lifeSeconds }: Claim, nowMs: number): void {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (match === null) throw refuse.denied('Date is invalid.');
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
  const signedMs = Date.UTC(year, month - 1, ...rest);
  const serverTime = new Date(nowMs).toISOString();
  if (lifeSeconds === undefined) {
    if (Math.abs(nowMs - signedMs) <= mostSkewMs) return;
    const text = 'The difference between the request time and the current time is too large.';
    throw new OssRefusal(403, 'RequestTimeTooSkewed', text, {
      RequestTime: new Date(signedMs).toISOString(),
      ServerTime: serverTime,
      MaxAllowedSkewMilliseconds: String(mostSkewMs),
    });
  }
  const expiresMs = signedMs + lifeSeconds * 1000;
  if (signedMs - mostSkewMs > nowMs) throw refuse.denied('Request is not valid yet.');
  if (nowMs > expiresMs) {
    throw new OssRefusal(403, 'AccessDenied', 'Request has expired.', {
      Expires: new Date(expiresMs).toISOString(),
      ServerTime: serverTime,
    });
  }
}

function verifySignature(
  request: ParsedRequest,
  claim: Claim,
  { accessKeySecret }: SimulatedAccount,
): void {
  const canonical = writeCanonical(request, claim.additional);
  const scope = claim.scope.join('/');
  const hashed = createHash('sha256').update(canonical, 'utf8').digest('hex');
  const stringToSign = `${algorithm}\n${claim.date}\n${scope}\n${hashed}`;
  const [day = '', region = ''] = claim.scope;
  const dayKey = createHmac('sha256', `aliyun_v4${accessKeySecret}`).update(day).digest();
  const regionKey = createHmac('sha256', dayKey).update(region).digest();
  const productKey = createHmac('sha256', regionKey).update('oss').digest();
  const signingKey = createHmac('sha256', productKey).update('aliyun_v4_request').digest();
  const expected = createHmac('sha256', signingKey).update(stringToSign).digest();
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  const text =
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
  throw new OssRefusal(403, 'SignatureDoesNotMatch', text, {
    OSSAccessKeyId: claim.accessKeyId,
    SignatureProvided: claim.signature,
    StringToSign: stringToSign,
    CanonicalRequest: canonical,
  });
}

/** In every mode of addressing the resource is `/bucket/key` (protocol §4.1). */
function writeCanonical(request: ParsedRequest, additional: readonly string[]): string {
  const path = `/${request.bucket}/${strictEncode(request.key).replaceAll('%2F', '/')}`;
  const query = [...request.query]
    .filter(([name]) => name !== 'x-oss-signature')
    .map(([name, value]) =>
      value === '' ? strictEncode(name) : `${strictEncode(name)}=${strictEncode(value)}`,
    )
    .sort(byBytes)
    .join('&');
  const names = Object.keys(request.headers).filter(
    (name) =>
      name === 'content-type' ||
      name === 'content-md5' ||
      name.startsWith('x-oss-') ||
      additional.includes(name),
  );
  const headers = names
    .sort(byBytes)
    .map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`)
    .join('');
  const payload = request.headers['x-oss-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  return `${request.method}\n${path}\n${query}\n${headers}\n${additional.join(';')}\n${payload}`;
}

/** Letters, digits and `-_.~` stay; every other byte of the UTF-8 text is escaped. */
function strictEncode(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9\-_.~]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
