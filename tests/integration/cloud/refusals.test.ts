import { writeFileSync } from 'node:fs';
import { StudioError } from '@core/errors/studio-error';
import { findRemedy } from '@isi/describe-vendor-error';
import { findVendorError } from '@isi/find-vendor-error';
import type { VendorService } from '@isi/vendor-failure';
import { describeError } from '@contract/describe-error';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AudioSource } from '../../../electron/engines/engine';
import { makeWav } from '../../helpers/make-wav';
import { recordContext } from '../../helpers/run-engine';
import { keyOf, storageAccounts } from '../../helpers/use-cloud';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { testAccounts, testAppkeys } from '../../helpers/test-accounts';
import type { SimulatorChanges } from '../../simulator/start-simulator';

type Changes = Readonly<Record<string, string | undefined>>;

const cloud = useCloudBench({
  accounts: [...Object.values(testAccounts), ...Object.values(storageAccounts)],
});
let talk: AudioSource;
beforeAll(async () => {
  const path = cloud.inFolder('talk.wav');
  writeFileSync(path, makeWav({ durationMs: 4_000 }));
  talk = await cloud.open(path);
});
beforeEach(() => {
  const none = { nextToken: [], nextFlash: [], nextSubmit: [], nextTask: [], nextResult: [] };
  cloud.simulator().set({ ...none, nowOffsetMs: 0, durationMs: undefined });
});

/** How a job of an account ends that cannot end well; nothing of it may stay in the bucket. */
async function refuse(
  engine: 'flash' | 'file',
  changes: Changes,
  answers: SimulatorChanges = {},
): Promise<StudioError> {
  cloud.simulator().set(answers);
  const engines = cloud.withEnv(changes);
  const error: unknown = await engines[engine]()
    .transcribe({ audio: talk }, recordContext())
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof StudioError)) throw new Error('it was not refused', { cause: error });
  expect([cloud.oss().objects(), cloud.oss().uploads()]).toEqual([[], []]);
  return error;
}

const appkey = (name: keyof typeof testAppkeys) => ({ ZIMU_ISI_APPKEY: testAppkeys[name].appkey });
const unknownAppkey = { ZIMU_ISI_APPKEY: 'unknownAppkey' };
const expired = { ...keyOf(testAccounts.expired), ...appkey('expired') };
const unpaid = { ...keyOf(testAccounts.unpaid), ...appkey('unpaid') };
const threeHours = { durationMs: 3 * 3_600_000 };

