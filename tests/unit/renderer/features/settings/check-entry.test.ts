import { inputSchemas } from '@contract/inputs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkOwnName,
  checkBucketName,
  checkOrigin,
  checkPassword,
  checkRegion,
  checkSecret,
  optional,
} from '../../../../../renderer/src/features/settings/cloud/check-entry';

const typed = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[ \t]*[\x21-\x7e]{0,140}[ \n]*$/),
);

describe('the check of what is typed as a credential', () => {
  it('lets through exactly the keys that the services take', () => {
    const change = inputSchemas['credentials.set'];
    fc.assert(
      fc.property(typed, (text) => {
        const isTaken = change.safeParse({
          kind: 'accessKey',
          accessKeyId: text,
          accessKeySecret: 'secret',
        }).success;
        expect(checkSecret(128)(text) === undefined).toBe(isTaken);
      }),
    );
  });

  it('lets through no password that the services refuse', () => {
    const change = inputSchemas['credentials.set'];
    fc.assert(
      fc.property(typed, (text) => {
        if (checkPassword(text) !== undefined) return;
        expect(change.safeParse({ kind: 'proxyPassword', proxyPassword: text }).success).toBe(true);
      }),
    );
  });

  it('says what is wrong', () => {
    expect(checkSecret(8)('  ')).toBe('cloud.wrong.empty');
    expect(checkSecret(8)('a b')).toBe('cloud.wrong.ascii');
    expect(checkSecret(8)('密钥')).toBe('cloud.wrong.ascii');
    expect(checkSecret(8)('123456789')).toBe('cloud.wrong.long');
    expect(checkSecret(8)(' 12345678\n')).toBeUndefined();
    expect(optional(checkSecret(8))(' ')).toBeUndefined();
  });
});

describe('the check of addresses and names', () => {
  it.each(['abc', 'mara-recordings', '0a9', 'a'.repeat(63)])('takes the bucket %s', (name) => {
    expect(checkBucketName(name)).toBeUndefined();
  });

  it.each(['ab', 'Mara', '-abc', 'abc-', 'a.b.c', 'a'.repeat(64), 'a b c'])(
    'refuses the bucket %s',
    (name) => {
      expect(checkBucketName(name)).toBe('cloud.wrong.bucket');
    },
  );

  it.each(['cn-shanghai', 'oss-cn-hangzhou', 'ap-southeast-1'])('takes the region %s', (region) => {
    expect(checkRegion(region)).toBeUndefined();
  });

  it.each(['Shanghai', 'shanghai', 'cn_shanghai', 'cn shanghai', 'cn-'])(
    'refuses the region %s',
    (region) => {
      expect(checkRegion(region)).toBe('cloud.wrong.region');
    },
  );

  it.each(['http://localhost:9000', 'https://oss.example.com', ' https://oss.example.com/ '])(
    'takes the address %s',
    (text) => {
      expect(checkOrigin(text)).toBeUndefined();
    },
  );

  it.each([
    'oss.example.com',
    'localhost:9000',
    'ftp://oss.example.com',
    'https://oss.example.com/path',
    'https://user:word@oss.example.com',
    'https://a b',
    'https://',
    // The service of file transcription would refuse every link to it.
    'http://10.0.0.7:9000',
    'http://[::1]:9000',
  ])('refuses the address %s', (text) => {
    expect(checkOrigin(text)).toBe('cloud.wrong.origin');
  });
});

it('takes a name that nothing else has', () => {
  const others = ['Interviews', '访谈'];
  expect(checkOwnName('Lectures', others)).toBeUndefined();
  expect(checkOwnName(' 访谈 ', others)).toBe('cloud.wrong.taken');
  expect(checkOwnName(' ', others)).toBe('cloud.wrong.empty');
});
