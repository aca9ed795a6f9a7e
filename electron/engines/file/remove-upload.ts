import { isCancelled, StudioError } from '@core/errors/studio-error';
import type { CloudSession } from '../cloud/cloud-access';
import type { DiscardContext } from '../engine';
import type { FileJob } from './file-job';

/** The longest that tidying up may hold up what comes next. */
const longestMs = 15_000;

/**
 * Leaves nothing of a person's recording in the bucket; what is there as a whole stays where they
 * keep their uploads. Never rejects: that it failed must not hide why it was done. A person is told
 * what stays (`storage/not-deleted`, data: `keys`, `reason`), as it was promised to go.
 */
export async function removeUpload(
  job: FileJob,
  session: Pick<CloudSession, 'openBucket' | 'deletesUploads'>,
  context: DiscardContext,
): Promise<void> {
  const { checkpoint, bucket: address } = job;
  const objects = listObjects(job, session.deletesUploads);
  if (objects.length === 0 && checkpoint === undefined) return;
  // The signal of the work has aborted by now, or its result is here: neither ends this.
  const signal = AbortSignal.timeout(longestMs);
  try {
    const bucket = session.openBucket(() => undefined, address);
    if (checkpoint !== undefined) {
      await bucket.abortUpload(checkpoint.key, checkpoint.uploadId, signal);
    }
    for (const object of objects) await bucket.delete(object, signal);
  } catch (thrown) {
    // Nothing can be left in a bucket that is gone.
    if (thrown instanceof StudioError && thrown.code === 'storage/no-bucket') return;
    tellRest(job, session.deletesUploads, thrown, context);
  }
}

/**
 * Tells what of a job is still in the bucket, and why; nothing where it has nothing there.
 * @param deletesUploads whether what is there as a whole was to go too
 */
export function tellRest(
  job: FileJob,
  deletesUploads: boolean,
  why: unknown,
  { log, report }: DiscardContext,
): void {
  const objects = listObjects(job, deletesUploads);
  const keys = objects.length === 0 ? (job.checkpoint?.key ?? '') : objects.join(', ');
  if (keys === '') return;
  const reason = describeReason(why);
  log(`file engine: ${keys} is left in the bucket: ${reason}`);
  const error = new StudioError('storage/not-deleted', 'the upload stays', {
    data: { keys, reason },
  });
  report?.({ kind: 'remark', error });
}

function listObjects({ key, uploadedKey }: FileJob, deletesUploads: boolean): readonly string[] {
  return [
    // On its way: it may have become whole at the last moment.
    ...(key === undefined ? [] : [key]),
    ...(uploadedKey === undefined || !deletesUploads ? [] : [uploadedKey]),
  ];
}

/** The storage's own code says most; else ours. Only the clock takes this work back. */
function describeReason(thrown: unknown): string {
  if (!(thrown instanceof StudioError)) return 'unexpected';
  if (isCancelled(thrown)) return 'network/timed-out';
  const { vendorCode } = thrown.data;
  return typeof vendorCode === 'string' && vendorCode !== '' ? vendorCode : thrown.code;
}
