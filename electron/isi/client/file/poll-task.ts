import { StudioError, toStudioError } from '@core/errors/studio-error';
import {
  computeBackOffMs,
  isRetryable,
  isThrottled,
  readPauseMs,
  type RetryNotice,
} from '../retry';
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
  readonly onRetry?: (notice: PollNotice) => void;
  /** How long the service keeps a task and its result, ms; by default 72 hours (protocol §3.2). */
  readonly lifeMs?: number;
}

/** A question without an answer that can be understood; it will be asked again. */
export interface PollNotice extends RetryNotice {
  /** How long there has been none, ms. */
  readonly unansweredMs: number;
}

/** Quick at first, for short recordings; then as often as the vendor's samples or less. */
const scheduleMs = [1_500, 2_000, 3_000, 5_000, 10_000, 15_000, 30_000] as const;
/** The service takes one question a second for one task (protocol §3.2). */
const closestMs = 1_100;
const hourMs = 3_600_000;
/** Whoever asks for a longer pause is asked again sooner: it may be no server of the vendor. */
const longestPauseMs = hourMs;
const taskLifeMs = 72 * hourMs;

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
 * Whether a question that failed says nothing of the task: the network or something in front of the
 * service failed, or it was too much at the moment. The task is paid for and goes on meanwhile. Only
 * what the service itself refuses for good ends the questions; a code that no table has, without the
 * id of a request, is no refusal of the service.
 */
function saysNothing(error: StudioError): boolean {
  const { code, data } = error;
  if (code.startsWith('network/') || code === 'engine/reply-unreadable') return true;
  if (isRetryable(error) || isThrottled(error) || data['retry'] === 'sign-anew') return true;
  const { entry, requestId } = data;
  return typeof entry === 'string' && entry.startsWith('family/') && requestId === undefined;
}

/**
 * Asks until a task has ended, for as long as the service keeps it. The task goes on there whatever
 * happens here.
 * @returns the last report, `succeeded` or `empty`
 * @throws StudioError of `createVendorError` where the task failed or the service refuses to tell,
 *   `job/cancelled`, and the last failure (data: `taskId`) where the task's life is over
 */
export async function pollTask(options: PollOptions): Promise<FileTaskReport> {
  const { client, taskId, signal, random, onReport, onRetry } = options;
  const { wait = waitByClock, lifeMs = taskLifeMs } = options;
  let asked = 0;
  let failures = 0;
  let unansweredMs = 0;
  // By the waits alone: time in which the computer slept gives the task some more questions.
  let livedMs = 0;
  let delayMs = computePollDelayMs(asked, random());
  for (;;) {
    await wait(delayMs, signal);
    livedMs += delayMs;
    let report: FileTaskReport;
    try {
      report = await client.query(taskId, signal);
    } catch (thrown) {
      const error = toStudioError(thrown);
      if (signal.aborted || !saysNothing(error)) throw error;
      unansweredMs = failures === 0 ? 0 : unansweredMs + delayMs;
      failures += 1;
      if (livedMs >= lifeMs) throw withTask(error, taskId);
      // Never sooner than without the failure: throttling means that it was too soon already.
      delayMs = Math.max(
        computePollDelayMs(asked, random()),
        computeBackOffMs(failures + 1, random()),
        Math.min(readPauseMs(error), longestPauseMs),
      );
      onRetry?.({ error, attempts: failures, delayMs, unansweredMs });
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

function withTask(error: StudioError, taskId: string): StudioError {
  return new StudioError(error.code, error.message, {
    data: { ...error.data, taskId },
    cause: error,
  });
}
