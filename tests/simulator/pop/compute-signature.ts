import { createHash, createHmac } from 'node:crypto';
import type { PopRequest } from './pop-request';

/** Percent-encoding of everything but letters, digits and `-_.~`, in UTF-8. */
export function encode(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(byte);
    encoded += /[A-Za-z0-9\-_.~]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

function joinSorted(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => `${encode(name)}=${encode(parameters[name]!)}`)
    .join('&');
}

/** What V1 signs (protocol §1.1): the method and all parameters but the signature. */
export function describeV1({ method, parameters }: PopRequest): string {
  const signed = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== 'Signature'),
  );
  return `${method}&${encode('/')}&${encode(joinSorted(signed))}`;
}

export function signV1(text: string, secret: string): string {
  return createHmac('sha1', `${secret}&`).update(text).digest('base64');
}

/** What V3 signs (protocol §1.3), with the headers that the caller says are signed. */
export function describeV3(request: PopRequest, signedHeaders: readonly string[]): string {
  const lines = signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`);
  const canonical = [
    request.method,
    '/',
    joinSorted(request.query),
    lines.join(''),
    signedHeaders.join(';'),
    request.headers['x-acs-content-sha256'] ?? '',
  ].join('\n');
  return `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
}

export function signV3(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
