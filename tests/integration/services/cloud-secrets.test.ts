import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCloudServe } from '../../helpers/cloud-serve';
import { makeWav } from '../../helpers/make-wav';
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

/** Each job is one engine and what goes wrong with it. */
const jobs: readonly (readonly [engine: string, changes: SimulatorChanges | 'storage'])[] = [
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

it('writes and sends no secret, whatever happens', { timeout: 300_000 }, async () => {
  writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 4_000 }));
  const serving = await startCloudServe(['talk.wav', '--debug'], { cwd: path(), env: cloud.env() });
  const ends: string[] = [];
  try {
    for (const [engine, changes] of jobs) {
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
    await serving.client.call('cloud.check', {});
    await serving.client.call('credentials.describe', {});
  } finally {
    await serving.end();
  }
  expect(ends.filter((end) => end.endsWith('done'))).toEqual(['flash done', 'file done']);
  expect(ends).toHaveLength(jobs.length);

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
