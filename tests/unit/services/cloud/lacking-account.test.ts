import type { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';
import { createCloudAccess } from '../../../../electron/services/cloud/create-cloud-access';
import { createCredentialStore } from '../../../../electron/services/credentials/create-credential-store';
import { createMemorySecretStore } from '../../../../electron/services/credentials/memory-secret-store';

const key = { ALIYUN_AK_ID: 'anyId', ALIYUN_AK_SECRET: 'anySecret' };
const appkey = { ZIMU_ISI_APPKEY: 'anyAppkey' };

/** Of the engines that stand on these services, of a file. */
const needs = {
  flash: { takesPastedToken: true, needsBucket: false },
  file: { takesPastedToken: false, needsBucket: true },
};

function check(
  engine: 'flash' | 'file',
  env: Readonly<Record<string, string>>,
  secrets = createMemorySecretStore(),
): Promise<StudioError | undefined> {
  const credentials = createCredentialStore({
    ...{ secrets, env, first: 'environment' },
    ...{ publish: () => undefined, log: () => undefined },
  });
  // No connection is opened by asking, so there is none to close.
  return createCloudAccess({ credentials, readSettings: () => ({}), env }).check(needs[engine]);
}

describe('an account that lacks something', () => {
  it.each([
    ['file', { ...key, ...appkey }, 'ZIMU_OSS_BUCKET'],
    ['file', key, 'ZIMU_ISI_APPKEY, ZIMU_OSS_BUCKET'],
    ['file', {}, 'ALIYUN_AK_ID, ALIYUN_AK_SECRET, ZIMU_ISI_APPKEY, ZIMU_OSS_BUCKET'],
    ['flash', { ZIMU_ISI_TOKEN: 'anyToken' }, 'ZIMU_ISI_APPKEY'],
    ['flash', { ...appkey, ALIYUN_AK_ID: 'anyId' }, 'ALIYUN_AK_SECRET'],
  ] as const)('for %s with %j is told to set %s and nothing else', async (engine, env, names) => {
    const error = await check(engine, env);
    expect(error?.data['missing']).toBe(names);
    expect(describeError('en', error!).next).toContain(`Set ${names}, or`);
    expect(describeError('zh-CN', error!).next).toContain(`请设置 ${names}，`);
  });

  it('is told of a locked keychain only where nothing else is missing', async () => {
    const locked = createMemorySecretStore({ state: 'locked', reason: 'locked' });
    expect(await check('flash', {}, locked)).toMatchObject({
      data: { missing: 'ZIMU_ISI_APPKEY' },
    });
    expect(await check('flash', appkey, locked)).toMatchObject({ code: 'credentials/locked' });
  });

  it('is told first of a variable that cannot be right', async () => {
    expect(await check('flash', { ...key, ALIYUN_AK_SECRET: 'a b' })).toMatchObject({
      code: 'usage/invalid',
      data: { parameter: 'ALIYUN_AK_SECRET' },
    });
  });
});
