import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { OssEndpoint } from '../../../../../electron/isi/client/oss/oss-address';
import {
  longestLinkSeconds,
  type OssMethod,
  signOssHeaders,
  signOssUrl,
} from '../../../../../electron/isi/client/oss/sign-oss-v4';
import { createOfficialOss } from '../../../../helpers/create-official-oss';
import { describeUnless } from '../../../../helpers/skip';

const vectorsPath = resolve(import.meta.dirname, '../../../../../shared/isi/vectors-oss.json');
const testKey = { accessKeyId: 'testAccessKeyId', accessKeySecret: 'testAccessKeySecret' };
const stsToken = 'CAISstsTOKEN+/=';
const vectorMs = Date.parse('2026-01-15T08:30:00Z');

const urlVector = z.object({
  sdk: z.literal('ali-oss@6.23.0 signatureUrlV4'),
  name: z.enum(['aliyun virtual host https', 'internal endpoint', 'localhost cname', 'sts']),
  key: z.string(),
  url: z.string(),
  signature: z.string(),
});
const headerVector = z.object({
  sdk: z.literal('ali-oss@6.23.0 signUtils.authorizationV4'),
  name: z.string(),
  method: z.enum(['GET', 'PUT', 'POST', 'DELETE']),
  bucket: z.string(),
  key: z.string(),
  query: z.record(z.string(), z.string().nullable()),
  headers: z.record(z.string(), z.string()),
  authorization: z.string(),
});
const endpoints: Readonly<Record<z.infer<typeof urlVector>['name'], OssEndpoint>> = {
  'aliyun virtual host https': 'public',
  'internal endpoint': 'internal',
  // These were made with the host as the bucket's own name; only the path differs from ours.
  'localhost cname': { origin: 'http://localhost:18099' },
  sts: 'public',
};

const absent = existsSync(vectorsPath) ? undefined : 'needs ../shared/isi/vectors-oss.json';

describeUnless(absent, 'the published vectors (V4)', () => {
  const vectors = existsSync(vectorsPath)
    ? z
        .array(z.object({ sdk: z.string() }).loose())
        .parse(JSON.parse(readFileSync(vectorsPath, 'utf8')))
    : [];
  const links = vectors.flatMap((row) => urlVector.safeParse(row).data ?? []);
  const headers = vectors.flatMap((row) => headerVector.safeParse(row).data ?? []);

  test('are all read: every row is V4 of a link or of a header, or V1', () => {
    const old = vectors.filter(({ sdk }) => sdk.includes('(V1)'));
    expect(links).toHaveLength(8);
    expect(headers).toHaveLength(5);
    expect(links.length + headers.length + old.length).toBe(vectors.length);
  });

  test.each(links)('$name: link to $key', ({ name, key, url, signature }) => {
    const place = {
      bucket: 'example-bucket',
      region: 'oss-cn-shanghai',
      endpoint: endpoints[name],
    };
    const accessKey = name === 'sts' ? { ...testKey, securityToken: stsToken } : testKey;
    const ours = new URL(signOssUrl({ method: 'GET', place, key }, accessKey, vectorMs, 3600));
    const theirs = new URL(url);
    expect(ours.searchParams.get('x-oss-signature')).toBe(signature);
    expect(toPairs(ours)).toEqual(toPairs(theirs));
    const prefix = name === 'localhost cname' ? '/example-bucket' : '';
    expect(ours.origin + ours.pathname).toBe(theirs.origin + prefix + theirs.pathname);
  });

  test.each(headers)('$name', ({ method, bucket, key, query, headers, authorization }) => {
    const signed = signOssHeaders(
      {
        method,
        place: { bucket, region: 'cn-shanghai', endpoint: 'public' },
        key,
        query: Object.fromEntries(
          Object.entries(query).map(([name, value]) => [name, value ?? '']),
        ),
        headers: { 'content-type': headers['Content-Type'] ?? '' },
      },
      testKey,
      vectorMs,
    );
    expect(signed.headers['authorization']).toBe(authorization);
    expect(signed.headers['x-oss-date']).toBe(headers['x-oss-date']);
    expect(signed.headers['x-oss-content-sha256']).toBe(headers['x-oss-content-sha256']);
  });
});

