import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialsDescription } from '@contract/api';
import { whyNoKeyring } from '../helpers/keyring-shell';
import { startKeyring } from '../helpers/start-keyring';
import { createOssService } from '../simulator/oss/create-oss-service';
import type { SimulatedAppkey } from '../simulator/simulator-world';
import { type Simulator, startSimulator } from '../simulator/start-simulator';
import { test as base } from './studio-test';

/** What a person has from the vendor's console, to be entered by hand. */
export const account = {
  userId: '2001',
  accessKeyId: 'LTAI5tSettingsSpec3f2a',
  accessKeySecret: 'aSecretThatOnlyThisSpecKnows7',
};
export const appkey = { appkey: 'specAppkey', userId: '2001', sampleRateHz: 16000 } as const;
export const bucket = { name: 'spec-recordings', region: 'cn-shanghai', userId: '2001' };

type KeychainState = CredentialsDescription['keychain']['state'];

/** A studio with a keyring of its own, which talks to a simulator and has no account yet. */
export const test = base.extend<{
  /** What a test wants otherwise in the environment. */
  readonly given: Readonly<Record<string, string>>;
  /** How the studio finds the keychain of this computer. */
  readonly keychain: KeychainState;
  /** Of the account's projects at the service. */
  readonly knownAppkeys: readonly SimulatedAppkey[];
  readonly simulator: Simulator;
}>({
  given: [{}, { option: true }],
  keychain: ['ready', { option: true }],
  knownAppkeys: [[appkey], { option: true }],
  // Its keyring and its simulator end with the test.
  mayRest: false,
  simulator: async ({ knownAppkeys }, use) => {
    const simulator = await startSimulator({
      accounts: [account],
      appkeys: knownAppkeys,
      services: ({ nowMs, folder }) => [
        createOssService({
          accounts: [account],
          buckets: [bucket],
          now: nowMs,
          folder: join(folder, 'oss'),
        }),
      ],
    });
    await use(simulator);
    await simulator.close();
  },
  environment: async ({ given, keychain, simulator }, use, testInfo) => {
    const why = keychain === 'ready' || keychain === 'locked' ? whyNoKeyring() : undefined;
    testInfo.skip(why !== undefined, `the keyring ${why ?? ''}`);
    const found = await openKeychain(keychain);
    // The account is entered by hand: only the addresses come from the environment.
    await use({
      ...simulator.env,
      ...{ ALIYUN_AK_ID: '', ALIYUN_AK_SECRET: '', ALIYUN_STS_TOKEN: '' },
      ...{ ZIMU_ISI_TOKEN: '', ZIMU_ISI_APPKEY: '', ZIMU_OSS_BUCKET: '', ZIMU_OSS_REGION: '' },
      ...found.env,
      ...given,
    });
    await found.stop();
  },
});

export { expect } from './studio-test';

/** An environment in which the keychain is as asked. */
async function openKeychain(state: KeychainState): Promise<{
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}> {
  switch (state) {
    case 'ready':
      return startKeyring();
    case 'locked':
      return startKeyring({ isLocked: true });
    case 'absent':
      return {
        env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' },
        stop: () => Promise.resolve(),
      };
    case 'library-missing': {
      // Found first, and none: the same as where it is not installed.
      const folder = mkdtempSync(join(tmpdir(), 'zimu-no-library-'));
      writeFileSync(join(folder, 'libsecret-1.so.0'), '');
      return {
        env: { LD_LIBRARY_PATH: folder },
        stop: () => rm(folder, { recursive: true }),
      };
    }
  }
}
