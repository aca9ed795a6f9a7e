import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type CloudServe, startCloudServe } from '../../helpers/cloud-serve';
import { makeWav } from '../../helpers/make-wav';
import { startProxy } from '../../helpers/start-proxy';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { testAccounts } from '../../helpers/use-simulator';
import type { SimulatorChanges } from '../../simulator/start-simulator';

// A temporary key: it has one secret more, which goes into every signed link.
const account = {
  ...testAccounts.temporary,
  accessKeySecret: 'aSecretThatMustNotBeFound0',
  securityToken: 'CAIStokenThatMustNotBeFound+/==',
};
const cloud = useCloudBench({ accounts: [account] });
const { path, inFolder } = useCliFolder();

const proxyUser = { username: 'somebody', password: 'aProxyPasswordThatMustNotBeFound2' };
const wrongPassword = 'anotherPasswordThatMustNotBeFound3';
const pasted = 'f'.repeat(31) + '7';

/** A job is one engine and what goes wrong with it. */
type Job = readonly [engine: string, changes: SimulatorChanges | 'storage'];

const jobs: readonly Job[] = [
  ['flash', {}],
  ['flash', { nextFlash: { code: 40000001, times: 9 } }],
  ['flash', { nextFlash: { kind: 'reset', afterBytes: 0, times: 9 } }],
  ['flash', { nextFlash: { kind: 'not-json' } }],
  ['file', {}],
  ['file', { nextSubmit: { code: 'SignatureDoesNotMatch', times: 9 } }],
  ['file', { nextTask: { code: 41050008 } }],
  ['file', { nextResult: { kind: 'not-json' } }],
  ['file', 'storage'],
];

/** Does jobs one after the other; gives how they ended. */
async function runJobs(serving: CloudServe, list: readonly Job[]): Promise<string[]> {
  const ends: string[] = [];
  for (const [engine, changes] of list) {
    if (changes === 'storage') {
      cloud.faults.choose = () => ({ kind: 'status', status: 403, code: 'AccessDenied' });
    } else {
      cloud.simulator().set({ nextFlash: [], nextSubmit: [], nextTask: [], nextResult: [] });
      cloud.simulator().set(changes);
    }
    const { id } = await serving.start(engine);
    const job = await serving.untilJob((each) => each.id === id && each.endedAtMs !== undefined);
    ends.push(`${engine} ${job.error?.code ?? job.state}`);
  }
  return ends;
}

it('[KC3] writes and sends no secret, whatever happens', { timeout: 300_000 }, async () => {
  writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 4_000 }));
  const proxy = await startProxy(cloud.simulator().port, proxyUser);
  const env = cloud.env();
  const flash = new URL(env['ZIMU_ISI_FLASH_ENDPOINT'] ?? '');
  const serving = await startCloudServe(['talk.wav', '--debug'], {
    cwd: path(),
    env: {
      ...env,
      // Under a name, since what is on this computer is reached without a proxy.
      ZIMU_ISI_FLASH_ENDPOINT: `http://speech.zimu.test${flash.pathname}`,
      // What is set here is nothing for the keyring of whoever runs this.
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
    },
  });
  const { client } = serving;
  const ends: string[] = [];
  try {
    await client.call('settings.update', {
      changes: { cloud: { proxy: { url: proxy.url, username: proxyUser.username } } },
    });
    const { password: proxyPassword } = proxyUser;
    await client.call('credentials.set', { kind: 'proxyPassword', proxyPassword });
    ends.push(...(await runJobs(serving, jobs)));
    cloud.faults.choose = () => undefined;
    await client.call('cloud.check', {});

    // The service repeats the token that it refuses.
    await client.call('credentials.set', { kind: 'pastedToken', token: pasted });
    const text = `Gateway:ACCESS_DENIED:The token '${pasted}' is invalid!`;
    const refused: Job = ['flash', { nextFlash: { code: 40000001, text, times: 9 } }];
    ends.push(...(await runJobs(serving, [refused])));
    await client.call('cloud.check', {});

    await client.call('credentials.clear', { kind: 'pastedToken' });
    await client.call('credentials.set', { kind: 'proxyPassword', proxyPassword: wrongPassword });
    ends.push(...(await runJobs(serving, [['flash', {}]])));
    await client.call('cloud.check', {});
    await client.call('credentials.clear', { kind: 'proxyPassword' });
    await client.call('credentials.describe', {});
  } finally {
    await serving.end();
    await proxy.close();
  }
  // Of the two of file one had an answer that is none, and asked again.
  expect(ends.filter((end) => end.endsWith('done'))).toEqual([
    'flash done',
    ...['file done', 'file done'],
  ]);
  expect(ends).toHaveLength(jobs.length + 2);
  expect(ends.slice(-2)).toEqual(['flash engine/unauthorised', 'flash network/proxy']);
  expect(proxy.passed.length).toBeGreaterThan(4);
  expect(proxy.refused()).toBeGreaterThan(0);
  expect(cloud.simulator().requests.some(({ parameters }) => parameters['token'] === pasted)).toBe(
    true,
  );

  const places: Record<string, string> = {
    stdout: serving.serving.stdout(),
    stderr: serving.serving.stderr(),
    client: serving.heard(),
  };
  const home = inFolder('.zimu-home');
  for (const name of readdirSync(home, { recursive: true }).map(String)) {
    const file = join(home, name);
    if (statSync(file).isFile()) places[name] = readFileSync(file, 'latin1');
  }
  expect(Object.keys(places).some((name) => name.includes('replies'))).toBe(true);
  expect(places['client']).toContain('"job.changed"');
  expect(places['jobs.json']).toContain('"failed"');

  const { accessKeySecret, securityToken } = account;
  const secrets = new Set([
    accessKeySecret,
    securityToken,
    encodeURIComponent(securityToken),
    Buffer.from(securityToken).toString('base64'),
    pasted,
    ...[proxyUser.password, wrongPassword].flatMap((password) => [
      password,
      // As the header of a proxy carries it.
      Buffer.from(`${proxyUser.username}:${password}`).toString('base64'),
    ]),
  ]);
  for (const { parameters, headers } of cloud.simulator().requests) {
    const { token } = parameters;
    if (token !== undefined) secrets.add(token);
    for (const text of [String(headers['authorization'] ?? ''), JSON.stringify(parameters)]) {
      for (const [, value = ''] of text.matchAll(/signature=([\w%+/.-]{16,})/gi)) {
        secrets.add(value);
      }
    }
    const { 'x-oss-signature': ofLink } = parameters;
    if (ofLink !== undefined) secrets.add(ofLink);
  }
  // Tokens were given out and links were signed.
  expect(secrets.size).toBeGreaterThan(8);
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) {
      expect(text.includes(secret), `${secret.slice(0, 6)}… in ${place}`).toBe(false);
    }
    expect(text, place).not.toMatch(/(?:x-oss-)?signature=(?!…)/i);
  }
});
