import { toStudioError } from '@core/errors/studio-error';
import { describe, expect, test } from 'vitest';
import { isLoopback } from '../../../../../electron/isi/client/http/plain-host';
import { chooseProxy, hasProxyVariables } from '../../../../../electron/isi/client/http/proxy';
import { differences, type ProxyCase, proxyCases } from '../../../../helpers/proxy-cases';

const url = 'http://proxy.test:3128';
const choose = (
  target: string,
  environment: Record<string, string>,
  setting?: Parameters<typeof chooseProxy>[1],
): string | undefined => chooseProxy(new URL(target), setting, environment)?.host;

/** Host and port of the way a request goes, with the port that an address leaves out. */
function findWay({ target, environment }: ProxyCase): string {
  try {
    const proxy = chooseProxy(new URL(target), undefined, environment);
    if (proxy === undefined) return 'direct';
    const usual = proxy.origin.startsWith('https:') ? '443' : '80';
    return new URL(proxy.origin).port === '' ? `${proxy.host}:${usual}` : proxy.host;
  } catch (thrown) {
    return toStudioError(thrown).code === 'network/proxy' ? 'refused' : String(thrown);
  }
}

test('each case of the table goes its way', () => {
  const wrong = proxyCases.filter((one) => findWay(one) !== one.way);
  expect(wrong.map((one) => ({ ...one, ours: findWay(one) }))).toEqual([]);
  expect(proxyCases.length).toBeGreaterThan(150);
  expect(new Set(proxyCases.map((one) => JSON.stringify(one))).size).toBe(proxyCases.length);
});

test('every difference from curl has a case, and a reason', () => {
  const named = new Set(proxyCases.map(({ differsFromCurl }) => differsFromCurl));
  named.delete(undefined);
  expect([...named].sort()).toEqual(Object.keys(differences).sort());
});

test.for([
  [{}, false],
  [{ NO_PROXY: '*' }, false],
  [{ https_proxy: '', ALL_PROXY: ' ' }, false],
  [{ HTTP_PROXY: url }, true],
  [{ all_proxy: url }, true],
] as const)('%j names a proxy: %s', ([environment, isNamed]) =>
  expect(hasProxyVariables(environment)).toBe(isNamed),
);

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
    ['socks4a://proxy.test', 'proxy.test', { reason: 'scheme', scheme: 'socks4a' }],
    ['ftp://someone:secret@proxy.test', 'proxy.test', { reason: 'scheme', scheme: 'ftp' }],
    ['http://', '', { reason: 'unreadable' }],
    ['someone:secret@proxy.test:99999', 'proxy.test:99999', { reason: 'unreadable' }],
    ['someone:secret@', '', { reason: 'unreadable' }],
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

describe('user name and password', () => {
  test.for([
    ['http://proxy.test', undefined],
    ['http://name:word@proxy.test', 'name:word'],
    ['name:word@proxy.test:3128', 'name:word'],
    ['http://name@proxy.test', 'name:'],
    ['http://na%3Ame:p%40ss%2Fw%25@proxy.test', 'na:me:p@ss/w%'],
    ['http://M%C3%BCller:%E5%AD%97@proxy.test', 'Müller:字'],
    ['http://name:100%@proxy.test', 'name:100%'],
  ] as const)('of %s', ([address, expected]) => {
    const proxy = chooseProxy(new URL('https://a.test/'), undefined, { https_proxy: address });
    const [scheme, encoded] = proxy?.authorization?.split(' ') ?? [];
    const given = encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString();
    expect([scheme, given]).toEqual([expected === undefined ? undefined : 'Basic', expected]);
    expect(proxy?.host).not.toContain('@');
  });
});

test.for(['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.255.0.9', '[::1]', '::1'])(
  '%s is this computer',
  (name) => expect(isLoopback(name)).toBe(true),
);

test.for([
  '[::ffff:7f1:2]',
  'localhost.example.com',
  '128.0.0.1',
  '127.example.com',
  '10.0.0.1',
  '[2001:db8::1]',
])('%s is another', (name) => expect(isLoopback(name)).toBe(false));
