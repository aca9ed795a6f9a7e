import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CloudCheckStep } from '@contract/api';
import { errorToJson, isCancelled, StudioError, toStudioError } from '@core/errors/studio-error';
import { cloudCheckIds } from '@isi/cloud-check-ids';
import { makeCheckSound } from '@isi/make-check-sound';
import { createFlashClient } from '../../isi/client/flash/flash-client';
import type { BucketCheck } from '../../isi/client/oss/check-bucket';
import { retry } from '../../isi/client/retry';
import type { TokenSource } from '../../isi/client/token/token-client';
import { makePrivateFolder, privateFileMode } from '../files/private-files';
import { guardWriting } from '../media/partial-files';
import type { CloudAccount, StudioCloud } from './create-cloud-access';
import { judgeClock, measureClock } from './measure-clock';

export interface CloudCheckOptions {
  readonly signal: AbortSignal;
  /** For the second of made speech, which is deleted after use. */
  readonly folder: string;
  /** Told each step when it is done. */
  readonly onStep: (step: CloudCheckStep) => void;
}

type TriedCloud = Pick<StudioCloud, 'open' | 'openAccount' | 'now' | 'newId' | 'random' | 'wait'>;
type StepResult = Omit<CloudCheckStep, 'id'>;

/** A person looks on. */
const mostAttempts = 3;
const ok: StepResult = { state: 'ok' };
const skipped: StepResult = { state: 'skipped' };

/**
 * Tries a person's account step by step. A step that fails is a result, no error; what builds on it
 * is skipped, and so is what was not entered. An Appkey that is refused does not skip the bucket:
 * an account on trial has no flash, and can still transcribe files by its bucket (protocol §2.1).
 * @param appkeyId of the settings; by default the usual one
 * @throws StudioError `job/cancelled` where the signal aborts, and nothing else
 */
export async function checkCloud(
  cloud: TriedCloud,
  appkeyId: string | undefined,
  options: CloudCheckOptions,
): Promise<readonly CloudCheckStep[]> {
  const steps: CloudCheckStep[] = [];
  for await (const result of trySteps(cloud, appkeyId, options)) {
    throwIfCancelled(options.signal);
    const step = { id: cloudCheckIds[steps.length]!, ...result };
    steps.push(step);
    options.onStep(step);
  }
  for (const id of cloudCheckIds.slice(steps.length)) {
    const step = { id, ...skipped };
    steps.push(step);
    options.onStep(step);
  }
  return steps;
}

/** The results in order, as far as there is something to try. */
async function* trySteps(
  cloud: TriedCloud,
  appkeyId: string | undefined,
  options: CloudCheckOptions,
): AsyncGenerator<StepResult> {
  const { signal } = options;
  throwIfCancelled(signal);
  let account: CloudAccount;
  let clock: StepResult;
  try {
    account = await cloud.openAccount();
    clock = await tryClock(account, cloud, signal);
  } catch (thrown) {
    yield toFailure(thrown);
    return;
  }
  yield clock;
  if (clock.state === 'failed') return;

  let tokens: TokenSource;
  try {
    tokens = await account.openTokens();
    await patiently(() => tokens.get(signal), cloud, signal);
  } catch (thrown) {
    yield toFailure(thrown);
    return;
  }
  if (!tokens.isUntried) {
    yield ok;
    yield await tryAppkey(cloud, appkeyId, options);
  } else {
    // Only the service can say whether such a token is good, and it says so with the Appkey.
    const appkey = await tryAppkey(cloud, appkeyId, options);
    const isRefused = appkey.error?.code === 'engine/unauthorised';
    yield isRefused ? appkey : appkey.state === 'skipped' ? skipped : ok;
    yield isRefused ? skipped : appkey;
  }
  yield* await tryBucket(account, signal);
}

async function tryClock(
  { http, endpoints }: CloudAccount,
  { now }: TriedCloud,
  signal: AbortSignal,
): Promise<StepResult> {
  const aheadMs = await measureClock({ http, endpoints, signal, now });
  if (aheadMs === undefined) return skipped;
  const error = judgeClock(aheadMs);
  return error === undefined ? { ...ok, aheadMs } : { ...toFailure(error), aheadMs };
}

/** Has flash hear a second of made sound; that it hears no words in it is as good as words. */
async function tryAppkey(
  cloud: TriedCloud,
  appkeyId: string | undefined,
  { signal, folder }: CloudCheckOptions,
): Promise<StepResult> {
  const path = join(folder, `check-${cloud.newId()}.wav`);
  try {
    const { http, tokens, endpoints, appkey } = await cloud.open(appkeyId);
    const rateHz = appkey.model?.sampleRateHz ?? 16_000;
    await guardWriting(folder, async () => {
      await makePrivateFolder(folder);
      await writeFile(path, makeCheckSound(rateHz), { mode: privateFileMode });
    });
    const recognise = (): Promise<unknown> =>
      createFlashClient({ http, tokens }).recognise({
        audio: { path },
        appkey: appkey.appkey,
        parameters: { format: 'wav', sample_rate: rateHz },
        target: { endpoint: endpoints.flash },
        signal,
      });
    await patiently(recognise, cloud, signal);
    return ok;
  } catch (thrown) {
    return isMissing(thrown) ? skipped : toFailure(thrown);
  } finally {
    await rm(path, { force: true });
  }
}

/** Not each hiccup of a gateway is a fault of the account. */
function patiently<T>(
  work: () => Promise<T>,
  { random, wait }: TriedCloud,
  signal: AbortSignal,
): Promise<T> {
  const waiting = wait === undefined ? {} : { wait };
  return retry(work, { signal, maximumAttempts: mostAttempts, random, ...waiting });
}

/** Results of writing, reading and deleting; none where there is no bucket or no AccessKey. */
async function tryBucket(
  account: CloudAccount,
  signal: AbortSignal,
): Promise<readonly StepResult[]> {
  let check: BucketCheck;
  try {
    await account.readAccessKey();
    check = await account.openBucket(() => undefined).checkBucket(signal);
  } catch (thrown) {
    return isMissing(thrown) ? [] : [toFailure(thrown)];
  }
  if (check.state === 'ready') return [ok, ok, ok];
  const done = { write: 0, read: 1, delete: 2 }[check.step];
  return [...Array.from({ length: done }, () => ok), toFailure(check.error)];
}

/** @throws StudioError `job/cancelled` where that is what happened */
function toFailure(thrown: unknown): StepResult {
  if (isCancelled(thrown)) throw thrown;
  return { state: 'failed', error: errorToJson(toStudioError(thrown)) };
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof StudioError && thrown.code === 'credentials/missing';
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new StudioError('job/cancelled', 'the check was taken back');
}
