import { StudioError } from '@core/errors/studio-error';
import { taskLifeHours } from '@isi/task-life';
import type { VendorRetry } from '@isi/vendor-error-entry';

/** Whether the service said that it no longer knows a task. */
export function isForgotten({ data }: StudioError): boolean {
  return data['retry'] === ('start-anew' satisfies VendorRetry);
}

/** What a person is told before a recording is handed in, and paid for, once more. */
export function createExpiredError(taskId: string): StudioError {
  return new StudioError('engine/task-expired', `the task ${taskId} is over ${taskLifeHours} h`, {
    data: { taskId, hours: taskLifeHours },
  });
}
