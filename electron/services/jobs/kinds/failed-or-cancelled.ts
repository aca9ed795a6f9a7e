import { isCancelled, toStudioError } from '@core/errors/studio-error';
import type { JobEnd } from './job-kind';

/** How a job ended that was thrown out of its work. */
export function failedOrCancelled(thrown: unknown): JobEnd {
  const error = toStudioError(thrown);
  return isCancelled(error) ? { state: 'cancelled' } : { state: 'failed', error };
}
