import { createServer, type Server } from 'node:http';
import { toStudioError } from '@core/errors/studio-error';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWebAddress } from '@isi/web-address';
import {
  createHttpClient,
  type HttpClientOptions,
} from '../../../../electron/isi/client/http/create-http-client';
import type { HttpClient } from '../../../../electron/isi/client/http/http-client';
import type { Reach, ResolveName } from '../../../../electron/isi/client/http/reach';
import { openAddress } from '../../../../electron/isi/client/web/request-head';
import { useServers } from '../../../helpers/use-servers';

const { listen } = useServers();
const asked: string[] = [];
let port = 0;

/** Sends on what it is asked to, and notes everything. */
function createTarget(): Server {
  return createServer((request, response) => {
    asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
    const to = /^\/to\/(.*)$/.exec(request.url ?? '')?.[1];
    if (to === undefined) response.end('reached');
    else response.writeHead(302, { location: decodeURIComponent(to) }).end();
  });
}

beforeEach(async () => {
  asked.splice(0);
  port = await listen(createTarget());
});

/** Names and the numbers they have, one list for each time they are asked for. */
function resolveFrom(names: Readonly<Record<string, readonly (readonly string[])[]>>): ResolveName {
  const counts = new Map<string, number>();
  return (name, _options, done) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    const turns = names[name];
    const numbers = turns?.[Math.min(count, turns.length - 1)];
    if (numbers === undefined) {
      done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), []);
      return;
    }
    const family = (number: string): 4 | 6 => (number.includes(':') ? 6 : 4);
    done(
      null,
      numbers.map((address) => ({ address, family: family(address) })),
    );
  };
}

/** What an address gives: its body, or the error's code and host. */
async function fetchFrom(
  link: string,
  reach: Partial<Reach>,
  options: HttpClientOptions = {},
): Promise<string> {
  const client: HttpClient = createHttpClient({ environment: {}, ...options });
  try {
    const { reply } = await openAddress(client, {
      ...{ address: readWebAddress(link), method: 'GET' },
      reach: { confirmedHosts: [], ownPorts: [], ...reach },
      signal: new AbortController().signal,
    });
    const pieces: Uint8Array[] = [];
    for await (const piece of reply.pieces) pieces.push(piece);
    await reply.close();
    return Buffer.concat(pieces).toString();
  } catch (thrown) {
    const { code, data } = toStudioError(thrown);
    const parts = ['host', 'address', 'place'].map((name) => data[name]);
    return [code, ...parts.filter((part) => typeof part === 'string')].join(' ');
  } finally {
    await client.close();
  }
}

describe('a host that is not of the internet', () => {
  test.for([
    ['localhost', undefined, '127.0.0.1 computer'],
    ['studio.localhost', '127.0.0.1', '127.0.0.1 computer'],
    ['loop.test', '127.0.0.1', '127.0.0.1 computer'],
    ['loop6.test', '::1', '::1 computer'],
    ['zero.test', '0.0.0.0', '0.0.0.0 computer'],
    ['mapped.test', '::ffff:127.0.0.1', '::ffff:127.0.0.1 computer'],
    ['home.test', '192.168.1.5', '192.168.1.5 network'],
    ['meta.test', '169.254.169.254', '169.254.169.254 network'],
    ['shared.test', '100.64.1.1', '100.64.1.1 network'],
    ['unique.test', 'fd00::1', 'fd00::1 network'],
    ['link.test', 'fe80::1', 'fe80::1 network'],
  ] as const)('is not asked anything before it is confirmed: %s', async ([name, number, where]) => {
    const resolveName = resolveFrom({
      ...(number === undefined ? { localhost: [['127.0.0.1']] } : { [name]: [[number]] }),
    });
    const result = await fetchFrom(`http://${name}:${port}/a.wav`, {}, { resolveName });
    expect(result).toBe(`address/private-host ${name}:${port} ${where}`);
    expect(asked).toEqual([]);
  });

  test('is asked once it is confirmed, by its name and port', async () => {
    const link = `http://localhost:${port}/a.wav`;
    expect(await fetchFrom(link, { confirmedHosts: [`localhost:${port}`] })).toBe('reached');
    for (const confirmed of ['localhost', 'localhost:1', `127.0.0.1:${port}`, '*', '']) {
      expect(await fetchFrom(link, { confirmedHosts: [confirmed] })).toMatch(/^address\/private/);
    }
    expect(asked).toHaveLength(1);
  });

  test('is one where but one of its numbers is private', async () => {
    const resolveName = resolveFrom({ 'mixed.test': [['93.184.216.34', '127.0.0.1']] });
    const result = await fetchFrom(`http://mixed.test:${port}/`, {}, { resolveName });
    expect(result).toBe(`address/private-host mixed.test:${port} 127.0.0.1 computer`);
  });

  test('is found out where a name leads elsewhere the second time (rebinding)', async () => {
    // 198.18.0.0/15 is of the internet to us, and nothing here answers at it.
    const resolveName = resolveFrom({ 'turn.test': [['198.18.0.1'], ['127.0.0.1']] });
    const client = createHttpClient({ environment: {}, resolveName });
    const request = {
      method: 'GET',
      url: `http://turn.test:${port}/`,
      reach: { confirmedHosts: [], ownPorts: [] },
      timeouts: { connectMs: 200 },
    } as const;
    const { signal } = new AbortController();
    const codes: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      await client
        .open({ ...request, signal })
        .catch((thrown: unknown) => codes.push(toStudioError(thrown).code));
    }
    await client.close();
    expect(codes[0]).toMatch(/^network\//);
    expect(codes[1]).toBe('address/private-host');
    expect(asked).toEqual([]);
  });
});

