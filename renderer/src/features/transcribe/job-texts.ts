import type { JobSummary } from '@contract/api';
import type { MessageKey } from '@core/messages/catalogue';

/** What the card of a job says, where kinds of job differ. */
interface JobTexts {
  /** Stands before the engine; undefined for the usual kind, which needs no name. */
  readonly name: MessageKey | undefined;
  readonly done: MessageKey;
  /** It is done and has changed nothing. */
  readonly nothing: MessageKey;
  readonly cancelled: MessageKey;
  /** Paused, and begins with the first second on resuming; without and with text that is there. */
  readonly anew: MessageKey;
  readonly replaces: MessageKey;
}

/** One row for each kind that has work: a new one does not compile without its texts. */
export const jobTexts: Readonly<Record<JobSummary['kind'], JobTexts>> = {
  transcribe: {
    name: undefined,
    done: 'job.done',
    nothing: 'job.nothing',
    cancelled: 'job.cancelled',
    anew: 'job.paused.anew',
    replaces: 'job.paused.replaces',
  },
  align: {
    name: 'job.kind.align',
    done: 'job.align.done',
    nothing: 'job.align.nothing',
    cancelled: 'job.align.cancelled',
    anew: 'job.align.anew',
    replaces: 'job.align.anew',
  },
};
