import { OpenApiUtil } from '@alicloud/openapi-core';
import RpcClient from '@alicloud/pop-core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessKey } from '../../../../../electron/isi/client/credentials';
import { signPopV1 } from '../../../../../electron/isi/client/pop/sign-pop-v1';
import { signPopV3 } from '../../../../../electron/isi/client/pop/sign-pop-v3';
import { startEchoServer } from '../../../../helpers/echo-server';

const marks = Array.from("!'()*~+%&=/?#:;, \u00a0\t\n字幕éß😀");
/** Marks that encoders treat differently, blanks, nothing at all, and any other text. */
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(...marks) }),
  fc.string({ unit: 'grapheme' }),
  fc.constant(''),
);
// pop-core writes the first letter of a name large, so that only such names can be compared.
const name = fc.stringMatching(/^P[A-Za-z0-9._-]{0,12}$/);
const parameters = fc.dictionary(name, value, { maxKeys: 6, noNullPrototype: true });
const accessKey: fc.Arbitrary<AccessKey> = fc
  .record({
    accessKeyId: fc.stringMatching(/^[A-Za-z0-9]{1,24}$/),
    accessKeySecret: fc.stringMatching(/^[A-Za-z0-9]{1,30}$/),
    securityToken: fc.option(fc.stringMatching(/^[!-~]{1,40}$/), { nil: undefined }),
  })
  .map(({ securityToken, ...key }) =>
    securityToken === undefined ? key : { ...key, securityToken },
  );
const method = fc.constantFrom('GET', 'POST');

/** What of the package is used; its own type wants a request of a class it does not give away. */
interface Authoriser {
  getAuthorization(
    request: {
      readonly method: string;
      readonly pathname: string;
      readonly query: Readonly<Record<string, string>>;
      readonly headers: Readonly<Record<string, string>>;
    },
    algorithm: string,
    payload: string,
    accessKeyId: string,
    accessKeySecret: string,
  ): string;
}
const authoriser: Authoriser = OpenApiUtil;

let server: Awaited<ReturnType<typeof startEchoServer>>;
beforeAll(async () => {
  server = await startEchoServer();
});
afterAll(() => server.close());

function sortPairs(text: string): string[] {
  return text.split('&').sort();
}

test('V1: the same request as the package pop-core sends', async () => {
  await fc.assert(
    fc.asyncProperty(parameters, accessKey, method, async (own, key, way) => {
      const client = new RpcClient({
        endpoint: server.origin,
        apiVersion: '2018-08-17',
        ...key,
      });
      await client.request('SubmitTask', own, { method: way });
      const seen = server.seen.at(-1)!;
      const theirs = way === 'GET' ? (seen.url.split('?')[1] ?? '') : seen.body;
      const common = new URLSearchParams(theirs);
      const ours = signPopV1(
        {
          endpoint: server.origin,
          action: 'SubmitTask',
          version: '2018-08-17',
          method: way,
          ...(way === 'GET' ? { query: own } : { form: own }),
        },
        key,
        {
          nowMs: Date.parse(common.get('Timestamp') ?? ''),
          nonce: common.get('SignatureNonce') ?? '',
        },
      );
      expect(seen.method).toBe(way);
      expect(sortPairs(way === 'GET' ? (ours.url.split('?')[1] ?? '') : (ours.body ?? ''))).toEqual(
        sortPairs(theirs),
      );
    }),
    { numRuns: 60 },
  );
});

test('V3: the same signature as the package openapi-core makes', () => {
  fc.assert(
    fc.property(
      parameters,
      fc.option(parameters, { nil: undefined }),
      accessKey,
      fc.stringMatching(/^[a-z0-9-]{1,32}$/),
      fc.integer({ min: 0, max: 4_000_000_000 }),
      (query, form, key, nonce, seconds) => {
        const ours = signPopV3(
          {
            endpoint: 'https://filetrans.cn-beijing.aliyuncs.com:8443',
            action: 'SubmitTask',
            version: '2018-08-17',
            method: form === undefined ? 'GET' : 'POST',
            query,
            ...(form === undefined ? {} : { form }),
          },
          key,
          { nowMs: seconds * 1000, nonce },
        );
        const { authorization, ...headers } = ours.headers;
        const theirs = authoriser.getAuthorization(
          { method: ours.method, pathname: '/', query, headers },
          'ACS3-HMAC-SHA256',
          OpenApiUtil.hash(Buffer.from(ours.body ?? '', 'utf8'), 'ACS3-HMAC-SHA256').toString(
            'hex',
          ),
          key.accessKeyId,
          key.accessKeySecret,
        );
        expect(authorization).toBe(theirs);
        if (form !== undefined) {
          // The package leaves some marks of a form bare; the receiver reads the same.
          expect([...new URLSearchParams(ours.body)].sort()).toEqual(
            [...new URLSearchParams(OpenApiUtil.toForm(form))].sort(),
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});
