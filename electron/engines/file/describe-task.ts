import { readChannelWishes } from '@isi/decide-channels';
import type { FileTask } from '@isi/file-parameters';
import type { CloudSession } from '../cloud/cloud-access';
import type { TranscriptionRequest } from '../engine';
import type { FileJob } from './file-job';

/**
 * The task that is handed in for a recording: what the product always asks for, over it what the
 * person chose, over that what cannot be chosen.
 * @param link where the service fetches what it hears
 */
export function describeTask(
  link: string,
  { appkey: { model, appkey } }: Pick<CloudSession, 'appkey'>,
  { parameters }: Pick<TranscriptionRequest, 'parameters'>,
  { firstChannelOnly }: FileJob,
): FileTask {
  return {
    enable_words: true,
    ...(model?.hasTimestampAlignment === true ? { enable_timestamp_alignment: true } : {}),
    enable_sample_rate_adaptive: true,
    ...parameters,
    // As what it hears was made, perhaps by an earlier run.
    first_channel_only: firstChannelOnly ?? readChannelWishes(parameters).firstChannelOnly ?? true,
    appkey,
    file_link: link,
    version: '4.0',
  };
}
