import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFlashClient } from '../../../electron/isi/client/flash/flash-client';
import {
  createCloudAccess,
  type StudioCloud,
} from '../../../electron/services/cloud/create-cloud-access';
import { createCredentialStore } from '../../../electron/services/credentials/create-credential-store';
import { createMemorySecretStore } from '../../../electron/services/credentials/memory-secret-store';
import { makeWav } from '../../helpers/make-wav';
import { useCloud } from '../../helpers/use-cloud';

const flashNeeds = { takesPastedToken: true, needsBucket: false };

const cloud = useCloud();
const noKey = { ALIYUN_AK_ID: undefined, ALIYUN_AK_SECRET: undefined };
const badToken = 'f'.repeat(32);
let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-pasted-'));
  path = join(folder, 'plain.wav');
  writeFileSync(path, makeWav());
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => cloud.simulator.set({ nextFlash: [] }));

interface PastedToken {
  readonly token: string;
  readonly expiresAtMs?: number;
}

async function withAccess(
  changes: Readonly<Record<string, string | undefined>>,
  pasted: PastedToken,
  work: (access: StudioCloud, paste: (other: PastedToken) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const env = cloud.env(changes);
  const credentials = createCredentialStore({
    secrets: createMemorySecretStore(),
    env,
    first: 'environment',
    publish: () => undefined,
    log: () => undefined,
  });
  const paste = (given: PastedToken) => credentials.set({ kind: 'pastedToken', ...given });
  await paste(pasted);
  const access = createCloudAccess({ credentials, readSettings: () => ({}), env });
  try {
    await work(access, paste);
  } finally {
    await access.close();
  }
}

/** The tokens that flash was asked with, in order, to hear a recording. */
async function recognise(access: StudioCloud): Promise<readonly string[]> {
  const from = cloud.simulator.requests.length;
  const { http, tokens, appkey, endpoints } = await access.open(undefined);
  await createFlashClient({ http, tokens }).recognise({
    audio: { path },
    appkey: appkey.appkey,
    parameters: { format: 'wav' },
    target: { endpoint: endpoints.flash },
    signal: new AbortController().signal,
  });
  return cloud.simulator.requests
    .slice(from)
    .filter(({ target }) => target === 'flash')
    .map(({ parameters }) => parameters['token'] ?? '');
}

async function refusalOf(work: Promise<unknown>): Promise<StudioError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof StudioError)) throw new Error('it was not refused');
  return error;
}

describe('a pasted token that is no good, beside an AccessKey', () => {
  it('gives way to the AccessKey when it is refused, and stays out of the way', async () => {
    await withAccess({}, { token: badToken }, async (access) => {
      const first = await recognise(access);
      expect(first).toHaveLength(2);
      expect(first[0]).toBe(badToken);
      expect(await recognise(access)).toEqual([first[1]]);
      expect(await access.check(flashNeeds)).toBeUndefined();
    });
  });

  it('is not even tried once it has expired', async () => {
    await withAccess({}, { token: badToken, expiresAtMs: 1 }, async (access) => {
      expect(await access.check(flashNeeds)).toBeUndefined();
      expect(await recognise(access)).not.toContain(badToken);
    });
  });
});

describe('a pasted token that is no good, alone', () => {
  it('says that it has expired, before anything is sent', async () => {
    await withAccess(noKey, { token: badToken, expiresAtMs: 1 }, async (access) => {
      for (const error of [await access.check(flashNeeds), await refusalOf(recognise(access))]) {
        expect(error).toMatchObject({
          code: 'engine/unauthorised',
          data: { reason: 'expired', entry: 'general/40000001' },
        });
        for (const [locale, said] of [
          ['en', 'paste a new one or give an AccessKey'],
          ['zh-CN', 'Token过期或者非法'],
        ] as const) {
          const { happened, next } = describeError(locale, error!, 'window');
          expect(`${happened} ${next}`).toContain(said);
        }
      }
    });
  });

  it('is ready until it is refused, and then is not', async () => {
    await withAccess(noKey, { token: badToken }, async (access) => {
      expect(await access.check(flashNeeds)).toBeUndefined();
      expect((await refusalOf(recognise(access))).data).toMatchObject({ vendorCode: '40000001' });
      expect(await access.check(flashNeeds)).toMatchObject({ data: { reason: 'refused' } });
    });
  });

  it('is tried again when a person corrects its end', async () => {
    await withAccess(noKey, { token: badToken, expiresAtMs: 1 }, async (access, paste) => {
      expect(await access.check(flashNeeds)).toMatchObject({ code: 'engine/unauthorised' });
      await paste({ token: badToken, expiresAtMs: Date.now() + 3_600_000 });
      expect(await access.check(flashNeeds)).toBeUndefined();
    });
  });
});
