import { omitUndefined } from '@core/omit-undefined';
import { isCancelled, type StudioError, toStudioError } from '@core/errors/studio-error';
import { createOssError, isForeignToOss, readClockOffMs } from './create-oss-error';
import { createOssSender, type OssAccess } from './create-oss-sender';
import { signOssUrl } from './sign-oss-v4';
import { cleanUp } from './clean-up';
import { createForeignError } from '../foreign-reply';
import { deleteObject } from './delete-object';
import { type RetryRules, withRetries } from './with-retries';

/** What an engine does with a bucket; `read` is by a signed link, as the vendor reads it. */
export type BucketStep = 'write' | 'read' | 'delete';

export type BucketCheck =
  | {
      readonly state: 'ready';
      /** How far this computer's clock is before the server's, ms, where it said its time. */
      readonly clockOffMs?: number;
    }
  | {
      readonly state:
        | 'no-bucket'
        | 'wrong-region'
        | 'no-permission'
        | 'clock-skewed'
        | 'unauthorised'
        | 'unreachable'
        | 'failed';
      /** The first step that was refused. */
      readonly step: BucketStep;
      /** Its data holds the particulars, such as the `endpoint` that the server names. */
      readonly error: StudioError;
    };

const probeLifeSeconds = 60;
const probe = 'zimu';

/**
 * Stores a few bytes under `isi/check/`, reads them by a signed link and deletes them: the three
 * permissions that an engine needs, in its own order.
 * @param retries how a step that fails in a way that passes is made again
 * @throws StudioError `job/cancelled` only; any other failure is the result
 */
export async function checkBucket(
  access: OssAccess,
  retries: RetryRules,
  signal: AbortSignal,
): Promise<BucketCheck> {
  const { now } = access;
  const send = createOssSender(access);
  const key = `isi/check/${now()}.txt`;
  let step: BucketStep = 'write';
  try {
    const headers = { 'content-type': 'text/plain' };
    const put = (): ReturnType<typeof send> =>
      send({ method: 'PUT', key, headers, body: probe, signal });
    const clockOffMs = readClockOffMs(await withRetries(put, retries, signal), now());
    step = 'read';
    await withRetries(() => readByLink(access, key, signal), retries, signal);
    step = 'delete';
    await withRetries(() => deleteObject(send, key, signal), retries, signal);
    return { state: 'ready', ...omitUndefined({ clockOffMs }) };
  } catch (thrown) {
    // Nothing shall stay behind because reading is not allowed or the person went away.
    if (step === 'read' || isCancelled(thrown)) {
      await cleanUp((late) => deleteObject(send, key, late));
    }
    if (isCancelled(thrown)) throw thrown;
    const error = toStudioError(thrown);
    return { state: toState(error), step, error };
  }
}

/** As the vendor reads it: by a link, and without a signature of its own. */
async function readByLink(
  { http, place, readKey, now }: OssAccess,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  const url = signOssUrl({ method: 'GET', place, key }, await readKey(), now(), probeLifeSeconds);
  const headers = { 'accept-encoding': 'identity' };
  const read = await http.send({ method: 'GET', url, headers, signal });
  const isProbe = new TextDecoder().decode(read.body) === probe;
  // A login page has the right status, too.
  if (isForeignToOss(read, 'GET') || (read.status === 200 && !isProbe)) {
    throw createForeignError(read, url);
  }
  if (read.status !== 200) throw createOssError(read, place, now());
}

function toState({ code }: StudioError): Exclude<BucketCheck['state'], 'ready'> {
  if (code === 'storage/no-bucket') return 'no-bucket';
  if (code === 'storage/wrong-region') return 'wrong-region';
  if (code === 'storage/forbidden') return 'no-permission';
  if (code === 'engine/clock-skewed') return 'clock-skewed';
  if (code === 'engine/unauthorised') return 'unauthorised';
  return code.startsWith('network/') ? 'unreachable' : 'failed';
}
