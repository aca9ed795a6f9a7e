import { omitUndefined } from '@core/omit-undefined';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import { type SpeechRegion, speechRegions } from '@isi/speech-regions';
import { maskSignedLinks } from '@isi/mask-signed-links';
import { createFileClient, createFileError } from '../../isi/client/file/file-client';
import { retry } from '../../isi/client/retry';
import type { StudioCloud } from './create-cloud-access';

export interface FetchTask {
  readonly taskId: string;
  /** Where it was handed in; by default as the environment or the settings have it. */
  readonly region?: SpeechRegion;
  readonly signal: AbortSignal;
  readonly onRetry?: (error: StudioError) => void;
}

/** What the vendor says of an id that it does not know, or no longer (protocol §3.3). */
const unknownCodes = ['41050010', 'REQUEST_INVALID_TASK_ID', 'FILE_TRANS_TASK_EXPIRED'];

/**
 * The reply for a task of file transcription that is done, as it came but without signed links.
 * Nothing but the AccessKey is needed, and nothing is charged.
 * @throws StudioError `engine/task-running` (data: `taskId`, `state`), `engine/task-unknown` (data:
 *   `taskId`, `region`, `others`, `vendorCode`), of `createVendorError` where the task failed,
 *   `credentials/*`, `network/*`, `job/cancelled`
 */
export async function fetchTask(
  cloud: Pick<StudioCloud, 'openAccount' | 'now' | 'newId' | 'random' | 'wait'>,
  { taskId, region, signal, onRetry }: FetchTask,
): Promise<string> {
  const { http, endpoints, readAccessKey } = await cloud.openAccount(region);
  const client = createFileClient({
    http,
    endpoint: endpoints.fileTranscription,
    getAccessKey: readAccessKey,
    now: cloud.now,
    makeNonce: cloud.newId,
  });
  const ask = () => client.query(taskId, signal);
  try {
    const { state, text, reply } = await retry(ask, {
      signal,
      random: cloud.random,
      ...omitUndefined({ wait: cloud.wait }),
      onRetry: ({ error }) => onRetry?.(error),
    });
    if (state === 'queueing' || state === 'running') {
      throw new StudioError('engine/task-running', `the task ${taskId} is ${state}`, {
        data: { taskId, state },
      });
    }
    if (state === 'failed') throw createFileError({ TaskId: taskId, ...reply });
    return maskSignedLinks(text);
  } catch (thrown) {
    const error = toStudioError(thrown);
    const { vendorCode, vendorText } = error.data;
    if (!unknownCodes.some((code) => code === vendorCode || code === vendorText)) throw error;
    const { region: asked } = endpoints;
    throw new StudioError('engine/task-unknown', `${asked} does not know the task ${taskId}`, {
      data: {
        taskId,
        region: asked,
        others: speechRegions.filter((other) => other !== asked),
        vendorCode: vendorCode ?? '',
      },
      cause: error,
    });
  }
}
