import { join } from 'node:path';
import { testAccounts, testAppkeys } from '../helpers/test-accounts';
import {
  createOssService,
  type OssService,
  type SimulatedBucket,
} from '../simulator/oss/create-oss-service';
import { type Simulator, startSimulator } from '../simulator/start-simulator';

/** Alibaba Cloud's services on this computer, which test after test of a worker talks to. */
export interface RunningCloud {
  readonly simulator: Simulator;
  readonly storage: OssService;
}

/** The only bucket there is. */
export const recordings: SimulatedBucket = { name: 'recordings', region: 'cn-shanghai' };

/** A task is done when it is first asked for, unless a test wants it to wait. */
export const atOnce = { queueingQueries: 0, runningQueries: 0 } as const;

export async function startCloud(): Promise<RunningCloud> {
  let storage: OssService | undefined;
  const accounts = Object.values(testAccounts);
  const simulator = await startSimulator({
    accounts,
    appkeys: Object.values(testAppkeys),
    ...atOnce,
    services: ({ nowMs, folder }) => {
      storage = createOssService({
        accounts,
        buckets: [recordings],
        now: nowMs,
        folder: join(folder, 'oss'),
      });
      return [storage];
    },
  });
  return { simulator, storage: storage! };
}
