import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../../electron/host/index';
import { createHandlers } from '../../../electron/services/handlers';

let host: BrowserHost;
let folder: string;
let address: URL;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-host-'));
  writeFileSync(join(folder, 'index.html'), '<title>Zimu</title>');
  writeFileSync(`${folder}-secret.txt`, 'secret');
  host = await startBrowserHost(
    createHandlers({ version: '1.2.3', kind: 'browser', systemLanguage: 'en' }),
    { rendererDirectory: folder },
  );
  address = new URL(host.url);
  token = address.searchParams.get('token') ?? '';
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}-secret.txt`, { force: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

function ask(
  path: string,
  options: { headers?: Record<string, string>; method?: string; body?: string } = {},
): Promise<Answer> {
  return new Promise((fulfil, reject) => {
    const { port } = address;
    const sent = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => fulfil({ status: response.statusCode ?? 0, text }));
    });
    // A host that refuses a body may close before all of it was sent.
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const withToken = (path: string): string => `${path}?token=${token}`;

describe('the browser host', () => {
  it('listens on the loopback only and has a token of its own', () => {
    expect(address.hostname).toBe('127.0.0.1');
    expect(token).toMatch(/^[0-9a-f]{64}$/);
  });

  it('serves the page and answers calls to who has the token', async () => {
    expect(await ask(withToken('/'))).toMatchObject({ status: 200, text: '<title>Zimu</title>' });
    const call = JSON.stringify({ name: 'host.describe', input: {} });
    const { status, text } = await ask(withToken('/invoke'), { method: 'POST', body: call });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ ok: true, value: { version: '1.2.3' } });
  });

  it('takes the token from the cookie as well', async () => {
    expect((await ask('/', { headers: { cookie: `a=b; zimu=${token}` } })).status).toBe(200);
  });

  it.each([
    ['no token', '/', {}, 401],
    ['a wrong token', '/?token=0000', {}, 401],
    ['a foreign Host', undefined, { host: 'attacker.example' }, 403],
    ['a foreign Origin', undefined, { origin: 'http://attacker.example' }, 403],
  ])('refuses %s', async (_name, path, headers, status) => {
    expect((await ask(path ?? withToken('/'), { headers })).status).toBe(status);
  });

  it.each([
    '/../{}-secret.txt',
    '/%2e%2e/{}-secret.txt',
    '/..%2f{}-secret.txt',
    '/%',
    '/absent.js',
  ])('has nothing at %s', async (path) => {
    const name = folder.split('/').at(-1) ?? '';
    const { status, text } = await ask(withToken(path.replace('{}', name)));
    expect(status).toBe(404);
    expect(text).toBe('');
  });

  it.each(['{', 'null', '{"name":7}'])('answers %s with a coded reply', async (body) => {
    const { status, text } = await ask(withToken('/invoke'), { method: 'POST', body });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'usage/invalid' } });
  });

  it('refuses a call too large to be one', async () => {
    const body = 'x'.repeat(1_000_001);
    const { status } = await ask(withToken('/invoke'), { method: 'POST', body });
    expect(status).toBe(413);
  });
});
