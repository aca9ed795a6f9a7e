import { join } from 'node:path';
import type { StudioSettings } from '@contract/api';
import { testAccounts, testAppkeys } from '../helpers/test-accounts';
import {
  createOssService,
  type OssService,
  type SimulatedBucket,
} from '../simulator/oss/create-oss-service';
import { type Simulator, startSimulator } from '../simulator/start-simulator';
import { test as base } from './studio-test';

/** Alibaba Cloud's services on this computer, and the storage behind them. */
export interface SimulatedCloud {
  readonly simulator: Simulator;
  readonly storage: OssService;
}

const recordings: SimulatedBucket = { name: 'recordings', region: 'cn-shanghai' };

/** Two projects of the console: the model of one aligns times with the sound, the other's does not. */
export const cloudSettings: StudioSettings = {
  cloud: {
    region: 'cn-shanghai',
    bucket: recordings,
    appkeys: [
      {
        ...{ id: 'aligned', name: 'Interviews', appkey: testAppkeys.english.appkey },
        ...{ model: '通用-英文', tag: 'en', sampleRateHz: 16000 },
      },
      {
        ...{ id: 'plain', name: 'Deutsche Anrufe', appkey: testAppkeys.chinese.appkey },
        ...{ model: '通用-德语', tag: 'de', sampleRateHz: 16000 },
      },
    ],
  },
};

/** Tests of a studio whose account is one of the simulator; what the environment names, wins. */
export const test = base.extend<{
  /** The only one there is, and the one that is used. */
  readonly bucket: SimulatedBucket;
  readonly cloud: SimulatedCloud;
}>({
  bucket: [recordings, { option: true }],

  cloud: async ({ bucket }, use) => {
    let storage: OssService | undefined;
    const accounts = Object.values(testAccounts);
    const simulator = await startSimulator({
      accounts,
      appkeys: Object.values(testAppkeys),
      // A task is done when it is first asked for, unless a test wants it to wait.
      ...{ queueingQueries: 0, runningQueries: 0 },
      services: ({ nowMs, folder }) => {
        storage = createOssService({
          accounts,
          buckets: [bucket],
          now: nowMs,
          folder: join(folder, 'oss'),
        });
        return [storage];
      },
    });
    await use({ simulator, storage: storage! });
    await simulator.close();
  },
  environment: async ({ cloud, bucket }, use) => {
    await use({
      ...cloud.simulator.env,
      // It wins over that of the settings, and is where recordings go.
      ZIMU_ISI_REGION: 'cn-beijing',
      // The Appkeys are those of the settings.
      ZIMU_ISI_APPKEY: '',
      ZIMU_OSS_BUCKET: bucket.name,
      ZIMU_OSS_REGION: bucket.region,
    });
  },
  settings: cloudSettings,
});

export { expect } from '@playwright/test';
