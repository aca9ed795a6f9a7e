import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@contract/client';
import { dispatch } from '@contract/dispatch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../electron/services/create-workspace';
import { createMemorySecretStore } from '../../../electron/services/credentials/memory-secret-store';
import { createHandlers } from '../../../electron/services/handlers';
import { findFolders } from '../../../electron/services/settings/folders';
import { openTestWorkspace, type TestWorkspace } from '../../helpers/open-test-workspace';

const secrets = ['key-secret-0123', 'sts-0123456789', 'token-0123456789', 'proxy password'];
const [accessKeySecret = '', securityToken = '', token = '', proxyPassword = ''] = secrets;

let opened: TestWorkspace;
beforeEach(async () => {
  opened = await openTestWorkspace();
});
afterEach(() => opened.close());

describe('the calls for credentials', () => {
  it('[KC2] keep, describe and clear, and bring no value out', async () => {
    const { workspace, events, host } = opened;
    const handlers = createHandlers(workspace, host);
    const outward: string[] = [];
    events.subscribe((name, payload) => outward.push(JSON.stringify([name, payload])));
    const client = createClient({
      invoke: async (name, input) => {
        const reply = await dispatch(handlers, name, input);
        outward.push(JSON.stringify(reply));
        return reply;
      },
      subscribe: () => () => undefined,
    });
    const accessKeyId = 'LTAI5tAbCdEfGhIjKlMn3f2a';
    await client.call('credentials.set', {
      ...{ kind: 'accessKey', accessKeyId: ` ${accessKeyId}\n`, accessKeySecret, securityToken },
    });
    await client.call('credentials.set', { kind: 'pastedToken', token, expiresAtMs: 99 });
    await client.call('credentials.set', { kind: 'proxyPassword', proxyPassword });
    expect((await client.call('credentials.describe', {})).credentials).toEqual([
      { name: 'accessKeyId', place: 'keychain', mask: 'LTAI…3f2a' },
      { name: 'accessKeySecret', place: 'keychain' },
      { name: 'securityToken', place: 'keychain' },
      { name: 'pastedToken', place: 'keychain', expiresAtMs: 99 },
      { name: 'proxyPassword', place: 'keychain' },
    ]);
    expect(await workspace.credentials.read('accessKey')).toEqual({
      ...{ accessKeyId, accessKeySecret, securityToken },
    });
    await client.call('credentials.retry', {});
    const { credentials } = await client.call('credentials.clear', { kind: 'proxyPassword' });
    expect(credentials.at(-1)).toEqual({ name: 'proxyPassword' });
    expect(outward.filter((text) => text.startsWith('["credentials.changed"'))).toHaveLength(5);
    for (const secret of [...secrets, accessKeyId]) {
      expect(outward.filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});

describe('the log of a workspace', () => {
  it('[KC3] has no secret in it, even where a path has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zimu-log-'));
    const home = join(folder, accessKeySecret);
    mkdirSync(home);
    writeFileSync(join(home, 'settings.json'), 'not JSON');
    const env = { ZIMU_HOME: home, ALIYUN_AK_SECRET: accessKeySecret };
    const lines: string[] = [];
    const workspace = await createWorkspace({
      ...{ env, resourcesDirectory: folder, byteUrl: (path) => path, publish: () => undefined },
      folders: findFolders({ env, platform: process.platform, homeDirectory: folder }),
      secrets: createMemorySecretStore(),
      log: (line) => lines.push(line),
    });
    await workspace.dispose();
    rmSync(folder, { recursive: true });
    expect(lines[0]).toContain(`settings: ${join(folder, '***', 'settings.json')} cannot be read`);
    expect(lines.join('\n')).not.toContain(accessKeySecret);
  });
});
