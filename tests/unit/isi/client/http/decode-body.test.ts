import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../../../../electron/isi/client/http/decode-body';

const text = '{"status":20000000,"message":"今天"}';
const bounds = { host: 'gateway.test', mostBytes: 1_000 };
const decode = async (body: Uint8Array, encoding?: string): Promise<string> =>
  Buffer.from(await decodeBody(body, encoding, bounds)).toString('utf8');

/** As small as the best pack of a bomb, within a small part of its time. */
const packBrotli = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });

describe('a packed body', () => {
  test.for([
    ['gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate, gzip', gzipSync(deflateSync(text))],
    ['identity', Buffer.from(text)],
    [undefined, Buffer.from(text)],
  ] as const)('%s is unpacked', async ([encoding, body]) => {
    expect(await decode(body, encoding)).toBe(text);
  });

  test.for(['gzip', 'deflate', 'br', 'zstd', 'constructor', 'gzip, gzip, gzip, gzip', ', ,'])(
    'that is not packed as %s stays as it is',
    async (encoding) => {
      expect(await decode(Buffer.from(text), encoding)).toBe(text);
    },
  );

  test('that is cut off stays as it is', async () => {
    const cut = gzipSync(text).subarray(0, -9);
    expect(await decodeBody(cut, 'gzip', bounds)).toEqual(cut);
  });

  test('of nothing is nothing, whatever its head says', async () => {
    expect(await decode(new Uint8Array(), 'gzip')).toBe('');
  });

  test.for([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', packBrotli],
  ] as const)('%s that holds too much is refused', async ([encoding, pack]) => {
    expect(await decode(pack(Buffer.alloc(1_000, 'a')), encoding)).toHaveLength(1_000);
    await expect(decode(pack(Buffer.alloc(1_001, 'a')), encoding)).rejects.toMatchObject({
      code: 'engine/reply-unreadable',
      data: { host: 'gateway.test' },
    });
    // Once more inside: each layer has the same bound.
    const bomb = gzipSync(pack(Buffer.alloc(50_000_000)));
    await expect(decode(bomb, `${encoding}, gzip`)).rejects.toMatchObject({
      code: 'engine/reply-unreadable',
    });
  });
});
