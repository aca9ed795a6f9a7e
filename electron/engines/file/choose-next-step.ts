import { isCancelled, type StudioError } from '@core/errors/studio-error';
import type { FileTaskReport } from '../../isi/client/file/file-client';
import { mayResubmit } from '../../isi/client/file/file-reply';

/** `submit`: hand the same upload in again; `upload`: send it again first. */
export type NextStep = 'submit' | 'upload' | 'give-up';

/** Of one recording: each costs the account its length again. */
const mostTasks = 3;

export interface FailedTask {
  readonly error: StudioError;
  /** What was last said of the task. */
  readonly last: FileTaskReport | undefined;
  /** Tasks so far, this one included. */
  readonly taskCount: number;
  /** Whether the task was handed in by an earlier run of the program. */
  readonly isFromEarlier: boolean;
  /** What helped, as far as it is known, against the tasks before this one. */
  readonly triedSteps: readonly string[];
}

/**
 * What to do about a task that failed, by the catalogue: a fault of the service is worth some more
 * tasks, a link or an upload that is gone one more (protocol §3.4).
 */
export function chooseNextStep({
  error,
  last,
  taskCount,
  isFromEarlier,
  triedSteps,
}: FailedTask): NextStep {
  const retry = readRetry(error);
  if (taskCount >= mostTasks || isCancelled(error) || triedSteps.includes(retry)) return 'give-up';
  // The service forgets tasks after 72 hours; the person's recording is no worse for it.
  if (retry === 'start-anew') return isFromEarlier ? 'submit' : 'give-up';
  if (retry === 'resign-link') return 'submit';
  if (retry === 'upload-again') return 'upload';
  const isServerFault = last?.state === 'failed' && mayResubmit(last.reply);
  return retry === 'resubmit' || isServerFault ? 'submit' : 'give-up';
}

/** The steps that are worth one try only. */
export function listTriedSteps(error: StudioError): readonly string[] {
  const retry = readRetry(error);
  return retry === 'resubmit' || retry === '' ? [] : [retry];
}

function readRetry({ data }: StudioError): string {
  const { retry } = data;
  return typeof retry === 'string' ? retry : '';
}
