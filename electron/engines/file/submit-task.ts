import { omitUndefined } from '@core/omit-undefined';
import { toStudioError } from '@core/errors/studio-error';
import type { FileTask } from '@isi/file-parameters';
import type { FileClient } from '../../isi/client/file/file-client';
import { retry } from '../../isi/client/retry';
import type { CloudAccess } from '../cloud/cloud-access';
import { outlastInterruption, throwIfCancelled } from '../cloud/interruption';
import { createTryTeller, markIfLost } from '../cloud/lost-answer';
import type { EngineContext } from '../engine';

/** The id of a task that was paid for is worth waiting for at a pause or the program's end. */
const submitGraceMs = 3_000;

export interface SubmitTask {
  readonly client: Pick<FileClient, 'submit'>;
  /** Asked for each try: a link is signed anew. */
  readonly describeTask: () => Promise<FileTask>;
  readonly access: CloudAccess;
  readonly context: Pick<EngineContext, 'signal' | 'report'>;
}

/**
 * Hands a task in, again where that may help. Where an answer was lost the service may have taken
 * the task all the same: that is said before the next try, or with the failure (`mayBeCharged`).
 * @returns the id of the task
 * @throws StudioError as `FileClient.submit`, `job/cancelled`
 */
export function submitTask({
  client,
  describeTask,
  access: { random, wait },
  context,
}: SubmitTask): Promise<string> {
  const { signal } = context;
  return retry(
    async () => {
      throwIfCancelled(signal);
      const task = await describeTask();
      try {
        const { taskId } = await client.submit(task, outlastInterruption(signal, submitGraceMs));
        return taskId;
      } catch (thrown) {
        throw markIfLost(toStudioError(thrown));
      }
    },
    {
      signal,
      random,
      ...omitUndefined({ wait }),
      onRetry: createTryTeller(context.report),
    },
  );
}
