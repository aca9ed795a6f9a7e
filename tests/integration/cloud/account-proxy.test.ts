import { createServer, request as sendRequest } from 'node:http';
import type { CloudSettings } from '@contract/api';
import { describeError } from '@contract/describe-error';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCloudAccess } from '../../../electron/services/cloud/create-cloud-access';
import { createCredentialStore } from '../../../electron/services/credentials/create-credential-store';
import { createMemorySecretStore } from '../../../electron/services/credentials/memory-secret-store';
import { useServers } from '../../helpers/use-servers';
import { useSimulator } from '../../helpers/use-simulator';

const fixture = useSimulator();
const { listen } = useServers();
/** A name that only the proxy can find. */
const meta = 'http://meta.example.test';
const login = { username: 'staff', password: 'pass:wörd of the proxy' };
const never = new AbortController().signal;

/** Forwards to the simulator whoever knows the password. */
async function startProxy(): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const expected = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  const port = await listen(
    createServer((request, response) => {
      const { 'proxy-authorization': authorization, ...headers } = request.headers;
      const { host, pathname, search } = new URL(request.url ?? '');
      asked.push(host);
      if (authorization !== `Basic ${expected}`) return void response.writeHead(407).end();
      const { method } = request;
      const { port: onward } = fixture.current;
      request.pipe(
        sendRequest({
          port: onward,
          host: '127.0.0.1',
          path: pathname + search,
          method,
          headers,
        }).on('response', (reply) => {
          response.writeHead(reply.statusCode ?? 500, reply.headers);
          reply.pipe(response);
        }),
      );
    }),
  );
  return { url: `http://127.0.0.1:${port}`, asked };
}

/** The way to the vendor of a person with these settings, whose keychain has the password. */
async function open(
  proxy: CloudSettings['proxy'],
  password: string | undefined,
  more: {
    readonly env?: Readonly<Record<string, string>>;
    readonly systemProxy?: string;
  } = {},
) {
  const env = { ...fixture.current.env, ZIMU_ISI_META_ENDPOINT: meta, ...more.env };
  const credentials = createCredentialStore({
    secrets: createMemorySecretStore(),
    env,
    first: 'environment',
    publish: () => undefined,
    log: () => undefined,
  });
  if (password !== undefined) {
    await credentials.set({ kind: 'proxyPassword', proxyPassword: password });
  }
  const access = createCloudAccess({
    credentials,
    readSettings: () => (proxy === undefined ? {} : { proxy }),
    readSystemProxy: () => Promise.resolve(more.systemProxy),
    env,
  });
  onTestFinished(() => access.close());
  return access;
}

describe('an account behind a proxy that asks for a password', () => {
  it('is reached with the name of the settings and the password of the keychain', async () => {
    const { url, asked } = await startProxy();
    const access = await open({ url, username: login.username }, login.password);
    expect((await access.createToken(never)).userId).toBe('1001');
    expect(asked).toEqual(['meta.example.test']);
  });

  it('says in both languages that the password is wrong, and shows none', async () => {
    const { url } = await startProxy();
    const access = await open({ url, username: login.username }, 'guessed-password');
    const error: unknown = await access.createToken(never).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'network/proxy', data: { reason: 'login' } });
    const { code, data } = error as { code: 'network/proxy'; data: Record<string, unknown> };
    expect(describeError('en', { code, data }).next).toContain('user name and password');
    expect(describeError('zh-CN', { code, data }).next).toContain('用户名和密码');
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('guessed');
  });
});

describe('without a proxy in the settings', () => {
  const inUrl = (url: string): string =>
    url.replace('://', `://${login.username}:${encodeURIComponent(login.password)}@`);

  it('the environment names one, and it wins over the system', async () => {
    const { url, asked } = await startProxy();
    const access = await open(undefined, undefined, {
      env: { HTTP_PROXY: inUrl(url) },
      systemProxy: 'http://127.0.0.1:1',
    });
    await access.createToken(never);
    expect(asked).toHaveLength(1);
  });

  it('the system names one', async () => {
    const { url, asked } = await startProxy();
    const access = await open(undefined, undefined, { systemProxy: inUrl(url) });
    await access.createToken(never);
    expect(asked).toHaveLength(1);
  });
});
