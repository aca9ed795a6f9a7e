import { toStudioError } from '@core/errors/studio-error';
import { computeBackOffMs, isRetryable, isThrottled, type RetryNotice } from '../retry';
import { type Wait, waitByClock } from '../wait';
import { createFileError, type FileClient, type FileTaskReport } from './file-client';

export interface PollOptions {
  readonly client: Pick<FileClient, 'query'>;
  readonly taskId: string;
  readonly signal: AbortSignal;
  readonly wait?: Wait;
  /** A number from 0 to below 1. */
  readonly random: () => number;
  /** Called with each report, the last one included. */
  readonly onReport?: (report: FileTaskReport) => void;
  /** Called when a question failed and will be asked again. */
  readonly onRetry?: (notice: RetryNotice) => void;
  /** Failures in a row that are borne, by default 12: about eight minutes without a network. */
  readonly maximumFailures?: number;
}

/** Quick at first, for short recordings; then as often as the vendor's samples or less. */
const scheduleMs = [1_500, 2_000, 3_000, 5_000, 10_000, 15_000, 30_000] as const;
/** The service takes one question a second for one task (protocol §3.2). */
const closestMs = 1_100;

/**
 * The wait before a question, with a tenth of chance to either side.
 * @param asked questions that were answered so far
 * @param chance from 0 to below 1
 * @returns ms, never less than the service allows
 */
export function computePollDelayMs(asked: number, chance: number): number {
  const baseMs = scheduleMs[Math.min(asked, scheduleMs.length - 1)] ?? closestMs;
  return Math.max(closestMs, Math.round(baseMs * (0.9 + 0.2 * chance)));
}

/**
 * Asks until a task has ended. The task goes on at the service whatever happens here.
 * @returns the last report, `succeeded` or `empty`
 * @throws StudioError of `createVendorError` where the task failed, `job/cancelled`, and the last
 *   failure of the network or the gateway when there were too many in a row
 */
export async function pollTask(options: PollOptions): Promise<FileTaskReport> {
  const { client, taskId, signal, random, onReport, onRetry } = options;
  const { wait = waitByClock, maximumFailures = 12 } = options;
  let asked = 0;
  let failures = 0;
  let delayMs = computePollDelayMs(asked, random());
  for (;;) {
    await wait(delayMs, signal);
    let report: FileTaskReport;
    try {
      report = await client.query(taskId, signal);
    } catch (thrown) {
      const error = toStudioError(thrown);
      failures += 1;
      const mayHelp = isRetryable(error) || isThrottled(error);
      if (signal.aborted || !mayHelp || failures > maximumFailures) throw error;
      // Never sooner than without the failure: throttling means that it was too soon already.
      delayMs = Math.max(
        computePollDelayMs(asked, random()),
        computeBackOffMs(failures + 1, random()),
      );
      onRetry?.({ error, attempts: failures, delayMs });
      continue;
    }
    failures = 0;
    asked += 1;
    onReport?.(report);
    switch (report.state) {
      case 'succeeded':
      case 'empty':
        return report;
      case 'failed':
        throw createFileError(report.reply);
      case 'queueing':
      case 'running':
        delayMs = computePollDelayMs(asked, random());
    }
  }
}