describe('the official package signs the same', () => {
  const reserved = Array.from(` +~*'()!&=?#%/;:@,$"\\录音a.-_`);
  // Half of a surrogate pair has no UTF-8 form. The package would strip a slash at the front.
  const keys = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: fc.constantFrom(...reserved), minLength: 1 }),
    )
    .filter((key) => !key.startsWith('/'));
  const secrets = fc.record({
    accessKeyId: fc.stringMatching(/^LTAI[A-Za-z0-9]{8,20}$/),
    accessKeySecret: fc.stringMatching(/^[A-Za-z0-9]{30}$/),
    securityToken: fc.option(fc.stringMatching(/^CAIS[A-Za-z0-9+/=]{10,40}$/), { nil: undefined }),
  });
  const regions = fc.constantFrom('cn-shanghai', 'oss-cn-beijing', 'ap-southeast-1');
  // Lower case only: the package sorts as people do, the vendor's rule is by bytes.
  const queries = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,12}$/),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    { maxKeys: 4 },
  );

  test('links, for any key, query and token', async () => {
    await fc.assert(
      fc.asyncProperty(
        secrets,
        regions,
        keys,
        queries,
        fc.constantFrom('GET', 'PUT'),
        fc.integer({ min: 1, max: longestLinkSeconds }),
        async (secret, region, key, query, method, lifeSeconds) => {
          const { securityToken, ...accessKey } = secret;
          const client = createOfficialOss({
            ...secret,
            region,
            bucket: 'example-bucket',
            endpoint: 'http://localhost:18099',
          });
          const theirs = readLink(
            await client.signatureUrlV4(method, lifeSeconds, { queries: query }, key),
          );
          const place = {
            bucket: 'example-bucket',
            region,
            endpoint: { origin: 'http://localhost:18099' },
          };
          const ours = readLink(
            signOssUrl(
              { method, place, key, query },
              securityToken === undefined ? accessKey : { ...accessKey, securityToken },
              toMs(theirs.query['x-oss-date']),
              lifeSeconds,
            ),
          );
          expect(ours.query).toEqual(theirs.query);
          expect(decodeURIComponent(ours.path)).toBe(`/example-bucket/${key}`);
        },
      ),
    );
  });

  interface SignUtils {
    authorizationV4(
      accessKeyId: string,
      accessKeySecret: string,
      region: string,
      method: string,
      request: {
        readonly headers: Readonly<Record<string, string>>;
        readonly queries: Readonly<Record<string, string | null>>;
      },
      bucket: string,
      key: string,
    ): string;
  }
  const official = createRequire(import.meta.url)('ali-oss/lib/common/signUtils.js') as SignUtils;

  test('headers, for any key, query, header and token', () => {
    fc.assert(
      fc.property(
        secrets,
        keys,
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,12}$/),
          fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', minLength: 1 })),
          { maxKeys: 4 },
        ),
        fc.dictionary(
          fc.oneof(
            fc.constantFrom('content-type', 'content-md5', 'content-length', 'range'),
            fc.stringMatching(/^x-oss-meta-[a-z]{1,8}$/),
          ),
          fc.string(),
        ),
        fc.constantFrom<OssMethod>('GET', 'PUT', 'POST', 'HEAD', 'DELETE'),
        fc.date({
          min: new Date('2000-01-01'),
          max: new Date('2099-12-31'),
          noInvalidDate: true,
        }),
        (secret, key, query, headers, method, date) => {
          const { securityToken, ...accessKey } = secret;
          const { headers: ours } = signOssHeaders(
            {
              method,
              place: { bucket: 'example-bucket', region: 'cn-shanghai', endpoint: 'public' },
              key,
              query,
              headers,
            },
            securityToken === undefined ? accessKey : { ...accessKey, securityToken },
            date.getTime(),
          );
          const { authorization, ...others } = ours;
          const queries = Object.fromEntries(
            Object.entries(query).map(([name, value]) => [name, value === '' ? null : value]),
          );
          expect(authorization).toBe(
            official.authorizationV4(
              accessKey.accessKeyId,
              accessKey.accessKeySecret,
              'cn-shanghai',
              method,
              { headers: others, queries },
              'example-bucket',
              key,
            ),
          );
          expect(others['x-oss-security-token']).toBe(securityToken);
        },
      ),
    );
  });
});

test.each([0, -1, 1.5, longestLinkSeconds + 1, Number.NaN])('a link cannot live %d s', (life) => {
  const place = { bucket: 'b', region: 'cn-shanghai', endpoint: 'public' } as const;
  expect(() => signOssUrl({ method: 'GET', place, key: 'k' }, testKey, vectorMs, life)).toThrow(
    RangeError,
  );
});

function toPairs(url: URL): Record<string, string> {
  return Object.fromEntries(url.searchParams);
}

/** By hand: a URL object would straighten out dots and blanks of the key. */
function readLink(link: string): {
  readonly path: string;
  readonly query: Record<string, string>;
} {
  const at = link.lastIndexOf('?');
  return {
    path: link.slice(0, at).replace('http://localhost:18099', ''),
    query: Object.fromEntries(new URLSearchParams(link.slice(at))),
  };
}

function toMs(ossDate = ''): number {
  return Date.parse(
    ossDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}
