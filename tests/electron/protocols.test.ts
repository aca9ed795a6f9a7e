import { describe, expect, it } from 'vitest';
import { type DoubleProcess, startDouble } from '../electron-double/launch-double';
import { shareStudio } from './use-double';

const double = shareStudio(startDouble);

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

function ask(double: DoubleProcess, url: string, options: Asked = {}) {
  return double.evaluate(({ testDouble }, [to, how]) => testDouble.request(to, how), [
    url,
    options,
  ] as const);
}

describe('our schemes', () => {
  it('have the rights of the web and no more', async () => {
    const rights = await double().evaluate(({ testDouble }) =>
      ['app', 'media', 'file'].map((scheme) => testDouble.getPrivileges(scheme)),
    );
    expect(rights).toEqual([
      { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      { standard: true, secure: true, stream: true, supportFetchAPI: true, corsEnabled: true },
      undefined,
    ]);
  });
});

describe('the page', () => {
  it('[HG9] comes with a policy that lets no inline script run and nothing be evaluated', async () => {
    const { status, headers, body } = await ask(double(), 'app://studio/index.html');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).toContain('<div id="root">');
    const policy = new Map(
      headers['content-security-policy']!.split('; ').map((part) => {
        const [name = '', ...sources] = part.split(' ');
        return [name, sources];
      }),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'font-src': ["'self'", 'data:'],
      'img-src': ["'self'", 'data:', 'blob:'],
      'media-src': ["'self'", 'blob:', 'media:'],
      'connect-src': ["'self'", 'media:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });

  it('has its scripts as scripts', async () => {
    const { body } = await ask(double(), 'app://studio/index.html');
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(body)?.[1];
    expect(script).toBeDefined();
    const { status, headers } = await ask(double(), `app://studio/${script}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  });

  it.each([
    'app://studio/absent.js',
    'app://studio/',
    'app://studio/assets',
    'app://studio/../main/index.js',
    'app://studio/..%2fmain%2findex.js',
    'app://studio/%2e%2e/%2e%2e/package.json',
    'app://studio/%2fetc%2fpasswd',
    'app://studio/%',
    'app://studio/index.html%00',
  ])('[HG8] has nothing at %s', async (url) => {
    const { status, body } = await ask(double(), url);
    expect([status, body]).toEqual([404, '']);
  });

  it('[HG8] is read and never written', async () => {
    const post = await ask(double(), 'app://studio/index.html', { method: 'POST' });
    expect(post.status).toBe(405);
    const head = await ask(double(), 'app://studio/index.html', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
  });
});
