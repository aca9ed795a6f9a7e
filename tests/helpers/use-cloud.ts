import { join } from 'node:path';
import type { SimulatedAccount } from '../simulator/simulated-service';
import type { Simulator, SimulatorOptions } from '../simulator/start-simulator';
import { createOssService, type OssService } from '../simulator/oss/create-oss-service';
import type { ChooseOssFault } from '../simulator/oss/oss-faults';
import { testAccounts, useSimulator } from './use-simulator';

/** Further keys of the owner: a temporary one, and three that lack a right on the bucket. */
export const storageAccounts = {
  guest: { ...named('STS.guest'), securityToken: 'CAISguest+token/0123456789==' },
  noWrite: { ...named('noWrite'), denied: ['PutObject'] },
  noRead: { ...named('noRead'), denied: ['GetObject'] },
  noDelete: { ...named('noDelete'), denied: ['DeleteObject'] },
} as const satisfies Readonly<Record<string, SimulatedAccount>>;

/** The speech services with a storage: `sounds` in Shanghai, `far` in Beijing, `foreign` of another. */
export interface TestCloud {
  readonly simulator: Simulator;
  readonly oss: OssService;
  /** What goes wrong with the storage; the test may set it at any time. */
  readonly faults: { choose: ChooseOssFault };
  /** What the studio needs for the owner, the bucket included; variables of the test come on top. */
  env(changes?: Readonly<Record<string, string | undefined>>): Record<string, string | undefined>;
}

/** One for the tests of a file; it can be used as soon as the first of them runs. */
export function useCloud(options: Partial<SimulatorOptions> = {}): TestCloud {
  const faults: { choose: ChooseOssFault } = { choose: () => undefined };
  const accounts = [...Object.values(testAccounts), ...Object.values(storageAccounts)];
  let oss: OssService | undefined;
  const holder = useSimulator({
    accounts,
    services: ({ nowMs, folder }) => {
      oss = createOssService({
        accounts,
        buckets: [
          { name: 'sounds', region: 'cn-shanghai', userId: '1001' },
          { name: 'far', region: 'cn-beijing', userId: '1001' },
          { name: 'foreign', region: 'cn-shanghai', userId: '1002' },
        ],
        now: nowMs,
        folder: join(folder, 'oss'),
        faults: (event) => faults.choose(event),
      });
      return [oss];
    },
    ...options,
  });
  return {
    get simulator() {
      return holder.current;
    },
    get oss() {
      if (oss === undefined) throw new Error('the storage runs only while tests do');
      return oss;
    },
    faults,
    env: (changes = {}) => ({
      ...holder.current.env,
      ZIMU_OSS_BUCKET: 'sounds',
      ZIMU_OSS_REGION: 'cn-shanghai',
      ...changes,
    }),
  };
}

/** What an account needs in the environment of the studio. */
export function keyOf(account: SimulatedAccount): Record<string, string | undefined> {
  return {
    ALIYUN_AK_ID: account.accessKeyId,
    ALIYUN_AK_SECRET: account.accessKeySecret,
    ALIYUN_STS_TOKEN: account.securityToken,
  };
}

function named(name: string) {
  return { userId: '1001', accessKeyId: `${name}Id`, accessKeySecret: `${name}Secret` };
}
