import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { useBrowserHost } from '../../helpers/use-browser-host';

const fixture = useBrowserHost();
/** It waits for no body. */
const hasty = useBrowserHost({ bodyLimitMs: 100 });
const { ask, askBare } = fixture;

const paths: readonly (readonly [string, string])[] = [
  ['GET', '/'],
  ['GET', '/index.html'],
  ['GET', '/assets/index-1.js'],
  ['GET', '/absent'],
  ['GET', '/events'],
  ['GET', '/bytes/media/1'],
  ['HEAD', '/bytes/media/1'],
  ['POST', '/invoke'],
  ['POST', '/upload?name=a.wav'],
  ['POST', '/handover'],
  ['PUT', '/'],
  ['OPTIONS', '/invoke'],
];
const call = JSON.stringify({ name: 'host.describe', input: {} });

describe.each(paths)('%s %s', (method, path) => {
  const body = method === 'POST' ? call : '';
  const withQuery = (token: string): string =>
    `${path}${path.includes('?') ? '&' : '?'}token=${token}`;

  it('[HG3] is refused without the token', async () => {
    expect((await askBare(path, { method, body })).status).toBe(401);
  });

  it.each(['0000', '', 'é', '0'.repeat(64), '0'.repeat(10_000)])(
    'is refused with a wrong token %#',
    async (token) => {
      const { status } = await askBare(withQuery(encodeURIComponent(token)), { method, body });
      expect(status).toBe(401);
      const cookie = `zimu=${encodeURIComponent(token)}`;
      expect((await askBare(path, { method, body, headers: { cookie } })).status).toBe(401);
    },
  );

  it.each([
    ['Host', { host: 'attacker.example' }],
    ['Host on our port', { host: 'attacker.example:{port}' }],
    ['Host with a beginning like ours', { host: '{name}:{port}.attacker.example' }],
    ['Host with an end like ours', { host: 'a.{name}:{port}' }],
    ['Host of another port', { host: '{name}:1' }],
    ['Host without its port', { host: '{name}' }],
    ['Host that is another name under localhost', { host: 'zimu-0.localhost:{port}' }],
    ['Host of IPv6', { host: '[::1]:{port}' }],
    ['Origin', { origin: 'http://attacker.example' }],
    ['opaque Origin', { origin: 'null' }],
    ['Origin of another port', { origin: 'http://{name}:1' }],
    ['Origin by https', { origin: 'https://{name}:{port}' }],
    ['Origin that is this address', { origin: 'http://127.0.0.1:{port}' }],
    ['Origin that is the bare localhost', { origin: 'http://localhost:{port}' }],
    ['Origin that is another name under localhost', { origin: 'http://zimu-0.localhost:{port}' }],
  ])('[HG2] is refused from a foreign %s, with the token', async (_name, headers) => {
    const { hostname, port } = new URL(fixture.host().url);
    const fill = (text: string): string => text.replace('{port}', port).replace('{name}', hostname);
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, fill(value)]),
    );
    expect((await ask(path, { method, body, headers: filled })).status).toBe(403);
  });

  it.each(['127.0.0.1', 'localhost'])(
    'is refused under %s, which other ports share, whatever key comes along',
    async (name) => {
      const headers = { host: `${name}:${fixture.port()}` };
      // Another start of the program comes by the address, with a key of its own.
      const status = path === '/handover' && name === 'localhost' ? 403 : 401;
      expect((await ask(path, { method, body, headers })).status).toBe(status);
      const opening = withQuery(fixture.token());
      expect((await askBare(opening, { method, body, headers })).status).toBe(status);
      const foreign = { ...headers, origin: 'http://attacker.example' };
      expect((await ask(path, { method, body, headers: foreign })).status).toBe(403);
    },
  );
});

it('[HG2] tells a person who asks for the bare port what to open instead, and not the name', async () => {
  for (const name of ['127.0.0.1', 'localhost']) {
    const headers = { host: `${name}:${fixture.port()}` };
    const { status, text } = await askBare('/', { headers });
    expect(status).toBe(401);
    expect(text).toContain('Open the whole address');
    expect(text).toContain('原样打开');
    expect(text).not.toContain(new URL(fixture.host().url).hostname);
  }
});

describe('a path out of the renderer', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..%00/secret.txt',
    '/index.html%00.js',
    '/%',
    '/%ff',
    '/assets',
    '/assets/',
    '/bytes/../../secret.txt',
    '/bytes/%2e%2e%2f%2e%2e%2fsecret.txt',
  ])('[HG8] leads nowhere: %s', async (path) => {
    const { status, text } = await ask(path);
    expect({ status, text }).toEqual({ status: 404, text: '' });
  });

  it.each(['//attacker.example/', 'http://attacker.example/', '*'])(
    'is refused where it is another address: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(400);
    },
  );
});

describe('a call', () => {
  it.each(['{', 'null', '[]', '7', '{"name":7}', '{"name":"toString","input":{}}', ''])(
    'is answered with a coded reply: %s',
    async (body) => {
      const { status, text } = await ask('/invoke', { method: 'POST', body });
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'usage/invalid' } });
    },
  );

  it('[HG6] is refused when it is too large, before it was sent', async () => {
    const headers = { 'content-length': String(1e12) };
    const answer = await sendSlowly(fixture.port(), [
      `POST /invoke?token=${fixture.token()} HTTP/1.1\r\nHost: ${fixture.authority()}\r\n`,
      `content-length: ${headers['content-length']}\r\n\r\n{"name":`,
    ]);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('usage/invalid');
  });

  it('[HG6] is refused when it turns out too large', async () => {
    const body = Buffer.alloc(64_000_001, 'x');
    const headers = { 'transfer-encoding': 'chunked' };
    const { status, text } = await ask('/invoke', { method: 'POST', body, headers });
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'usage/invalid' } });
  });

  it('[HG6] is given up when its body does not come', async () => {
    const answer = await sendSlowly(hasty.port(), [
      `POST /invoke?token=${hasty.token()} HTTP/1.1\r\nHost: ${hasty.authority()}\r\n`,
      'content-length: 100\r\n\r\n{"na',
    ]);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it.each(['GET', 'PUT', 'DELETE'])('by %s is refused', async (method) => {
    expect((await ask('/invoke', { method })).status).toBe(405);
  });
});

/** Sends pieces of a request, and then nothing more; gives what came back when it was closed. */
function sendSlowly(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((fulfil, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
    socket.on('close', () => fulfil(answer));
    socket.on('error', reject);
    for (const piece of pieces) socket.write(piece);
  });
}
