import type { StudioSettings } from '@contract/api';
import { testAppkeys } from '../helpers/test-accounts';
import { atOnce, recordings, type RunningCloud } from './start-cloud';
import { test as base } from './studio-test';

/** Alibaba Cloud's services on this computer, and the storage behind them, since a test began. */
export interface SimulatedCloud {
  readonly simulator: Pick<RunningCloud['simulator'], 'requests' | 'set'>;
  readonly storage: Pick<RunningCloud['storage'], 'events' | 'objects'>;
}

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
export const test = base.extend<{ readonly cloud: SimulatedCloud }>({
  cloud: async ({ runningCloud: { simulator, storage } }, use) => {
    const noFaults = { nextToken: [], nextFlash: [], nextSubmit: [], nextTask: [], nextResult: [] };
    simulator.set({ ...atOnce, ...noFaults, nextService: [] });
    const [seen, done] = [simulator.requests.length, storage.events.length];
    await use({
      simulator: {
        set: (changes) => simulator.set(changes),
        get requests() {
          return simulator.requests.slice(seen);
        },
      },
      storage: {
        objects: storage.objects,
        get events() {
          return storage.events.slice(done);
        },
      },
    });
  },
  environment: async ({ runningCloud, cloud: _begun }, use) => {
    await use({
      ...runningCloud.simulator.env,
      // It wins over that of the settings, and is where recordings go.
      ZIMU_ISI_REGION: 'cn-beijing',
      // The Appkeys are those of the settings.
      ZIMU_ISI_APPKEY: '',
      ZIMU_OSS_BUCKET: recordings.name,
      ZIMU_OSS_REGION: recordings.region,
    });
  },
  settings: cloudSettings,
});

export { expect } from '@playwright/test';
