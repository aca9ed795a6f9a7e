import { describeError } from '@contract/describe-error';
import { toReachableLink } from '@isi/reachable-link';
import { describe, expect, it } from 'vitest';
import { checkLink } from '../../../../electron/engines/file/check-link';
import { signOssUrl } from '../../../../electron/isi/client/oss/sign-oss-v4';

const nowMs = Date.UTC(2026, 0, 15, 8, 30);
const key = { accessKeyId: 'id', accessKeySecret: 'secret' };
const hourMs = 3_600_000;
const publicLink = 'https://sounds.oss-cn-shanghai.aliyuncs.com/a.wav?x-oss-expires=60';
const check = (given: Partial<Parameters<typeof checkLink>[0]>) =>
  checkLink({ link: publicLink, key, nowMs, serviceRegion: 'cn-shanghai', ...given }).map(
    ({ code, data }) => ({ code, data }),
  );

describe('[IS18] a key and the link that it signs', () => {
  it('is nothing to talk about where the key does not end, or ends after the link', () => {
    expect(check({})).toEqual([]);
    const long = { ...key, securityToken: 't', expiresAtMs: nowMs + 24 * hourMs };
    expect(check({ key: long })).toEqual([]);
    // Without a token the time is of no key.
    expect(check({ key: { ...key, expiresAtMs: nowMs - 1 } })).toEqual([]);
  });

  it('is told where the key ends before, with its time', () => {
    const short = { ...key, securityToken: 't', expiresAtMs: nowMs + 24 * hourMs - 1_000 };
    expect(check({ key: { ...short, expiresAtMs: nowMs + 1.5 * hourMs } })).toEqual([
      {
        code: 'storage/link-ends-early',
        data: { time: '2026-01-15T10:00:00Z', hours: 1, minutes: 30 },
      },
    ]);
    expect(check({ key: short })[0]?.data).toMatchObject({ hours: 23, minutes: 59 });
  });

  it('is told where nobody said when the key ends', () => {
    expect(check({ key: { ...key, securityToken: 't' } })).toEqual([
      { code: 'storage/link-end-unknown', data: {} },
    ]);
  });

  it('is a refusal where the key has ended, as the storage would say', () => {
    const dead = { ...key, securityToken: 't', expiresAtMs: nowMs };
    expect(() => check({ key: dead })).toThrow(
      expect.objectContaining({ code: 'engine/unauthorised' }) as Error,
    );
  });
});

describe('[IS19] an internal link', () => {
  const sign = (region: string, endpoint: 'internal' | 'public' | { readonly origin: string }) =>
    signOssUrl(
      { method: 'GET', place: { bucket: 'sounds', region, endpoint }, key: 'isi/a.wav' },
      key,
      nowMs,
      3_600,
    );

  it('of another region becomes the public one, with the same signature, and is told', () => {
    const link = sign('cn-beijing', 'internal');
    expect(link).toContain('//sounds.oss-cn-beijing-internal.aliyuncs.com/isi/a.wav?');
    expect(toReachableLink(link, 'cn-shanghai')).toEqual({
      link: sign('cn-beijing', 'public'),
      bucketRegion: 'cn-beijing',
    });
    expect(check({ link })).toEqual([
      {
        code: 'storage/link-across-regions',
        data: { bucketRegion: 'cn-beijing', region: 'cn-shanghai' },
      },
    ]);
  });

  it('is found as well where it was set as an endpoint', () => {
    const origin = 'https://oss-cn-shenzhen-internal.aliyuncs.com';
    const { bucketRegion } = toReachableLink(sign('cn-shenzhen', { origin }), 'cn-shanghai');
    expect(bucketRegion).toBe('cn-shenzhen');
  });

  it('of the same region stays, and so does every other one', () => {
    for (const link of [
      sign('cn-shanghai', 'internal'),
      sign('cn-beijing', 'public'),
      sign('cn-beijing', { origin: 'http://localhost:9000' }),
      'https://example.com/sounds.oss-cn-beijing-internal.aliyuncs.com/a.wav',
    ]) {
      expect(toReachableLink(link, 'cn-shanghai')).toEqual({ link });
    }
  });
});

describe('what a person is told of a link', () => {
  it.each(['en', 'zh-CN'] as const)('is whole in %s', (locale) => {
    const data = { time: 'T', hours: 1, minutes: 2, bucketRegion: 'B', region: 'R' };
    for (const code of [
      'storage/link-across-regions',
      'storage/link-ends-early',
      'storage/link-end-unknown',
    ] as const) {
      for (const place of ['terminal', 'window'] as const) {
        const { happened, next } = describeError(locale, { code, data }, place);
        expect(happened + next).not.toMatch(/[{}]/);
      }
    }
    const { next } = describeError(locale, { code: 'storage/link-end-unknown', data: {} });
    expect(next).toContain('ALIYUN_STS_EXPIRATION');
  });
});
