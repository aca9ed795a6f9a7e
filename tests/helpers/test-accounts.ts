import type { SimulatedAccount } from '../simulator/simulated-service';
import type { SimulatedAppkey } from '../simulator/simulator-world';

/** Accounts that a test may expect, one for each thing that can be wrong with one. */
export const testAccounts = {
  owner: { userId: '1001', accessKeyId: 'testAccessKeyId', accessKeySecret: 'testSecret' },
  other: { userId: '1002', accessKeyId: 'otherAccessKeyId', accessKeySecret: 'otherSecret' },
  inactive: {
    ...{ userId: '1003', accessKeyId: 'inactiveId', accessKeySecret: 'inactiveSecret' },
    isInactive: true,
  },
  denied: {
    ...{ userId: '1004', accessKeyId: 'deniedId', accessKeySecret: 'deniedSecret' },
    denied: ['CreateToken', 'SubmitTask', 'GetTaskResult'],
  },
  temporary: {
    ...{ userId: '1001', accessKeyId: 'STS.temporaryId', accessKeySecret: 'temporarySecret' },
    securityToken: "CAIS+q/sts token*~'()!=",
  },
  expired: { userId: '1005', accessKeyId: 'expiredId', accessKeySecret: 'expiredSecret' },
  unpaid: { userId: '1006', accessKeyId: 'unpaidId', accessKeySecret: 'unpaidSecret' },
} as const satisfies Readonly<Record<string, SimulatedAccount>>;

/** Appkeys for these accounts. */
export const testAppkeys = {
  chinese: { appkey: 'zhAppkey', userId: '1001', sampleRateHz: 16000 },
  english: { appkey: 'enAppkey', userId: '1001', sampleRateHz: 16000, language: 'en' },
  telephone: { appkey: 'telAppkey', userId: '1001', sampleRateHz: 8000 },
  ofOther: { appkey: 'otherAppkey', userId: '1002', sampleRateHz: 16000 },
  expired: { appkey: 'expiredAppkey', userId: '1005', sampleRateHz: 16000, isTrialExpired: true },
  unpaid: { appkey: 'unpaidAppkey', userId: '1006', sampleRateHz: 16000, isUnpaid: true },
} as const satisfies Readonly<Record<string, SimulatedAppkey>>;
