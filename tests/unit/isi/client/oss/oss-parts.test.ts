import fc from 'fast-check';
import { describeError } from '@contract/describe-error';
import { describe, expect, test } from 'vitest';
import {
  createOssError,
  readClockOffMs,
} from '../../../../../electron/isi/client/oss/create-oss-error';
import { makeObjectKey } from '../../../../../electron/isi/client/oss/make-object-key';
import { type OssEndpoint, toOssUrl } from '../../../../../electron/isi/client/oss/oss-address';
import {
  choosePartBytes,
  mostParts,
  planParts,
  smallestPartBytes,
} from '../../../../../electron/isi/client/oss/plan-parts';
import { encodeXml, readXmlField } from '../../../../../electron/isi/client/oss/read-xml-field';

const dayMs = Date.parse('2026-01-15T23:59:59Z');
const place = { bucket: 'sounds', region: 'oss-cn-shanghai', endpoint: 'public' } as const;

describe('parts', () => {
  test('keep within the limits and cover the file without gaps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 * 1024 ** 3 }),
        fc.integer({ min: 1, max: 64 * 1024 ** 2 }),
        (sizeBytes, wantedBytes) => {
          const partBytes = choosePartBytes(sizeBytes, wantedBytes);
          const parts = planParts(sizeBytes, partBytes);
          expect(parts.length).toBeLessThanOrEqual(mostParts);
          expect(partBytes).toBeGreaterThanOrEqual(smallestPartBytes);
          expect(parts[0]?.beginByte).toBe(0);
          expect(parts.at(-1)?.endByte).toBe(sizeBytes);
          const isGapless = parts.every(
            ({ number, beginByte, endByte }, index) =>
              number === index + 1 &&
              beginByte === (parts[index - 1]?.endByte ?? 0) &&
              endByte > beginByte,
          );
          expect(isGapless).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('have the wanted size where that is allowed', () => {
    expect(choosePartBytes(1024 ** 3, 5 * 1024 ** 2)).toBe(5 * 1024 ** 2);
  });
});

describe('the key of an object', () => {
  test('has the day (UTC) and the id', () => {
    expect(makeObjectKey('a1-b2_c3', dayMs, '.WAV')).toBe('isi/2026/01/15/a1-b2_c3.wav');
    expect(makeObjectKey('a1', dayMs, '')).toBe('isi/2026/01/15/a1');
  });

  test('is ASCII without blanks, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (id, ending) => {
          expect(makeObjectKey(`x${id}`, dayMs, ending)).toMatch(
            /^isi\/2026\/01\/15\/[A-Za-z0-9_-]+(?:\.[a-z0-9]+)?$/,
          );
        },
      ),
    );
  });

  test('needs an id', () => {
    expect(() => makeObjectKey('录音', dayMs, 'wav')).toThrow(RangeError);
  });
});

describe('the address', () => {
  const rows: readonly (readonly [OssEndpoint, string])[] = [
    ['public', 'https://sounds.oss-cn-shanghai.aliyuncs.com/a/b%20c'],
    ['internal', 'https://sounds.oss-cn-shanghai-internal.aliyuncs.com/a/b%20c'],
    [{ origin: 'http://localhost:9000' }, 'http://localhost:9000/sounds/a/b%20c'],
    [{ origin: 'https://storage.example/' }, 'https://storage.example/sounds/a/b%20c'],
    [
      { origin: 'http://oss-cn-shanghai-internal.aliyuncs.com' },
      'http://sounds.oss-cn-shanghai-internal.aliyuncs.com/a/b%20c',
    ],
  ];
  test.each(rows)('by %o is %s', (endpoint, url) => {
    expect(toOssUrl({ ...place, endpoint }, 'a/b c')).toBe(url);
  });
});

describe('a field of a reply', () => {
  test('comes back as any text that was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readXmlField(`<R><ETag>${encodeXml(text)}</ETag></R>`, 'ETag')).toBe(text);
      }),
    );
  });

  test.each([
    ['<a>&#34;x&#x22;&quot;&nbsp;&#9999999;</a>', '"x""&nbsp;&#9999999;'],
    ['<a></a>', ''],
    ['<a>cut', undefined],
    ['<aa>1</aa>', undefined],
    ['', undefined],
  ])('%s is %s', (xml, text) => {
    expect(readXmlField(xml, 'a')).toBe(text);
  });
});

