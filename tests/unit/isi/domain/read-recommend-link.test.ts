import { createVendorError } from '@isi/create-vendor-error';
import { readRecommendLink } from '@isi/read-recommend-link';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';

const help = 'https://next.api.aliyun.com/troubleshoot?q=InvalidAccessKeyId.NotFound&product=nls';

describe('a link that the vendor recommends', () => {
  it.each([
    [help, help],
    [` ${help}\n`, help],
    [
      'https://help.aliyun.com/document_detail/1.html',
      'https://help.aliyun.com/document_detail/1.html',
    ],
    ['https://www.alibabacloud.com', 'https://www.alibabacloud.com'],
    // What may repeat a secret stays out of it.
    [`${help}&Signature=abc%3D&AccessKeyId=LTAIx#token=1`, help],
    [
      `https://api.aliyun.com/t?q=${'a'.repeat(32)}&product=nls`,
      'https://api.aliyun.com/t?product=nls',
    ],
  ])('%j is shown as %j', (given, shown) => {
    expect(readRecommendLink(given)).toBe(shown);
  });

  it.each([
    'http://next.api.aliyun.com/troubleshoot',
    'https://aliyun.com.evil.test/',
    'https://evilaliyun.com/',
    'https://me:secret@help.aliyun.com/',
    'https://help.aliyun.com:8443/',
    'https://help.aliyun.com\\@evil.test/',
    'javascript:alert(1)//aliyun.com',
    'https://help.aliyun.com/\u001b[2J',
    `https://help.aliyun.com/${'a'.repeat(400)}`,
    '',
    null,
    7,
    { href: help },
    undefined,
  ])('[IS24] %j is left out', (given) => {
    expect(readRecommendLink(given)).toBe(undefined);
  });

  it('reaches the person with what to do, in both languages and places', () => {
    const error = createVendorError({
      service: 'token',
      code: 'InvalidAccessKeyId.NotFound',
      recommend: help,
    });
    expect(error.data['recommend']).toBe(help);
    for (const place of ['terminal', 'window'] as const) {
      expect(describeError('en', error, place).next).toMatch(
        / Alibaba Cloud explains it at https:\S+nls$/,
      );
      expect(describeError('zh-CN', error, place).next).toContain(`阿里云的说明见 ${help}`);
    }
    const foreign = { code: error.code, data: { ...error.data, recommend: 'https://evil.test/' } };
    expect(describeError('en', foreign).next).not.toContain('evil');
  });
});