describe('a redirection', () => {
  test('to another private host is not followed, whatever was confirmed before', async () => {
    const resolveName = resolveFrom({ 'a.test': [['127.0.0.1']], 'b.test': [['127.0.0.1']] });
    const to = encodeURIComponent(`http://b.test:${port}/secret`);
    const link = `http://a.test:${port}/to/${to}`;
    const [a, b] = [`a.test:${port}`, `b.test:${port}`];
    expect(await fetchFrom(link, { confirmedHosts: [a] }, { resolveName })).toBe(
      `address/private-host ${b} 127.0.0.1 computer`,
    );
    expect(asked).toEqual([`${a}/to/${to}`]);
    expect(await fetchFrom(link, { confirmedHosts: [a, b] }, { resolveName })).toBe('reached');
  });

  test('to a number is refused as a number', async () => {
    const to = encodeURIComponent(`http://127.0.0.1:${port}/secret`);
    const link = `http://localhost:${port}/to/${to}`;
    const result = await fetchFrom(link, { confirmedHosts: [`localhost:${port}`] });
    expect(result).toMatch(/^address\/ip-address/);
    expect(asked).toHaveLength(1);
  });
});

describe('the studio itself', () => {
  test.for(['localhost', 'own.test', 'zero.test'])('is never asked: %s', async (name) => {
    const resolveName = resolveFrom({
      localhost: [['127.0.0.1']],
      'own.test': [['::ffff:127.0.0.1']],
      'zero.test': [['0.0.0.0']],
    });
    const host = `${name}:${port}`;
    const reach = { confirmedHosts: [host], ownPorts: [port] };
    const result = await fetchFrom(`http://${host}/`, reach, { resolveName });
    expect(result).toBe(`address/own-studio ${host}`);
    expect(asked).toEqual([]);
  });

  test('is not the same port of another computer', async () => {
    const resolveName = resolveFrom({ 'home.test': [['192.168.1.5']] });
    const result = await fetchFrom(
      `http://home.test:${port}/`,
      { ownPorts: [port] },
      { resolveName },
    );
    expect(result).toMatch(/^address\/private-host/);
  });
});

describe('behind a proxy, which resolves names itself', () => {
  const through = async (name: string, names = {}, confirmedHosts: readonly string[] = []) => {
    const proxyPort = await listen(createTarget());
    const proxy = { url: `http://127.0.0.1:${proxyPort}` };
    const resolveName = resolveFrom(names);
    return fetchFrom(`http://${name}/a`, { confirmedHosts }, { proxy, resolveName });
  };

  test('a name that is private here is asked about', async () => {
    expect(await through('nas.test', { 'nas.test': [['10.0.0.5']] })).toBe(
      'address/private-host nas.test 10.0.0.5 network',
    );
    expect(asked).toEqual([]);
    expect(await through('nas.test', { 'nas.test': [['10.0.0.5']] }, ['nas.test'])).toBe('reached');
  });

  test.for(['intranet', 'files.corp', 'nas.local', 'a.internal'])(
    'so is one that only looks like it: %s',
    async (name) => {
      expect(await through(name)).toBe(`address/private-host ${name} ${name} network`);
      expect(await through(name, {}, [name])).toBe('reached');
    },
  );

  test('a name of the internet goes through, known here or not', async () => {
    expect(await through('a.test', { 'a.test': [['93.184.216.34']] })).toBe('reached');
    expect(await through('b.test')).toBe('reached');
  });
});

test('without bounds everything is reached, as the services of an account are', async () => {
  const client = createHttpClient({ environment: {} });
  const { signal } = new AbortController();
  const reply = await client.send({ method: 'GET', url: `http://localhost:${port}/`, signal });
  await client.close();
  expect(reply.status).toBe(200);
});
