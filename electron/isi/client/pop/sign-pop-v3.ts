import { createHash, createHmac } from 'node:crypto';
import type { AccessKey, SigningMoment } from '../credentials';
import {
  canonicalise,
  formatPopTime,
  formContentType,
  type PopRequest,
  type SignedRequest,
} from './pop-request';

const algorithm = 'ACS3-HMAC-SHA256';

/**
 * Signs with ACS3-HMAC-SHA256 (protocol §1.3): the action stands in headers, the query and the form
 * hold its own parameters only.
 * @param extraHeaders sent too; those named `x-acs-…` are signed with the rest
 */
export function signPopV3(
  request: PopRequest,
  accessKey: AccessKey,
  moment: SigningMoment,
  extraHeaders: Readonly<Record<string, string>> = {},
): SignedRequest {
  const { endpoint, action, version, method, query = {}, form } = request;
  const body = form === undefined ? '' : canonicalise(form);
  const canonicalQuery = canonicalise(query);
  const bodyHash = hashHex(body);
  const headers: Readonly<Record<string, string>> = {
    accept: 'application/json',
    host: new URL(endpoint).host,
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': formatPopTime(moment.nowMs),
    'x-acs-signature-nonce': moment.nonce,
    'x-acs-content-sha256': bodyHash,
    ...(form === undefined ? {} : { 'content-type': formContentType }),
    ...(accessKey.securityToken === undefined
      ? {}
      : {
          'x-acs-accesskey-id': accessKey.accessKeyId,
          'x-acs-security-token': accessKey.securityToken,
        }),
    ...Object.fromEntries(
      Object.entries(extraHeaders).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  };
  const names = Object.keys(headers).filter(isSigned).sort();
  const block = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const canonicalRequest = [method, '/', canonicalQuery, block, names.join(';'), bodyHash];
  const toSign = `${algorithm}\n${hashHex(canonicalRequest.join('\n'))}`;
  const signature = createHmac('sha256', accessKey.accessKeySecret).update(toSign).digest('hex');
  const credential = `Credential=${accessKey.accessKeyId}`;
  return {
    method,
    url: `${endpoint}/${canonicalQuery === '' ? '' : `?${canonicalQuery}`}`,
    headers: {
      ...headers,
      authorization: `${algorithm} ${credential},SignedHeaders=${names.join(';')},Signature=${signature}`,
    },
    ...(method === 'POST' ? { body } : {}),
  };
}

function isSigned(name: string): boolean {
  return name.startsWith('x-acs-') || name === 'host' || name === 'content-type';
}

function hashHex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
