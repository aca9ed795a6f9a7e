import { createVendorError } from '@isi/create-vendor-error';
import { maskSecrets } from '@isi/mask-secrets';
import { describeError } from '@contract/describe-error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const token = '5f2a0c31d1e94f6fb0a7c2d3e4f50617';

describe('createVendorError', () => {
  it('carries what the vendor said and what helps', () => {
    const { code, data, message } = createVendorError({
      service: 'flash',
      code: 40000005,
      text: 'Gateway:TOO_MANY_REQUESTS:Too many requests!',
      httpStatus: 400,
      requestId: 'r',
      taskId: 't',
    });
    expect(code).toBe('engine/throttled');
    expect(data).toEqual({
      service: 'flash',
      vendorCode: '40000005',
      vendorText: 'Gateway:TOO_MANY_REQUESTS:Too many requests!',
      entry: 'flash/40000005',
      retry: 'backoff',
      isRetryable: true,
      httpStatus: 400,
      requestId: 'r',
      taskId: 't',
    });
    expect(message).toBe('flash: 40000005 Gateway:TOO_MANY_REQUESTS:Too many requests!');
  });

  it('shows the raw code and text of what no table has', () => {
    const error = createVendorError({ service: 'file', code: 49999999, text: 'NEVER_HEARD_OF' });
    expect(describeError('en', error).happened).toContain('(49999999 NEVER_HEARD_OF)');
    expect(describeError('zh-CN', error).happened).toContain('（49999999 NEVER_HEARD_OF）');
  });

  it('speaks of the clock where it is known how far it is off', () => {
    const failure = { service: 'token', code: 'InvalidTimeStamp.Expired' } as const;
    expect(createVendorError(failure).code).toBe('engine/unauthorised');
    const known = createVendorError({ ...failure, clockOffMinutes: 20 });
    expect(known.code).toBe('engine/clock-skewed');
    expect(describeError('en', known).happened).toMatch(/20 minutes.*InvalidTimeStamp.Expired/);
  });

  it('keeps neither token nor string to sign', () => {
    const error = createVendorError({
      service: 'flash',
      code: 40000001,
      text: `Gateway:ACCESS_DENIED:The token '${token}' is invalid!`,
    });
    expect(JSON.stringify([error.data, error.message])).not.toContain(token);
    expect(describeError('en', error).happened).toContain("The token '…' is invalid!");
  });
});

describe('maskSecrets', () => {
  it.each([
    ['server string to sign is:GET&%2F&AccessKeyId%3Dabc%26Action', 'server string to sign is: …'],
    ['key LTAI5tSomething123 is off', 'key LTAI… is off'],
    [
      'cannot get https://b.oss-cn-shanghai.aliyuncs.com/k.wav?x-oss-signature=ab&x=1 now',
      'cannot get https://b.oss-cn-shanghai.aliyuncs.com/k.wav?… now',
    ],
    ['proxy http://user:pass@host:3128/ failed', 'proxy http://…@host:3128/ failed'],
    ['AccessKeyId=abc&Signature=xyz%3D', 'AccessKeyId=…&Signature=…'],
    ['The token "short" has expired', 'The token "…" has expired'],
    [`unexpected ${token}`, 'unexpected …'],
    ['Specified access key is not found.', 'Specified access key is not found.'],
    ['Meta:APPKEY_NOT_EXIST:Appkey not exist!', 'Meta:APPKEY_NOT_EXIST:Appkey not exist!'],
  ])('makes of %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it('hides a token wherever the usual forms put it', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
    const around = fc.constantFrom(
      (secret: string) => `The token '${secret}' has expired`,
      (secret: string) => `token=${secret}`,
      (secret: string) => `X-NLS-Token: ${secret}`,
      (secret: string) => `wss://h/ws/v1?token=${secret}`,
      (secret: string) => `{"token":"${secret}"}`,
    );
    fc.assert(
      fc.property(hex, around, fc.string(), (secret, wrap, noise) => {
        expect(maskSecrets(`${noise} ${wrap(secret)}`)).not.toContain(secret);
      }),
    );
  });
});
