import { isCancelled, StudioError } from '@core/errors/studio-error';
import type { CloudSession } from '../cloud/cloud-access';
import type { EngineContext } from '../engine';
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
  { log, onRemark }: Pick<EngineContext, 'log' | 'onRemark'>,
): Promise<void> {
  const { key, checkpoint, uploadedKey, bucket: address } = job;
  const objects = [
    // On its way: it may have become whole at the last moment.
    ...(key === undefined ? [] : [key]),
    ...(uploadedKey === undefined || !session.deletesUploads ? [] : [uploadedKey]),
  ];
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
    const keys = objects.length === 0 ? (checkpoint?.key ?? '') : objects.join(', ');
    const reason = describeReason(thrown);
    log(`file engine: ${keys} is left in the bucket: ${reason}`);
    onRemark?.(
      new StudioError('storage/not-deleted', 'the upload stays', { data: { keys, reason } }),
    );
  }
}

/** The storage's own code says most; else ours. Only the clock takes this work back. */
function describeReason(thrown: unknown): string {
  if (!(thrown instanceof StudioError)) return 'unexpected';
  if (isCancelled(thrown)) return 'network/timed-out';
  const { vendorCode } = thrown.data;
  return typeof vendorCode === 'string' && vendorCode !== '' ? vendorCode : thrown.code;
}
