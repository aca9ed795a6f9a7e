import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudCheckStep, CloudSettings } from '@contract/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCloud } from '../../../electron/services/cloud/check-cloud';
import {
  createCloudAccess,
  type StudioCloud,
} from '../../../electron/services/cloud/create-cloud-access';
import { createCredentialStore } from '../../../electron/services/credentials/create-credential-store';
import { createHandlers } from '../../../electron/services/handlers';
import { createMemorySecretStore } from '../../../electron/services/credentials/memory-secret-store';
import { openTestWorkspace } from '../../helpers/open-test-workspace';
import { keyOf, storageAccounts, useCloud } from '../../helpers/use-cloud';
import { testAccounts, testAppkeys } from '../../helpers/use-simulator';

const cloud = useCloud();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-check-'));
  cloud.simulator.set({ nowOffsetMs: 0, nextFlash: [], nextToken: [], nextService: [] });
});
afterEach(() => rmSync(folder, { recursive: true }));

interface CheckSurroundings {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly settings?: CloudSettings;
  readonly appkeyId?: string;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: CloudCheckStep) => void;
}

function makeAccess(env: ReturnType<typeof cloud.env>, settings: CloudSettings = {}): StudioCloud {
  return createCloudAccess({
    credentials: createCredentialStore({
      secrets: createMemorySecretStore(),
      env,
      first: 'environment',
      publish: () => undefined,
      log: () => undefined,
    }),
    readSettings: () => settings,
    env,
  });
}

async function check(surroundings: CheckSurroundings = {}): Promise<readonly CloudCheckStep[]> {
  const access = makeAccess(cloud.env(surroundings.env), surroundings.settings);
  const told: CloudCheckStep[] = [];
  try {
    const steps = await checkCloud(access, surroundings.appkeyId, {
      signal: surroundings.signal ?? new AbortController().signal,
      folder: join(folder, 'uploads'),
      onStep: (step) => {
        told.push(step);
        surroundings.onStep?.(step);
      },
    });
    expect(told).toEqual(steps);
    const text = JSON.stringify(steps);
    for (const secret of [...Object.values(testAccounts), ...Object.values(storageAccounts)]) {
      expect(text).not.toContain(secret.accessKeySecret);
    }
    expect(text).not.toMatch(/signature=|x-oss-credential|token '\w{8}/i);
    expect(readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)))).toEqual([]);
    return steps;
  } finally {
    await access.close();
  }
}

/** `clock:ok token:failed(engine/unauthorised) …` */
function brief(steps: readonly CloudCheckStep[]): string {
  return steps
    .map(({ id, state, error }) => `${id}:${state}${error === undefined ? '' : `(${error.code})`}`)
    .join(' ');
}

const allOk =
  'clock:ok token:ok appkey:ok bucket-write:ok bucket-read:ok bucket-delete:ok' as const;
const noBucket = 'bucket-write:skipped bucket-read:skipped bucket-delete:skipped' as const;

describe('the test of an account', () => {
  it('passes every step in order and leaves nothing behind', async () => {
    const steps = await check();
    expect(brief(steps)).toBe(allOk);
    expect(Math.abs(steps[0]!.aheadMs!)).toBeLessThan(10_000);
    expect(cloud.oss.objects()).toEqual([]);
  });

  it('takes an Appkey that hears nothing in the sound for a good one', async () => {
    cloud.simulator.set({ nextFlash: { code: 40270002 } });
    expect(brief(await check())).toBe(allOk);
  });

  it('has a temporary key', async () => {
    expect(brief(await check({ env: keyOf(storageAccounts.guest) }))).toBe(allOk);
  });

  it('sends sound of the rate of the model', async () => {
    const steps = await check({
      env: { ZIMU_ISI_APPKEY: undefined },
      settings: {
        appkeys: [
          {
            id: 'phone',
            name: 'Phone',
            appkey: testAppkeys.telephone.appkey,
            model: '电话客服（通用）',
            sampleRateHz: 8000,
          },
        ],
      },
    });
    expect(brief(steps)).toBe(allOk);
    const asked = cloud.simulator.requests.findLast(({ target }) => target === 'flash');
    expect(asked?.parameters).toMatchObject({ appkey: 'telAppkey', sample_rate: '8000' });
  });

  it.each([
    [
      'a wrong secret',
      { ALIYUN_AK_SECRET: 'wrong-secret' },
      `clock:ok token:failed(engine/unauthorised) appkey:skipped ${noBucket}`,
    ],
    [
      'an inactive key',
      keyOf(testAccounts.inactive),
      `clock:ok token:failed(engine/unauthorised) appkey:skipped ${noBucket}`,
    ],
    [
      'no key at all',
      { ALIYUN_AK_ID: undefined },
      `clock:ok token:failed(credentials/missing) appkey:skipped ${noBucket}`,
    ],
    [
      'no Appkey: the rest is tried',
      { ZIMU_ISI_APPKEY: undefined },
      allOk.replace('appkey:ok', 'appkey:skipped'),
    ],
    [
      'the Appkey of another account: the bucket is tried',
      { ZIMU_ISI_APPKEY: testAppkeys.ofOther.appkey },
      allOk.replace('appkey:ok', 'appkey:failed(engine/forbidden)'),
    ],
    ['no bucket', { ZIMU_OSS_BUCKET: undefined }, `clock:ok token:ok appkey:ok ${noBucket}`],
    [
      'a bucket that is not there',
      { ZIMU_OSS_BUCKET: 'nowhere' },
      'clock:ok token:ok appkey:ok bucket-write:failed(storage/no-bucket) bucket-read:skipped bucket-delete:skipped',
    ],
    [
      'a bucket of another region',
      { ZIMU_OSS_BUCKET: 'far' },
      'clock:ok token:ok appkey:ok bucket-write:failed(storage/wrong-region) bucket-read:skipped bucket-delete:skipped',
    ],
    [
      'no right to read',
      keyOf(storageAccounts.noRead),
      'clock:ok token:ok appkey:ok bucket-write:ok bucket-read:failed(storage/forbidden) bucket-delete:skipped',
    ],
    [
      'no right to delete',
      keyOf(storageAccounts.noDelete),
      'clock:ok token:ok appkey:ok bucket-write:ok bucket-read:ok bucket-delete:failed(storage/forbidden)',
    ],
    [
      'an address that is none',
      { ZIMU_ISI_META_ENDPOINT: 'nonsense' },
      `clock:failed(usage/invalid) token:skipped appkey:skipped ${noBucket}`,
    ],
  ])('says so of %s', async (_name, env, expected) => {
    expect(brief(await check({ env }))).toBe(expected);
  });

  it('measures a clock that is twenty minutes off, and stops there', async () => {
    cloud.simulator.set({ nowOffsetMs: -20 * 60_000 });
    const steps = await check();
    expect(brief(steps)).toBe(
      `clock:failed(engine/clock-skewed) token:skipped appkey:skipped ${noBucket}`,
    );
    expect(Math.round(steps[0]!.aheadMs! / 60_000)).toBe(20);
    expect(steps[0]!.error?.data).toMatchObject({ minutes: 20 });
  });

  it('reads the clock of flash where the token service cannot be reached', async () => {
    const steps = await check({ env: { ZIMU_ISI_META_ENDPOINT: 'http://127.0.0.1:9' } });
    expect(brief(steps)).toContain('clock:ok token:failed(network/unreachable)');
  });

  it('fails at the first step without a network', async () => {
    const nowhere = 'http://127.0.0.1:9';
    const steps = await check({
      env: { ZIMU_ISI_META_ENDPOINT: nowhere, ZIMU_ISI_FLASH_ENDPOINT: `${nowhere}/x` },
    });
    expect(brief(steps)).toContain('clock:failed(network/unreachable) token:skipped');
  });
});