describe('a refusal', () => {
  const reply = (
    status: number,
    xml: string,
    headers: Readonly<Record<string, string>> = {},
  ): Parameters<typeof createOssError>[0] => ({
    status,
    headers,
    body: new TextEncoder().encode(xml),
  });

  test.each([
    ['SecurityTokenExpired', 403, 'engine/unauthorised', false],
    ['InvalidSecurityToken', 403, 'engine/unauthorised', false],
    ['NoSuchUpload', 404, 'storage/failed', false],
    ['RequestTimeout', 400, 'storage/failed', true],
    ['InternalError', 500, 'storage/failed', true],
    ['UserDisable', 403, 'storage/forbidden', false],
  ])('%s', (vendorCode, status, code, isRetryable) => {
    const xml = `<Error><Code>${vendorCode}</Code><Message>text</Message><RequestId>R</RequestId></Error>`;
    expect(createOssError(reply(status, xml), place, 0)).toMatchObject({
      code,
      data: { service: 'oss', vendorCode, vendorText: 'text', requestId: 'R', isRetryable },
    });
  });

  // Rows of the catalogue that say more than our texts of a code can.
  test.each([
    ['UserDisable', 403, 'storage/forbidden', /owes money/, /balance/, /欠费/],
    ['InvalidBucketName', 400, 'storage/no-bucket', /cannot be the name/, /3 to 63/, /Bucket 名称/],
    ['SignatureDoesNotMatch', 403, 'engine/unauthorised', /secret/, /blanks/, /签名/],
    ['InvalidAccessKeyId', 403, 'engine/unauthorised', /know this AccessKey/, /enabled/, /禁用/],
    ['SecurityTokenExpired', 403, 'engine/unauthorised', /temporary/, /new temporary/, /临时/],
    ['QpsLimitExceeded', 503, 'storage/failed', /no more requests/, /fewer jobs/, /请求/],
    ['InvalidArgument', 400, 'storage/failed', /parameter/, /Read its text/, /参数/],
    ['EntityTooLarge', 400, 'storage/failed', /does not know/, /Read its text/, /未知/],
  ] as const)(
    '%s is explained by the catalogue',
    (vendorCode, status, code, why, what, chinese) => {
      const xml = `<Error><Code>${vendorCode}</Code><Message>Its own words.</Message></Error>`;
      const error = createOssError(reply(status, xml), place, 0);
      expect(error.code).toBe(code);
      const { happened, next } = describeError('en', error);
      expect(happened).toMatch(why);
      expect(happened).toContain(`(${vendorCode} Its own words.)`);
      expect(next).toMatch(what);
      expect(describeError('zh-CN', error).happened).toMatch(chinese);
    },
  );

  // What names the bucket, its region or the minutes says more than a row can.
  test.each([
    ['NoSuchBucket', 404, '', '"sounds" in cn-shanghai'],
    ['AccessDenied', 403, '', '"sounds"'],
    ['AccessDenied', 403, '<Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>', 'not in cn-shanghai'],
    ['RequestTimeTooSkewed', 403, '<ServerTime>1970-01-01T00:20:00Z</ServerTime>', '20 minutes'],
    ['', 403, '', '"sounds"'],
    ['SecurityTokenNotSupported', 403, '', 'does not know these credentials'],
  ])('%s %i%s is told in our own words', (vendorCode, status, more, said) => {
    const xml = `<Error><Code>${vendorCode}</Code><Message>Its words.</Message>${more}</Error>`;
    const error = createOssError(reply(status, xml), place, 0);
    expect(error.data).not.toHaveProperty('entry');
    expect(describeError('en', error).happened).toContain(said);
  });

  test('keeps no secret that its text repeats', () => {
    const xml =
      '<Error><Code>InvalidArgument</Code><Message>Signature=abc is bad</Message></Error>';
    const error = createOssError(reply(400, xml), place, 0);
    expect(error.data['vendorText']).toBe('Signature=… is bad');
    expect(error.message).not.toContain('abc');
  });

  test('of a signing region that the host is not in', () => {
    const xml =
      '<Error><Code>InvalidArgument</Code><Message>Invalid signing region in Authorization header.</Message></Error>';
    const { code, data } = createOssError(reply(400, xml), place, 0);
    expect(code).toBe('storage/wrong-region');
    expect(data).toMatchObject({ bucket: 'sounds', region: 'cn-shanghai' });
    expect(data).not.toHaveProperty('endpoint');
  });

  test('that is no XML keeps its status and the id of the request', () => {
    const page = reply(502, '<html>bad gateway</html>', { 'x-oss-request-id': 'R7' });
    expect(createOssError(page, place, 0)).toMatchObject({
      code: 'storage/failed',
      data: { vendorCode: '502', vendorText: '', requestId: 'R7', isRetryable: true },
    });
  });

  test('tells the time by its Date where it does not name the server time', () => {
    const nowMs = Date.parse('2026-01-15T08:50:00Z');
    const late = reply(403, '<Error><Code>RequestTimeTooSkewed</Code></Error>', {
      date: 'Thu, 15 Jan 2026 08:30:00 GMT',
    });
    expect(createOssError(late, place, nowMs).data['minutes']).toBe(20);
    expect(readClockOffMs(late, nowMs)).toBe(20 * 60_000);
    expect(readClockOffMs(reply(200, ''), nowMs)).toBeUndefined();
  });
});
