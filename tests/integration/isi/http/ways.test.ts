import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import {
  createHttpClient,
  type HttpClientOptions,
} from '../../../../electron/isi/client/http/create-http-client';
import type { HttpReply } from '../../../../electron/isi/client/http/http-client';
import { makeCertificate } from '../../../helpers/make-certificate';
import { useServers } from '../../../helpers/use-servers';

const host = 'nls.example.test';
const certificate = makeCertificate(host);
const noOpenssl = 'openssl is missing';
const { listen } = useServers();

interface SeenTarget {
  readonly heads: IncomingMessage['headers'][];
  readonly serverNames: unknown[];
  readonly port: number;
}

async function startTarget(isSecure: boolean): Promise<SeenTarget> {
  const heads: IncomingMessage['headers'][] = [];
  const serverNames: unknown[] = [];
  const answer = (request: IncomingMessage, response: { end: (text: string) => void }): void => {
    heads.push(request.headers);
    if ('servername' in request.socket) serverNames.push(request.socket.servername);
    response.end('target');
  };
  const server = isSecure
    ? createHttpsServer({ ...certificate }, answer)
    : createHttpServer(answer);
  return { heads, serverNames, port: await listen(server) };
}

interface SeenProxy {
  readonly asked: string[];
  readonly port: number;
}

/** Forwards whatever is asked for to `targetPort` of this computer. */
async function startProxy(targetPort: number, authorization?: string): Promise<SeenProxy> {
  const asked: string[] = [];
  const server = createHttpServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.host ?? ''}`);
    if (request.headers['proxy-authorization'] !== authorization) {
      response.writeHead(407);
      response.end();
      return;
    }
    response.end('by proxy');
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    asked.push(`CONNECT ${request.url ?? ''}`);
    if (request.headers['proxy-authorization'] !== authorization) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const onward = connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  return { asked, port: await listen(server) };
}

async function get(
  url: string,
  options: HttpClientOptions,
  connectTo?: string,
): Promise<HttpReply> {
  const client = createHttpClient({ environment: {}, ...options });
  try {
    return await client.send({
      method: 'GET',
      url,
      signal: new AbortController().signal,
      ...(connectTo === undefined ? {} : { connectTo }),
    });
  } finally {
    await client.close();
  }
}

const trusted = { trustedAuthorities: certificate === undefined ? [] : [certificate.cert] };

describe('connectTo', () => {
  test('keeps the Host of the address', async () => {
    const target = await startTarget(false);
    const reply = await get(`http://${host}:${target.port}/`, {}, '127.0.0.1');
    expect(reply.status).toBe(200);
    expect(target.heads[0]!.host).toBe(`${host}:${target.port}`);
  });

  test('keeps the server name of TLS', async ({ skip }) => {
    skip(certificate === undefined, noOpenssl);
    const target = await startTarget(true);
    const url = `https://${host}:${target.port}/`;
    await get(url, trusted, '127.0.0.1');
    expect(target.serverNames).toEqual([host]);
    expect(target.heads[0]!.host).toBe(`${host}:${target.port}`);
    await expect(
      get(`https://other.example.test:${target.port}/`, trusted, '127.0.0.1'),
    ).rejects.toMatchObject({ code: 'network/tls' });
  });
});

test('a certificate that nobody vouches for', async ({ skip }) => {
  skip(certificate === undefined, noOpenssl);
  const target = await startTarget(true);
  await expect(get(`https://localhost:${target.port}/?a=secret`, {})).rejects.toMatchObject({
    code: 'network/tls',
    data: { host: `localhost:${target.port}` },
  });
});

describe('a proxy', () => {
  test('makes a tunnel for https', async ({ skip }) => {
    skip(certificate === undefined, noOpenssl);
    const target = await startTarget(true);
    const proxy = await startProxy(target.port);
    const reply = await get(`https://${host}/`, {
      ...trusted,
      environment: { https_proxy: `http://127.0.0.1:${proxy.port}` },
    });
    expect(Buffer.from(reply.body).toString()).toBe('target');
    expect(proxy.asked).toEqual([`CONNECT ${host}:443`]);
    expect(target.serverNames).toEqual([host]);
  });

  test('gets name and password, as they were typed', async ({ skip }) => {
    skip(certificate === undefined, noOpenssl);
    const target = await startTarget(true);
    const authorization = `Basic ${Buffer.from('Müller:p@ss:word').toString('base64')}`;
    const proxy = await startProxy(target.port, authorization);
    const url = `http://127.0.0.1:${proxy.port}`;
    const setting = { url, username: 'Müller', password: 'p@ss:word' };
    expect((await get(`https://${host}/`, { ...trusted, proxy: setting })).status).toBe(200);
    expect((await get(`http://${host}/`, { proxy: setting })).status).toBe(200);
    const inUrl = `http://M%C3%BCller:p%40ss%3Aword@127.0.0.1:${proxy.port}`;
    expect((await get(`https://${host}/`, { ...trusted, proxy: { url: inUrl } })).status).toBe(200);
  });

  test('gets plain http as a whole address', async () => {
    const proxy = await startProxy(1);
    const reply = await get(`http://${host}:8080/path?a=b`, {
      environment: { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` },
    });
    expect(Buffer.from(reply.body).toString()).toBe('by proxy');
    expect(proxy.asked).toEqual([`GET http://${host}:8080/path?a=b ${host}:8080`]);
  });

  test.for(['http', 'https'])('that wants a password, for %s', async (scheme) => {
    const proxy = await startProxy(1, 'Basic x');
    const url = `http://someone:secret@127.0.0.1:${proxy.port}`;
    const error: unknown = await get(`${scheme}://${host}/?token=secret`, {
      proxy: { url },
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'network/proxy',
      data: {
        host: `127.0.0.1:${proxy.port}`,
        reason: 'login',
      },
    });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('secret');
  });

  test.for(['http', 'https'])('that is not there, for %s', async (scheme) => {
    await expect(
      get(`${scheme}://${host}/`, { proxy: { url: 'http://127.0.0.1:1' } }),
    ).rejects.toMatchObject({
      code: 'network/proxy',
      data: { host: '127.0.0.1:1', reason: 'ECONNREFUSED' },
    });
  });

  test('is not asked for this computer, nor where an address to connect to is named', async () => {
    const target = await startTarget(false);
    const proxy = { url: 'socks5://127.0.0.1:1' };
    expect((await get(`http://localhost:${target.port}/`, { proxy })).status).toBe(200);
    expect((await get(`http://${host}:${target.port}/`, { proxy }, '127.0.0.1')).status).toBe(200);
  });
});
