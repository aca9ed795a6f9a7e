import { StudioError } from '@core/errors/studio-error';
import type { PollNotice } from '../../isi/client/file/poll-task';

const minuteMs = 60_000;

/**
 * What a person is told of a question about a task that failed and will be asked again: at first the
 * failure itself; once there has been no answer for a minute, or the next question is longer than
 * that away, that the task is kept (`engine/task-unanswered`, data: `taskId`, `minutes`, `why`).
 */
export function explainUnanswered(
  taskId: string,
  { error, unansweredMs, delayMs }: Pick<PollNotice, 'error' | 'unansweredMs' | 'delayMs'>,
): StudioError {
  if (unansweredMs < minuteMs && delayMs <= minuteMs) return error;
  const minutes = Math.max(1, Math.floor(unansweredMs / minuteMs));
  return new StudioError('engine/task-unanswered', `task ${taskId}: no answer`, {
    data: { taskId, minutes, why: nameFailure(error) },
    cause: error,
  });
}

/** Where and what, in as few words as the failure has, and in none of a language. */
function nameFailure({ code, data }: StudioError): string {
  const { host, answer, vendorCode, reason, phase } = data;
  const what = [answer, vendorCode, reason, phase].find((part) => typeof part === 'string');
  return [host, what ?? code].filter((part) => typeof part === 'string').join(': ');
}
