import type { AsrDialect } from '@core/formats/asr-json/dialect';
import { refuseResult } from '@core/formats/asr-json/refuse-result';
import { StudioError } from '@core/errors/studio-error';
import { holdsVendorReply, readVendorValues } from './import-reply';
import { isStudioTask, refuseStudioTask } from './studio-task';

const name = 'Alibaba Cloud';

/**
 * Replies of the vendor as files of JSON that can be opened [IS10]. A refusal keeps what its catalogue knows of it.
 */
export const vendorDialect: AsrDialect = {
  id: 'alibaba-cloud',
  name,
  recognise: (values) => isStudioTask(values) || holdsVendorReply(values),
  *read(values) {
    if (isStudioTask(values)) refuseStudioTask(values, name);
    const { service, segments, durationMs, repairs } = yield* readReply(values);
    return { reply: { segments, durationMs, repairs }, service, hasCues: true };
  },
};

function* readReply(values: readonly unknown[]): ReturnType<typeof readVendorValues> {
  try {
    return yield* readVendorValues(values);
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'engine/reply-unreadable') throw thrown;
    const { reason, status } = thrown.data;
    if (reason === 'not-finished') {
      return refuseResult('unfinished', name, typeof status === 'string' ? status : '');
    }
    return refuseResult(reason === 'several-recordings' ? 'several' : 'damaged', name);
  }
}
