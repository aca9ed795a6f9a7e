import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { redact } from '../../../../electron/services/credentials/redact';

describe('a line for the log', () => {
  it.each([
    ['https://h/?Expires=1&Signature=abc%2Bd%3D&x=1', 'https://h/?Expires=1&Signature=***&x=1'],
    ['GET /stream?appkey=k&token=0f9e&format=wav', 'GET /stream?appkey=k&token=***&format=wav'],
    [
      'https://b.oss/x?x-oss-signature=9a8b&x-oss-date=2',
      'https://b.oss/x?x-oss-signature=***&x-oss-date=2',
    ],
    ['x-oss-security-token=CAIS/x+y==&z=1', 'x-oss-security-token=***&z=1'],
    ['{"AccessKeySecret":"s3cr3t","Id":"LTAI"}', '{"AccessKeySecret":"***","Id":"LTAI"}'],
    ['{\\"SecurityToken\\":\\"s3cr3t\\"}', '{\\"SecurityToken\\":\\"***\\"}'],
    ['X-NLS-Token: 0f9e', 'X-NLS-Token: ***'],
    ['Authorization: ACS3-HMAC-SHA256 Credential=a,Signature=b', 'Authorization: ***'],
    ['Proxy-Authorization: Basic dTpw\r\nHost: h', 'Proxy-Authorization: ***\r\nHost: h'],
    ['via http://ann:s3cr3t@proxy:3128/', 'via http://***@proxy:3128/'],
    ['proxyPassword=s3cr3t', 'proxyPassword=***'],
  ])('loses what is named as a secret: %s', (line, expected) => {
    expect(redact(line)).toBe(expected);
  });

  it.each([
    'settings: /home/ann/settings.json cannot be read, kept as settings.json.broken',
    'local: 12 segments, 0 notices',
    'https://example.com/a?b=c@d',
    'mailto ann@example.com: tokens 5',
  ])('stays as it is where it names none: %s', (line) => {
    expect(redact(line, ['unrelated-secret'])).toBe(line);
  });

  it('[KC3] loses every known secret in every form it is written in', () => {
    const secret = fc.string({ minLength: 4, unit: 'grapheme' }).filter((text) => text !== '***');
    const word = fc.stringMatching(/^[a-z ]{0,9}$/);
    fc.assert(
      fc.property(secret, secret, word, word, (one, other, before, after) => {
        // A mask cannot be told from a secret that it holds, nor a name of ours from one in it.
        fc.pre(
          ![one, other].some((text) => '***'.includes(text) || `${before}${after}`.includes(text)),
        );
        const line = [
          `${before}${one}${after}`,
          encodeURIComponent(other),
          JSON.stringify({ one, other }),
        ].join('\n');
        const clean = redact(line, [one, other]);
        for (const text of [one, other]) {
          expect(clean.split('***').some((part) => part.includes(text))).toBe(false);
        }
      }),
    );
  });

  it('does not lose all of its sense to a secret of a letter', () => {
    expect(redact('cannot read a file', ['a'])).toBe('cannot read a file');
  });
});
