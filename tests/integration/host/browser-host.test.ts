import { describe, expect, it } from 'vitest';
import { askHost, pageText, useBrowserHost } from '../../helpers/use-browser-host';

const fixture = useBrowserHost();
const other = useBrowserHost();
const { ask, askBare } = fixture;

describe('the page', () => {
  it('[HG3] is opened by the token, which leaves the address for a cookie', async () => {
    const opened = await askBare(`/?token=${fixture.token()}`);
    expect(opened).toMatchObject({ status: 303, headers: { location: '/' } });
    const [cookie = ''] = opened.headers['set-cookie'] ?? [];
    // Without a domain it goes to this very name only.
    expect(cookie).toBe(`zimu=${fixture.token()}; HttpOnly; SameSite=Strict; Path=/`);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect(await askBare('/', { headers })).toMatchObject({ status: 200, text: pageText });
    // Again, as a reload does.
    expect(await askBare('/', { headers })).toMatchObject({ status: 200, text: pageText });
  });

  it('is opened without a redirection where that would lose the cookie', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const opened = await askBare(`/?token=${fixture.token()}`, { headers });
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('content="0;url=/"');
    expect(opened.headers['set-cookie']).toHaveLength(1);
  });

  it('[HG1] has a name of its own at each start, which nobody could guess', () => {
    const { hostname } = new URL(fixture.host().url);
    expect(hostname).toMatch(/^zimu-[0-9a-f]{32}\.localhost$/);
    expect(hostname).not.toBe(new URL(other.host().url).hostname);
  });

  it('finds its cookie among others', async () => {
    const cookie = `zimu-1=0000; a=b; zimu=${fixture.token()}`;
    expect((await askBare('/', { headers: { cookie } })).status).toBe(200);
  });

  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    [
      '/assets/index-1.js',
      'text/javascript; charset=utf-8',
      'private, max-age=31536000, immutable',
    ],
    ['/assets/font.woff2', 'font/woff2', 'private, max-age=31536000, immutable'],
  ])('comes with its type and how long it holds: %s', async (path, type, caching) => {
    const { headers } = await ask(path);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': caching });
  });

  it('answers HEAD without a body', async () => {
    const { status, text, headers } = await ask('/', { method: 'HEAD' });
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(headers['content-length']).toBe(String(pageText.length));
  });

  it.each(['/', '/absent', '/bytes/media/x'])('[HG9] is guarded by headers at %s', async (path) => {
    for (const { headers } of [await ask(path), await askBare(path)]) {
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('a file from another start of the program', () => {
  it('[HG5] is opened for who read the lock, by the address, without the name', async () => {
    const answer = await askHost(fixture.port(), '/handover', {
      method: 'POST',
      headers: { 'x-zimu-handover': fixture.host().handoverToken },
      body: JSON.stringify({ paths: ['/films/a.mp4', '/films/b.mp4'] }),
    });
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: null });
    expect(fixture.opened).toEqual(['/films/a.mp4', '/films/b.mp4']);
  });

  it('[HG5] is not opened without what is in the lock', async () => {
    const body = JSON.stringify({ paths: ['/etc/passwd'] });
    const options = { method: 'POST', body };
    expect((await askHost(fixture.port(), '/handover', options)).status).toBe(401);
    const headers = { origin: `http://127.0.0.1:${fixture.port()}` };
    expect((await askHost(fixture.port(), '/handover', { ...options, headers })).status).toBe(403);
    expect(fixture.opened).not.toContain('/etc/passwd');
  });

  it('[HG5] is not opened for a page, which may name no path', async () => {
    const body = JSON.stringify({ paths: ['/etc/passwd'] });
    for (const headers of [{}, { 'x-zimu-handover': fixture.token() }]) {
      const { status } = await ask('/handover', { method: 'POST', body, headers });
      expect(status).toBe(401);
    }
    expect(fixture.opened).not.toContain('/etc/passwd');
  });
});
