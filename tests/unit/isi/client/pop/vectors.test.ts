import { expect, test } from 'vitest';
import { z } from 'zod';
import type { AccessKey } from '../../../../../electron/isi/client/credentials';
import type { PopRequest } from '../../../../../electron/isi/client/pop/pop-request';
import { signPopV1 } from '../../../../../electron/isi/client/pop/sign-pop-v1';
import { signPopV3 } from '../../../../../electron/isi/client/pop/sign-pop-v3';
import {
  hasIsiReference,
  isiReferenceAbsent,
  readIsiReference,
} from '../../../../helpers/isi-reference';
import { describeUnless } from '../../../../helpers/skip';

const record = z.record(z.string(), z.string());
const v1Schema = z.array(
  z.looseObject({
    name: z.string(),
    method: z.enum(['GET', 'POST']).optional(),
    accessKeySecret: z.string().optional(),
    hmacKey: z.string().optional(),
    canonicalizedQueryString: z.string().optional(),
    signature: z.string().optional(),
  }),
);
const v3Schema = z.array(
  z.looseObject({
    name: z.string(),
    pkg: z.string().optional(),
    method: z.enum(['GET', 'POST']).optional(),
    url: z.string().optional(),
    query: record.optional(),
    body: z.string().optional(),
    headers: record.optional(),
    accessKeyId: z.string().optional(),
    accessKeySecret: z.string().optional(),
    signature: z.string().optional(),
  }),
);
const commonNames = [
  ...['Action', 'Version', 'Format', 'Timestamp', 'AccessKeyId', 'SignatureMethod'],
  ...['SignatureVersion', 'SignatureNonce', 'SecurityToken'],
];
const testKey: AccessKey = {
  accessKeyId: 'testAccessKeyId',
  accessKeySecret: 'testAccessKeySecret',
};

describeUnless(isiReferenceAbsent, 'the vectors of V1, protocol §1.2', () => {
  const vectors = (hasIsiReference ? v1Schema.parse(readIsiReference('vectors-v1.json')) : [])
    // Others record how the vendor's package reports errors.
    .filter(({ signature }) => signature !== undefined);

  test.for(vectors)('$name', (vector) => {
    const { method = 'GET', canonicalizedQueryString = '', signature = '' } = vector;
    const all = Object.fromEntries(new URLSearchParams(canonicalizedQueryString));
    const own = Object.fromEntries(
      Object.entries(all).filter(([name]) => !commonNames.includes(name)),
    );
    const request: PopRequest = {
      endpoint: 'https://host.test',
      action: all['Action'] ?? '',
      version: all['Version'] ?? '',
      method,
      ...(method === 'GET' ? { query: own } : { form: own }),
    };
    const signed = signPopV1(
      request,
      {
        accessKeyId: all['AccessKeyId'] ?? '',
        accessKeySecret: vector.accessKeySecret ?? vector.hmacKey?.slice(0, -1) ?? '',
        ...(all['SecurityToken'] === undefined ? {} : { securityToken: all['SecurityToken'] }),
      },
      { nowMs: Date.parse(all['Timestamp'] ?? ''), nonce: all['SignatureNonce'] ?? '' },
    );
    const sent = method === 'GET' ? signed.url.split('?')[1] : signed.body;
    expect(sent).toBe(`${canonicalizedQueryString}&Signature=${encodeURIComponent(signature)}`);
  });

  test('there are some', () => expect(vectors.length).toBeGreaterThan(5));
});

describeUnless(isiReferenceAbsent, 'the vectors of V3, protocol §1.3', () => {
  const all = hasIsiReference ? v3Schema.parse(readIsiReference('vectors-v3.json')) : [];
  const vectors = all
    .filter(({ signature }) => signature !== undefined)
    .map((vector) => ({ ...vector, title: `${vector.pkg ?? ''} ${vector.name}`.trim() }));

  test.for(vectors)('$title', (vector) => {
    const { headers = {}, body = '' } = vector;
    const url = new URL(vector.url ?? '/', `https://${headers['host'] ?? ''}`);
    const signed = signPopV3(
      {
        endpoint: url.origin,
        action: headers['x-acs-action'] ?? '',
        version: headers['x-acs-version'] ?? '',
        method: vector.method ?? 'GET',
        query: vector.query ?? Object.fromEntries(url.searchParams),
        ...(body === '' ? {} : { form: Object.fromEntries(new URLSearchParams(body)) }),
      },
      vector.accessKeyId === undefined
        ? {
            ...testKey,
            ...(headers['x-acs-security-token'] === undefined
              ? {}
              : { securityToken: headers['x-acs-security-token'] }),
          }
        : {
            accessKeyId: vector.accessKeyId,
            accessKeySecret: vector.accessKeySecret ?? '',
          },
      {
        nowMs: Date.parse(headers['x-acs-date'] ?? ''),
        nonce: headers['x-acs-signature-nonce'] ?? '',
      },
      headers['x-acs-credentials-provider'] === undefined
        ? {}
        : { 'x-acs-credentials-provider': headers['x-acs-credentials-provider'] },
    );
    expect(signed.headers['authorization']).toMatch(
      new RegExp(`Signature=${vector.signature ?? ''}$`),
    );
    if (headers['authorization'] !== undefined) {
      expect(signed.headers['authorization']).toBe(headers['authorization']);
    }
    if (body !== '') expect(signed.body).toBe(body);
  });

  test('there are some', () => expect(vectors.length).toBeGreaterThan(10));
});
