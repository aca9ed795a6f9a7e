import type { CloudSettings } from '@contract/api';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createCloudAccess,
  type StudioCloud,
} from '../../../../electron/services/cloud/create-cloud-access';
import { createCredentialStore } from '../../../../electron/services/credentials/create-credential-store';
import { createMemorySecretStore } from '../../../../electron/services/credentials/memory-secret-store';

const key = { ALIYUN_AK_ID: 'anyId', ALIYUN_AK_SECRET: 'anySecret' };
const opened: StudioCloud[] = [];
afterEach(async () => {
  for (const access of opened.splice(0)) await access.close();
});

function makeAccess(
  settings: CloudSettings,
  env: Readonly<Record<string, string>> = {},
): StudioCloud {
  const access = createCloudAccess({
    credentials: createCredentialStore({
      secrets: createMemorySecretStore(),
      env: { ...key, ...env },
      first: 'environment',
      publish: () => undefined,
      log: () => undefined,
    }),
    readSettings: () => settings,
    env: { ...key, ...env },
  });
  opened.push(access);
  return access;
}

const settings: CloudSettings = {
  region: 'cn-shenzhen',
  appkeys: [
    { id: 'talks', name: 'Talks', appkey: 'talkAppkey', region: 'cn-beijing' },
    { id: 'calls', name: 'Calls', appkey: 'callAppkey' },
  ],
  bucket: { name: 'recordings' },
};

describe('an Appkey with a region of its own', () => {
  it('is asked for there, and one without in that of the account', async () => {
    const access = makeAccess(settings);
    const talks = await access.open('talks');
    expect(talks.endpoints).toMatchObject({
      region: 'cn-beijing',
      flash: 'https://nls-gateway-cn-beijing.aliyuncs.com/stream/v1/FlashRecognizer',
      fileTranscription: 'https://filetrans.cn-beijing.aliyuncs.com',
    });
    const calls = await access.open('calls');
    expect(calls.endpoints).toMatchObject({
      region: 'cn-shenzhen',
      flash: 'https://nls-gateway-cn-shenzhen.aliyuncs.com/stream/v1/FlashRecognizer',
      fileTranscription: 'https://filetrans.cn-shenzhen.aliyuncs.com',
    });
    // Tokens are the account's, whatever the region (protocol §1).
    expect(talks.endpoints.meta).toBe(calls.endpoints.meta);
  });

  it('does not move the bucket, which is the account’s', async () => {
    const session = await makeAccess(settings).open('talks');
    expect(session.findBucket()).toEqual({ bucket: 'recordings', region: 'cn-shenzhen' });
  });

  it('is found by the Appkey of the environment too, whose region wins over all', async () => {
    const named = { ZIMU_ISI_APPKEY: 'talkAppkey' };
    const session = await makeAccess(settings, named).open(undefined);
    expect(session.endpoints.region).toBe('cn-beijing');
    const moved = makeAccess(settings, { ...named, ZIMU_ISI_REGION: 'cn-shanghai' });
    expect((await moved.open('talks')).endpoints.region).toBe('cn-shanghai');
  });
});