describe('the test of a pasted token', () => {
  const makeToken = async (): Promise<string> => {
    const access = makeAccess(cloud.env());
    const { id } = await access.createToken(new AbortController().signal);
    await access.close();
    return id;
  };
  const noKey = { ALIYUN_AK_ID: undefined, ALIYUN_AK_SECRET: undefined };

  it('needs no AccessKey, without which the bucket is skipped', async () => {
    const env = { ...noKey, ZIMU_ISI_TOKEN: await makeToken() };
    expect(brief(await check({ env }))).toBe(`clock:ok token:ok appkey:ok ${noBucket}`);
  });

  it('says of a token that is none that it is the token, not the Appkey', async () => {
    const env = { ...noKey, ZIMU_ISI_TOKEN: 'f'.repeat(32) };
    expect(brief(await check({ env }))).toBe(
      `clock:ok token:failed(engine/unauthorised) appkey:skipped ${noBucket}`,
    );
  });

  it('goes on with the AccessKey where it is none', async () => {
    expect(brief(await check({ env: { ZIMU_ISI_TOKEN: 'f'.repeat(32) } }))).toBe(allOk);
  });

  it('says so where neither it nor the AccessKey is any good', async () => {
    const env = { ALIYUN_AK_SECRET: 'wrong-secret', ZIMU_ISI_TOKEN: 'f'.repeat(32) };
    expect(brief(await check({ env }))).toContain('token:failed(engine/unauthorised)');
  });

  it('does not say of a token that nothing tried that it is good', async () => {
    const env = { ...noKey, ZIMU_ISI_TOKEN: 'f'.repeat(32), ZIMU_ISI_APPKEY: undefined };
    expect(brief(await check({ env }))).toBe(`clock:ok token:skipped appkey:skipped ${noBucket}`);
  });
});

describe('a test that is taken back', () => {
  it('ends as cancelled, before the first step or in one', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(check({ signal: controller.signal })).rejects.toMatchObject({
      code: 'job/cancelled',
    });
    const later = new AbortController();
    cloud.simulator.set({ nextFlash: { kind: 'never' } });
    const told: string[] = [];
    const end = check({
      signal: later.signal,
      onStep: ({ id }) => {
        told.push(id);
        if (id === 'token') later.abort();
      },
    });
    await expect(end).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(told).toEqual(['clock', 'token']);
  });

  it('by a window leaves nothing in the bucket', async () => {
    const { workspace, host, close } = await openTestWorkspace(cloud.env());
    const handlers = createHandlers(workspace, host);
    const before = cloud.oss.objects();
    const stored: number[] = [];
    cloud.faults.choose = ({ action }) => {
      if (action === 'GetObject') {
        stored.push(cloud.oss.objects().length);
        void handlers['cloud.cancelCheck']({});
      }
      return undefined;
    };
    try {
      await expect(handlers['cloud.check']({})).rejects.toMatchObject({ code: 'job/cancelled' });
    } finally {
      cloud.faults.choose = () => undefined;
      await close();
    }
    expect(stored).toEqual([before.length + 1]);
    expect(cloud.oss.objects()).toEqual(before);
    // Without a test that runs there is nothing to cancel, and the next one is not.
    const again = await openTestWorkspace(cloud.env());
    const next = createHandlers(again.workspace, again.host);
    await next['cloud.cancelCheck']({});
    expect(brief(await next['cloud.check']({}))).toBe(allOk);
    await again.close();
  });
});
