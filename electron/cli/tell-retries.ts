import type { StudioError } from '@core/errors/studio-error';
import { reportRemark, reportRetry } from './report';
import type { Terminal } from './terminal';

/** Says of one recording which requests failed and are made again. */
export interface RetryTeller {
  retrying(error: StudioError): void;
  /** The work went on: the next failure is news again. */
  wentOn(): void;
}

/**
 * Every failure where a person asked for the details; to all others only that a task at a service has
 * long been without an answer, once for each time that it is.
 */
export function createRetryTeller(
  terminal: Terminal,
  { debug }: { readonly debug: boolean },
): RetryTeller {
  let isTold = false;
  return {
    retrying: (error) => {
      if (error.code === 'engine/task-unanswered' && !isTold) {
        isTold = true;
        reportRemark(terminal, error);
      } else if (debug) {
        reportRetry(terminal, error);
      }
    },
    wentOn: () => {
      isTold = false;
    },
  };
}
