import type { Nothing } from './nothing';
import type { StudioErrorJson } from '@core/errors/studio-error';
import type { CloudCheckId } from '@isi/cloud-check-ids';

/** One step of the test of a person's account. */
export interface CloudCheckStep {
  readonly id: CloudCheckId;
  /** `skipped`: an earlier step failed, or what it needs was not entered. */
  readonly state: 'ok' | 'failed' | 'skipped';
  readonly error?: StudioErrorJson;
  /** Of the clock: how far this computer is ahead of the vendor, ms. */
  readonly aheadMs?: number;
}

/** Calls about the account of the vendor. */
export interface CloudCalls {
  /**
   * Tries an account: clock, token, Appkey (with a second of made speech), bucket. Each step is
   * told by `cloud.checked` when it is done; a step that fails is a result, no error.
   */
  'cloud.check': (input: {
    readonly appkeyId?: string | undefined;
  }) => Promise<readonly CloudCheckStep[]>;
  /**
   * Ends the tests that run; `cloud.check` ends with `job/cancelled` when what it stored in the
   * bucket is deleted.
   */
  'cloud.cancelCheck': (input: Nothing) => Promise<null>;
}

/** What every window is told about the account of the vendor. */
export interface CloudEvents {
  'cloud.checked': CloudCheckStep;
}