describe('what the service refuses is told with its cause and remedy, in both languages', () => {
  it.each<
    [string, 'flash' | 'file', VendorService, Changes, SimulatorChanges, number | string, RegExp]
  >([
    // What lies with the account.
    [
      'a wrong secret',
      'flash',
      'token',
      { ALIYUN_AK_SECRET: 'wrong' },
      {},
      'SignatureDoesNotMatch',
      /secret/,
    ],
    [
      'a wrong secret',
      'file',
      'oss',
      { ALIYUN_AK_SECRET: 'wrong' },
      {},
      'SignatureDoesNotMatch',
      /secret/,
    ],
    [
      'an unknown key',
      'flash',
      'token',
      { ALIYUN_AK_ID: 'LTAInobody' },
      {},
      'InvalidAccessKeyId.NotFound',
      /AccessKey/,
    ],
    [
      'an unknown key',
      'file',
      'oss',
      { ALIYUN_AK_ID: 'LTAInobody' },
      {},
      'InvalidAccessKeyId',
      /AccessKey/,
    ],
    [
      'an inactive key',
      'flash',
      'token',
      keyOf(testAccounts.inactive),
      {},
      'InvalidAccessKeyId.Inactive',
      /Enable it/,
    ],
    ['no permission for tokens', 'flash', 'token', keyOf(testAccounts.denied), {}, 40020503, /./],
    ['no permission for files', 'file', 'file', keyOf(testAccounts.denied), {}, 41050021, /grant/],
    ['an expired trial', 'flash', 'flash', expired, {}, 40000010, /activated/],
    ['an expired trial', 'file', 'file', expired, {}, 40000010, /activated/],
    ['an unpaid account', 'flash', 'flash', unpaid, {}, 40000010, /activated/],
    ['an unpaid account beyond two hours', 'file', 'file', unpaid, threeHours, 41050001, /paid/],
    // What lies with the Appkey.
    ['an unknown Appkey', 'flash', 'flash', unknownAppkey, {}, 40020105, /Appkey/],
    ['an unknown Appkey', 'file', 'file', unknownAppkey, {}, 41050015, /Appkey/],
    ['an Appkey of another account', 'flash', 'flash', appkey('ofOther'), {}, 40020106, /account/],
    ['an Appkey of another account', 'file', 'file', appkey('ofOther'), {}, 41050015, /Appkey/],
    [
      'an Appkey of another region',
      'flash',
      'flash',
      {},
      { nextFlash: { code: 41000003 } },
      41000003,
      /region/,
    ],
    [
      'an Appkey of another region',
      'file',
      'file',
      {},
      { nextSubmit: { code: 41000003 } },
      41000003,
      /region/,
    ],
    // What lies with the recording.
    ['a format', 'flash', 'flash', {}, { nextFlash: { code: 40270001 } }, 40270001, /Convert/],
    [
      'a sound that is no such format',
      'flash',
      'flash',
      {},
      { nextFlash: { code: 40270003 } },
      40270003,
      /convert/,
    ],
    ['a format', 'file', 'file', {}, { nextTask: { code: 41050003 } }, 41050003, /Convert/],
    [
      'a sound that is no such format',
      'file',
      'file',
      {},
      { nextTask: { code: 40270003 } },
      40270003,
      /supported format/,
    ],
  ])('%s by %s', async (_what, engine, service, changes, answers, code, helps) => {
    const error = await refuse(engine, changes, answers);
    const vendorText = error.data['vendorText'] as string;
    const row = findVendorError({ service, code, text: vendorText });
    expect([error.code, error.data['vendorCode']]).toEqual([row.errorCode, String(code)]);
    for (const [index, locale] of (['en', 'zh-CN'] as const).entries()) {
      const { happened, next } = describeError(locale, error);
      expect(happened.startsWith(row.cause[index]!)).toBe(true);
      expect(happened).toContain(`${String(code)} ${vendorText}`);
      const { recommend } = error.data;
      const link = typeof recommend === 'string' ? recommend : '';
      const advice = [next, describeError(locale, error, 'window').next];
      const remedies = [findRemedy(row, 'terminal'), row.remedy].map((both) => both[index]!);
      for (const [place, text] of advice.entries()) {
        expect(text.startsWith(remedies[place]!)).toBe(true);
        expect(text.endsWith(link === '' ? remedies[place]! : link)).toBe(true);
      }
    }
    expect(describeError('en', error).next).toMatch(helps);
  });
});

describe('what the storage refuses, or is not set, is named', () => {
  it.each([
    [
      'no AccessKey',
      { ALIYUN_AK_ID: undefined, ALIYUN_AK_SECRET: undefined },
      'credentials/missing',
      'ALIYUN_AK_ID',
    ],
    ['no Appkey', { ZIMU_ISI_APPKEY: undefined }, 'credentials/missing', 'ZIMU_ISI_APPKEY'],
    ['no bucket', { ZIMU_OSS_BUCKET: undefined }, 'credentials/missing', 'ZIMU_OSS_BUCKET'],
    ['a bucket that is not there', { ZIMU_OSS_BUCKET: 'nowhere' }, 'storage/no-bucket', 'nowhere'],
    ['a bucket of another region', { ZIMU_OSS_BUCKET: 'far' }, 'storage/wrong-region', 'far'],
    ['a bucket of somebody else', { ZIMU_OSS_BUCKET: 'foreign' }, 'storage/forbidden', 'foreign'],
    ['no right to write', keyOf(storageAccounts.noWrite), 'storage/forbidden', 'recordings'],
    [
      'a region that is none',
      { ZIMU_ISI_REGION: 'cn-nowhere' },
      'usage/invalid',
      'ZIMU_ISI_REGION',
    ],
  ])('%s', async (_what, changes, code, named) => {
    const error = await refuse('file', changes);
    expect(error.code).toBe(code);
    for (const locale of ['en', 'zh-CN'] as const) {
      const { happened, next } = describeError(locale, error);
      expect(`${happened} ${next}`).toContain(named);
      expect(/\p{Script=Han}/u.test(happened)).toBe(locale === 'zh-CN');
      expect(/\p{Script=Han}/u.test(next)).toBe(locale === 'zh-CN');
    }
  });
});
