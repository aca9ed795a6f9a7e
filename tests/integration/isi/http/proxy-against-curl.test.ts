import { expect, test } from 'vitest';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  createHttpClient,
  type HttpClientOptions,
} from '../../../../electron/isi/client/http/create-http-client';
import type { HttpReply } from '../../../../electron/isi/client/http/http-client';
import { findCurlsWays, hasCurl, runCurl } from '../../../helpers/ask-curl';
import { makeCertificate } from '../../../helpers/make-certificate';
import { proxyCases } from '../../../helpers/proxy-cases';
import { useServers } from '../../../helpers/use-servers';
import { describeUnless } from '../../../helpers/skip';

const { listen } = useServers();
const certificate = makeCertificate('localhost');

describeUnless(hasCurl() ? undefined : 'curl is not installed', 'curl', () => {
  test('goes the same way, but for the differences that have a name', async () => {
    const groups = new Map<string, (typeof proxyCases)[number][]>();
    for (const one of proxyCases) {
      const key = JSON.stringify(one.environment);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const waiting = [...groups.values()];
    const wrong: unknown[] = [];
    const work = async (): Promise<void> => {
      for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
        const ways = await findCurlsWays(
          group.map(({ target }) => target),
          group[0]!.environment,
        );
        group.forEach((one, index) => {
          const way = describeWay(one.target, ways[index] ?? '');
          const isSame = way === one.way;
          // Later versions of curl do as their manual says.
          const mayBeSame = one.differsFromCurl === 'number-as-text';
          const mayDiffer = one.differsFromCurl !== undefined;
          if (isSame ? mayDiffer && !mayBeSame : !mayDiffer) wrong.push({ ...one, curl: way });
        });
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect(wrong).toEqual([]);
  });

  test('tells a proxy the same user name and password', async () => {
    const seen: unknown[] = [];
    const record: RequestListener = ({ method, url, headers }, response) => {
      seen.push([method, url, headers.host, headers['proxy-authorization']]);
      response.end();
    };
    const proxy = createHttpServer(record).on('connect', (request, socket) => {
      seen.push([request.url, request.headers['proxy-authorization']]);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    const place = `127.0.0.1:${await listen(proxy)}`;
    const logins = ['', 'name:word@', 'name@', 'na%3Ame:p%40ss%2Fw%25@', 'M%C3%BCller:%E5%AD%97@'];
    const targets = ['http://a.test:8080/b?c=d', 'https://a.test/'];
    for (const login of logins) {
      for (const scheme of ['http://', '']) {
        const environment = { all_proxy: `${scheme}${login}${place}` };
        for (const target of targets) {
          await runCurl(['--output', '/dev/null', target], environment);
          await ask(target, { environment });
        }
      }
    }
    expect(seen).toHaveLength(logins.length * 2 * targets.length * 2);
    const pairs = seen.flatMap((one, index) => (index % 2 === 0 ? [[one, seen[index + 1]]] : []));
    for (const [curls, ours] of pairs) expect(ours).toEqual(curls);
  });

  test('speaks TLS with a proxy by its name', async ({ skip }) => {
    skip(certificate === undefined, 'openssl is missing');
    const seen: unknown[] = [];
    const proxy = createHttpsServer({ ...certificate }, (request, response) => {
      seen.push([request.url, request.headers.host]);
      response.end('by proxy');
    });
    const port = await listen(proxy);
    const target = 'http://a.test:8080/b?c=d';
    const environment = { http_proxy: `https://localhost:${port}` };
    expect(await runCurl(['--proxy-insecure', target], environment)).toBe('by proxy');
    const trustedAuthorities = [certificate?.cert ?? ''];
    const reply = await ask(target, { environment, trustedAuthorities });
    expect(reply === undefined ? '' : Buffer.from(reply.body).toString()).toBe('by proxy');
    expect(seen).toEqual(Array.from({ length: 2 }, () => [target, 'a.test:8080']));
  });
});

/** What a server answers; undefined where none does. */
async function ask(url: string, options: HttpClientOptions): Promise<HttpReply | undefined> {
  const client = createHttpClient(options);
  const { signal } = new AbortController();
  const reply = await client.send({ method: 'GET', url, signal }).catch(() => undefined);
  await client.close();
  return reply;
}

function describeWay(target: string, way: string): string {
  const { hostname, port, protocol } = new URL(target);
  const usual = protocol === 'https:' ? '443' : '80';
  const own = `${hostname.replace(/^\[|\]$/g, '')}:${port === '' ? usual : port}`;
  return way.toLowerCase() === own ? 'direct' : way.toLowerCase();
}
