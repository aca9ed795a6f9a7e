import { describe, expect, test } from 'vitest';
import { chooseProxy, isLoopback } from '../../../../electron/isi/http/proxy';

const url = 'http://proxy.test:3128';
const choose = (
  target: string,
  environment: Record<string, string>,
  setting?: Parameters<typeof chooseProxy>[1],
): string | undefined => chooseProxy(new URL(target), setting, environment)?.host;

describe('which proxy', () => {
  test.for([
    ['https://a.test/', { HTTPS_PROXY: url }, 'proxy.test:3128'],
    ['https://a.test/', { https_proxy: url, HTTPS_PROXY: 'http://other.test' }, 'proxy.test:3128'],
    ['http://a.test/', { HTTPS_PROXY: url }, undefined],
    ['http://a.test/', { http_proxy: url }, 'proxy.test:3128'],
    ['https://a.test/', { HTTPS_PROXY: ' ' }, undefined],
    ['https://a.test/', { HTTPS_PROXY: url, NO_PROXY: 'b.test, a.test' }, undefined],
    ['https://x.a.test/', { HTTPS_PROXY: url, no_proxy: 'a.test' }, undefined],
    ['https://x.a.test/', { HTTPS_PROXY: url, no_proxy: '.a.test' }, undefined],
    ['https://x.a.test/', { HTTPS_PROXY: url, no_proxy: '*.a.test' }, undefined],
    ['https://xa.test/', { HTTPS_PROXY: url, no_proxy: 'a.test' }, 'proxy.test:3128'],
    ['https://a.test:8443/', { HTTPS_PROXY: url, no_proxy: 'a.test:443' }, 'proxy.test:3128'],
    ['https://a.test/', { HTTPS_PROXY: url, no_proxy: 'a.test:443' }, undefined],
    ['https://a.test/', { HTTPS_PROXY: url, no_proxy: '*' }, undefined],
    ['https://[2001:db8::1]/', { HTTPS_PROXY: url, no_proxy: '2001:db8::1' }, undefined],
    ['https://127.8.9.1/', { HTTPS_PROXY: url }, undefined],
    ['https://studio.localhost/', { HTTPS_PROXY: url }, undefined],
  ] as const)('%s with %j', ([target, environment, host]) => {
    expect(choose(target, environment)).toBe(host);
  });

  test('a setting wins, with its own exceptions; "none" means none', () => {
    const environment = { HTTPS_PROXY: url, NO_PROXY: '*' };
    expect(choose('https://a.test/', environment, { url: 'https://set.test:1' })).toBe(
      'set.test:1',
    );
    expect(
      choose('https://a.test/', environment, { url: 'https://set.test:1', noProxy: 'a.test' }),
    ).toBeUndefined();
    expect(choose('https://a.test/', { HTTPS_PROXY: url }, 'none')).toBeUndefined();
  });

  test.for([
    [
      'socks5://someone:secret@proxy.test:1080',
      'proxy.test:1080',
      { reason: 'scheme', scheme: 'socks5' },
    ],
    ['proxy.test:3128', 'proxy.test:3128', { reason: 'no-scheme' }],
    ['someone:secret@proxy.test:3128/x', 'proxy.test:3128', { reason: 'no-scheme' }],
    ['http://', '', { reason: 'unreadable' }],
  ] as const)('%s is refused with its reason', ([address, host, problem]) => {
    let error: unknown;
    try {
      choose('https://a.test/', { HTTPS_PROXY: address });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'network/proxy', data: { host, ...problem } });
    expect(String(error)).not.toContain('secret');
  });
});

test.for(['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.255.0.9', '[::1]', '::1'])(
  '%s is this computer',
  (name) => expect(isLoopback(name)).toBe(true),
);

test.for(['localhost.example.com', '128.0.0.1', '127.example.com', '10.0.0.1', '[2001:db8::1]'])(
  '%s is another',
  (name) => expect(isLoopback(name)).toBe(false),
);
