import { request as startRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { errorToJson, toStudioError } from '@core/errors/studio-error';
import type { OssClient } from '../../../../electron/isi/client/oss/create-oss-client';
import type { SimulatedAccount } from '../../../simulator/simulated-service';
import {
  type ClientChanges,
  denied,
  inactive,
  owner,
  stranger,
  temporary,
  useOss,
} from './use-oss';

const bench = useOss();
const key = 'isi/2026/01/15/a1b2c3.wav';
const { signal } = new AbortController();
const minuteMs = 60_000;

describe('an object', () => {
  test.each([owner, temporary])(
    'is stored, seen, read and deleted ($accessKeyId)',
    async (account) => {
      const client = bench.client({ account });
      expect(await client.head(key, signal)).toBeUndefined();
      const { etag } = await client.put(key, 'sound', { signal, contentType: 'audio/wav' });
      expect(await client.head(key, signal)).toEqual({
        sizeBytes: 5,
        etag,
        modifiedMs: bench.clock.serverMs,
      });
      const reply = await fetch(await client.signedUrl(key, 3600));
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe('audio/wav');
      expect(await reply.text()).toBe('sound');
      await client.delete(key, signal);
      await client.delete(key, signal);
      expect(bench.service().objects()).toEqual([]);
    },
  );

  test('can be put from bytes and from a stretch of a file', async () => {
    const path = bench.file('a.wav', 1000);
    const client = bench.client();
    await client.put('a', new Uint8Array([1, 2, 3]), { signal });
    await client.put('b', { path, beginByte: 10, endByte: 30 }, { signal });
    expect(bench.content('a')).toEqual(Buffer.from([1, 2, 3]));
    expect(bench.content('b')).toHaveLength(20);
  });

  test.each(['isi/录音 a+b~.wav', `!'()*&=?#%.wav`])('may have the key %s', async (name) => {
    const client = bench.client();
    await client.put(name, 'x', { signal });
    expect(bench.content(name)?.toString()).toBe('x');
    expect((await fetch(await client.signedUrl(name, 60))).status).toBe(200);
  });
});

describe('a signed link', () => {
  test('is good until its last second, and for nothing else', async () => {
    const client = bench.client();
    await client.put(key, 'sound', { signal });
    const link = await client.signedUrl(key, 3 * 3600);
    expect(new URL(link).pathname).toBe(`/sounds/${key}`);
    bench.clock.serverMs += 3 * 3600 * 1000;
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(link.replace('a1b2c3', 'a1b2c4'))).status).toBe(403);
    bench.clock.serverMs += 1000;
    const late = await fetch(link);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Request has expired.');
  });

  test('may not be longer than seven days', async () => {
    await expect(bench.client().signedUrl(key, 7 * 24 * 3600 + 1)).rejects.toThrow(RangeError);
    expect(await bench.client().signedUrl(key, 7 * 24 * 3600)).toContain('x-oss-expires=604800');
  });
});

interface Refusal {
  readonly name: string;
  readonly client: ClientChanges;
  readonly clockOffMs?: number;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
  readonly state: string;
}

const wrongSecret: SimulatedAccount = { ...owner, accessKeySecret: 'secretThatIsWrong' };
const unknownKey: SimulatedAccount = { ...owner, accessKeyId: 'LTAIunknown' };
const wrongToken: SimulatedAccount = { ...temporary, securityToken: 'CAISold' };
const noPut = denied.find((account) => account.denied.includes('PutObject')) ?? owner;

const refusals: readonly Refusal[] = [
  {
    name: 'no such bucket',
    client: { bucket: 'nowhere' },
    code: 'storage/no-bucket',
    data: { vendorCode: 'NoSuchBucket', bucket: 'nowhere', region: 'cn-shanghai', httpStatus: 404 },
    state: 'no-bucket',
  },
  {
    name: 'the bucket of another region',
    client: { bucket: 'far', region: 'oss-cn-shanghai' },
    code: 'storage/wrong-region',
    data: {
      vendorCode: 'AccessDenied',
      bucket: 'far',
      region: 'cn-shanghai',
      endpoint: 'oss-cn-beijing.aliyuncs.com',
    },
    state: 'wrong-region',
  },
  {
    name: 'no permission',
    client: { account: noPut },
    code: 'storage/forbidden',
    data: { vendorCode: 'AccessDenied', bucket: 'sounds' },
    state: 'no-permission',
  },
  {
    name: 'the bucket of another account',
    client: { account: stranger },
    code: 'storage/forbidden',
    data: { vendorCode: 'AccessDenied', bucket: 'sounds' },
    state: 'no-permission',
  },
  {
    name: 'a clock that is 20 minutes ahead',
    client: {},
    clockOffMs: 20 * minuteMs,
    code: 'engine/clock-skewed',
    data: { vendorCode: 'RequestTimeTooSkewed', minutes: 20 },
    state: 'clock-skewed',
  },
  {
    name: 'a clock that is 20 minutes behind',
    client: {},
    clockOffMs: -20 * minuteMs,
    code: 'engine/clock-skewed',
    data: { vendorCode: 'RequestTimeTooSkewed', minutes: 20 },
    state: 'clock-skewed',
  },
  ...[
    { name: 'a wrong secret', account: wrongSecret, vendorCode: 'SignatureDoesNotMatch' },
    { name: 'an unknown key', account: unknownKey, vendorCode: 'InvalidAccessKeyId' },
    { name: 'an inactive key', account: inactive, vendorCode: 'InvalidAccessKeyId' },
    { name: 'an old token', account: wrongToken, vendorCode: 'InvalidSecurityToken' },
  ].map(({ name, account, vendorCode }) => ({
    name,
    client: { account },
    code: 'engine/unauthorised',
    data: { vendorCode },
    state: 'unauthorised',
  })),
];

