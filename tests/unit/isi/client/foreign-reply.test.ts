import { describeError } from '@contract/describe-error';
import { describe, expect, test } from 'vitest';
import { createForeignError } from '../../../../electron/isi/client/foreign-reply';

const url = 'https://filetrans.test/?Signature=s3cr3t';

function make(status: number, body: string, headers: Record<string, string> = {}) {
  return createForeignError({ status, headers, body: Buffer.from(body) }, url);
}

describe('a reply that is not the service’s own', () => {
  test('names host, status, program and page', () => {
    const error = make(403, '<html><head><title>ERROR: Access\n Denied</title></head></html>', {
      'content-type': 'text/html',
      via: '1.1 proxy.corp (squid/5.7)',
    });
    expect(error).toMatchObject({
      code: 'engine/reply-unreadable',
      data: { host: 'filetrans.test', httpStatus: 403, reason: 'login', isRetryable: false },
    });
    const { happened, next } = describeError('en', error);
    expect(happened).toBe(
      'The reply of filetrans.test is not the service’s own: a proxy, a filter or a login page of the network refuses the request (HTTP 403, 1.1 proxy.corp (squid/5.7), ERROR: Access Denied).',
    );
    expect(next).toContain('have filetrans.test allowed there');
    expect(describeError('zh-CN', error).happened).toContain('并非来自服务本身');
  });

  test('names the host a redirection leads to, and no more of it', () => {
    const error = make(302, '', { location: 'https://portal.hotel.test/login?back=token%3Dabc' });
    expect(error.data).toMatchObject({ reason: 'redirect', target: 'portal.hotel.test' });
    expect(JSON.stringify([error.data, error.message])).not.toMatch(/back|abc|s3cr3t/);
  });

  test('shows neither controls nor addresses nor endless words of a page', () => {
    const shown = (title: string): unknown =>
      make(502, `<title>${title}</title>`, { 'content-type': 'text/html' }).data['answer'];
    expect(shown('a\u001b[31mred\u202eder')).toBe('HTTP 502, a [31mred der');
    expect(shown('x'.repeat(500))).toBe(`HTTP 502, ${'x'.repeat(60)}…`);
    expect(shown('GET https://filetrans.test/?token=abc failed')).toBe('HTTP 502');
    expect(shown('token 0123456789abcdef0123456789abcdef')).toBe('HTTP 502, token …');
    expect(shown('token=abc')).toBe('HTTP 502');
  });

  test.for([
    [408, true],
    [429, true],
    [500, true],
    [599, true],
    [200, false],
    [302, false],
    [404, false],
    [407, false],
  ] as const)('HTTP %i may pass: %s', ([status, isRetryable]) => {
    expect(make(status, '').data).toMatchObject({ isRetryable });
  });
});
