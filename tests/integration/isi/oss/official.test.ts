import { readFileSync } from 'node:fs';
import type OSS from 'ali-oss';
import { describe, expect, test } from 'vitest';
import { createOfficialOss } from '../../../helpers/create-official-oss';
import { digest, owner, temporary, useOss } from './use-oss';

const bench = useOss();
const sizeBytes = 1024 * 1024 + 12_345;

/** The package signs with this machine's clock, so the server has to have it too. */
function createOfficial(
  account = owner,
  change: { readonly bucket?: string; readonly accessKeySecret?: string } = {},
): OSS {
  bench.clock.serverMs = Date.now();
  const { accessKeyId, accessKeySecret, securityToken } = account;
  return createOfficialOss({
    accessKeyId,
    accessKeySecret,
    securityToken,
    bucket: 'sounds',
    region: 'oss-cn-shanghai',
    endpoint: bench.origin(),
    ...change,
  });
}

describe.each([owner, temporary])('the official package as $accessKeyId', (account) => {
  test.each(['isi/2026/01/15/a1.wav', `isi/录音 a+b~(1)!'*.wav`])(
    'stores and reads %s',
    async (key) => {
      const official = createOfficial(account);
      const path = bench.file('a.wav', sizeBytes);
      const put = await official.put(key, path);
      expect(put.res.status).toBe(200);
      expect(digest(bench.content(key))).toBe(digest(readFileSync(path)));

      const head = await official.head(key);
      expect(head.status).toBe(200);
      const got = await official.get(key);
      expect(digest(toBytes(got.content))).toBe(digest(readFileSync(path)));
      const link = await official.signatureUrlV4('GET', 3600, undefined, key);
      const reply = await fetch(link, { headers: { range: 'bytes=1000-1999' } });
      expect(reply.status).toBe(206);
      expect(Buffer.from(await reply.arrayBuffer())).toEqual(
        readFileSync(path).subarray(1000, 2000),
      );
      await official.delete(key);
      await expect(official.head(key)).rejects.toMatchObject({ status: 404, code: 'NoSuchKey' });
    },
  );

  test('uploads in parts', async () => {
    const official = createOfficial(account);
    const path = bench.file('large.wav', sizeBytes);
    await official.multipartUpload('isi/large.wav', path, { partSize: 200 * 1024, parallel: 3 });
    expect(digest(bench.content('isi/large.wav'))).toBe(digest(readFileSync(path)));
    expect(bench.service().uploads()).toEqual([]);
    const parts = bench.service().events.filter(({ action }) => action === 'UploadPart');
    expect(parts).toHaveLength(Math.ceil(sizeBytes / (200 * 1024)));
  });

  test('lists the parts of an upload, and aborts it', async () => {
    const official = createOfficial(account);
    const path = bench.file('large.wav', sizeBytes);
    const { uploadId } = await official.initMultipartUpload('isi/large.wav');
    await official.uploadPart('isi/large.wav', uploadId, 1, path, 0, 150_000);
    const { uploads } = await official.listUploads({});
    expect(uploads).toHaveLength(1);
    const listed: unknown = await official.listParts('isi/large.wav', uploadId);
    expect(listed).toMatchObject({ parts: { PartNumber: '1', Size: '150000' } });
    await official.abortMultipartUpload('isi/large.wav', uploadId);
    expect(bench.service().uploads()).toEqual([]);
  });

  test('reads what our client stored, and the other way round', async () => {
    const official = createOfficial(account);
    const ours = bench.client({ account });
    const path = bench.file('a.wav', sizeBytes);
    const { signal } = new AbortController();
    await ours.uploadFile(path, 'isi/ours.wav', { signal, partBytes: 300 * 1024 });
    const got = await official.get('isi/ours.wav');
    expect(digest(toBytes(got.content))).toBe(digest(readFileSync(path)));
    await official.put('isi/theirs.wav', path);
    expect(await ours.head('isi/theirs.wav', signal)).toMatchObject({ sizeBytes });
  });
});

test('the official package understands the refusals', async () => {
  const key = 'isi/a.wav';
  const body = Buffer.from('sound');
  await expect(
    createOfficial(owner, { accessKeySecret: 'wrong' }).put(key, body),
  ).rejects.toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  await expect(createOfficial(owner, { bucket: 'nowhere' }).put(key, body)).rejects.toMatchObject({
    status: 404,
    code: 'NoSuchBucket',
  });
  await expect(createOfficial(owner, { bucket: 'far' }).put(key, body)).rejects.toMatchObject({
    status: 403,
    code: 'AccessDenied',
  });
  const official = createOfficial();
  bench.clock.serverMs += 20 * 60_000;
  await expect(official.put(key, body)).rejects.toMatchObject({ code: 'RequestTimeTooSkewed' });
});

/** The package's types leave open what it gives. */
function toBytes(content: unknown): Uint8Array | undefined {
  return content instanceof Uint8Array ? content : undefined;
}