describe.each(refusals)('$name', ({ client, clockOffMs = 0, code, data, state }) => {
  const open = (): OssClient =>
    bench.client({ ...client, now: () => bench.clock.serverMs + clockOffMs });

  test('is told apart, and not tried again', async () => {
    const thrown: unknown = await open()
      .put(key, 'sound', { signal })
      .catch((reason: unknown) => reason);
    const error = errorToJson(toStudioError(thrown));
    expect(error).toMatchObject({ code, data: { service: 'oss', isRetryable: false, ...data } });
    expect(error.data['requestId']).toMatch(/^[0-9A-F]{24}$/);
    expect(error.data['vendorText']).not.toBe('');
    expect(bench.waitsMs).toEqual([]);
    // The server's reply repeats the signature and what it was made of.
    expect(JSON.stringify(error)).not.toMatch(/secretO|secretT|CAIS|[0-9a-f]{64}|aliyun_v4/);
  });

  test('is told apart without a body, too', async () => {
    const asked = open().head(key, signal);
    if (client.account === noPut) expect(await asked).toBeUndefined();
    else await expect(asked).rejects.toMatchObject({ code, data });
  });

  test('is what the check of the bucket finds', async () => {
    const check = await open().checkBucket(signal);
    expect(check).toMatchObject({ state, step: 'write', error: { code, data } });
  });
});

describe('the check of a bucket', () => {
  test('leaves nothing behind and says how far the clock is off', async () => {
    const client = bench.client({ now: () => bench.clock.serverMs + 5 * minuteMs });
    expect(await client.checkBucket(signal)).toEqual({ state: 'ready', clockOffMs: 5 * minuteMs });
    expect(bench.service().objects()).toEqual([]);
  });

  test.each([
    ['GetObject', 'read'],
    ['DeleteObject', 'delete'],
  ])('names the permission that is missing: %s', async (permission, step) => {
    const account = denied.find((one) => one.denied.includes(permission)) ?? owner;
    expect(await bench.client({ account }).checkBucket(signal)).toMatchObject({
      state: 'no-permission',
      step,
    });
    expect(bench.service().objects()).toHaveLength(step === 'delete' ? 1 : 0);
  });

  test('that is taken back is no result', async () => {
    await expect(bench.client().checkBucket(AbortSignal.abort())).rejects.toMatchObject({
      code: 'job/cancelled',
    });
  });
});

test('what is too large for one request is refused', async () => {
  const path = bench.file('a.wav', 9 * 1024 * 1024);
  await expect(bench.client().put(key, { path }, { signal })).rejects.toMatchObject({
    code: 'storage/failed',
    data: { vendorCode: 'EntityTooLarge', isRetryable: false },
  });
});

test('a server that is in trouble is asked five times, not more', async () => {
  bench.faults.choose = () => ({ kind: 'status', status: 500, code: 'InternalError' });
  await expect(bench.client().put(key, 'x', { signal })).rejects.toMatchObject({
    code: 'storage/failed',
    data: { vendorCode: 'InternalError', isRetryable: true, httpStatus: 500 },
  });
  expect(bench.waitsMs).toEqual([500, 1000, 2000, 4000]);
  expect(bench.service().events).toHaveLength(5);
});

describe('the simulator', () => {
  /** A plain GET with a Host of its own, which fetch does not allow. */
  function getAs(host: string, path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      startRequest(`${bench.origin()}${path}`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  }

  test("takes the vendor's own addresses by their Host: the signature is the same", async () => {
    const client = bench.client();
    await client.put(key, 'sound', { signal });
    const link = new URL(await client.signedUrl(key, 60));
    const path = link.pathname.replace('/sounds', '') + link.search;
    expect(await getAs('sounds.oss-cn-shanghai.aliyuncs.com', path)).toBe(200);
    expect(await getAs('sounds.oss-cn-shanghai-internal.aliyuncs.com', path)).toBe(200);
    expect(await getAs('sounds.oss-cn-beijing.aliyuncs.com', path)).toBe(400);
    expect(await getAs('far.oss-cn-shanghai.aliyuncs.com', path)).toBe(403);
  });

  test('gives nothing to who has not signed, and leaves alone what is not its own', async () => {
    await bench.client().put(key, 'sound', { signal });
    expect((await fetch(`${bench.origin()}/sounds/${key}`)).status).toBe(403);
    expect((await fetch(`${bench.origin()}/stream/v1/FlashRecognizer`)).status).toBe(404);
  });
});
