import { finishSteps, type Steps } from '@core/steps';
import { omitUndefined } from '@core/omit-undefined';
import { StudioError } from '@core/errors/studio-error';
import { createVendorError } from '../create-vendor-error';
import { stitchParts } from '../stitch-parts';
import { readJsonValues } from '@core/replies/read-json-values';
import { joinRepairs, shiftRepairs } from '@core/replies/reply-repair';
import { identifyReply, readFoundReply } from './read-found-reply';
import type { ImportedReply } from './imported-reply';
import { type ReplyPart, readReplyParts } from './reply-parts';
import { readFields } from '@core/replies/reply-values';
import { mapSentenceEvents, readSpeechEvent, type SpeechEvent } from './sentence-events';
import { findLastEndMs } from '@core/replies/spoken-reply';
import { unwrapReplies } from './unwrap-replies';
import type { MapReplyOptions } from '@core/replies/given-sentence';

/** Of a reply out of a file nobody knows how it was asked for. */
const unknownOptions: MapReplyOptions = { hasMeasuredTimes: false };

/**
 * Reads a reply of the vendor's recognition services that was saved as a file: of flash, of
 * GetTaskResult, the body of a callback, the events of real-time recognition or a result of
 * Paraformer, bare or as an SDK wrapped it (protocol §2.3, §3.3) [IS9] [IS10]. What of it cannot be
 * read is mended, and told in `repairs` [IS17].
 *
 * @param jsonText one reply, or what `formatReplyParts` makes of several; what `readJsonValues` bears
 * @param options what is known of the request; without it times count as estimated
 * @throws StudioError `engine/reply-unreadable` with `data.reason`: `not-json`, `unknown-shape`,
 *   `several-recordings`, `wrong-field` (`data.path`), or `not-finished` (`data.status`,
 *   `data.taskId`) for the reply to a submission and for a task in the queue; for a failure what
 *   `createVendorError` makes of it
 */
export function readVendorReply(
  jsonText: string,
  options: MapReplyOptions = unknownOptions,
): ImportedReply {
  const reply = finishSteps(readValues(readJsonValues(jsonText), options));
  return { ...reply, repairs: joinRepairs(reply.repairs) };
}

/** Whether JSON values hold a reply of the vendor, however it is wrapped. */
export function holdsVendorReply(values: readonly unknown[]): boolean {
  if (values.length === 1 && readReplyParts(values[0]) !== undefined) return true;
  return unwrapReplies(values, isReply).some((value) => isReply(readFields(value) ?? {}));
}

/** As {@link readVendorReply}, in steps, of values that were read already. */
export function readVendorValues(values: readonly unknown[]): Steps<ImportedReply> {
  return readValues(values, unknownOptions);
}

function* readValues(values: readonly unknown[], options: MapReplyOptions): Steps<ImportedReply> {
  const parts = values.length === 1 ? readReplyParts(values[0]) : undefined;
  if (parts !== undefined) return yield* joinReplyParts(parts, options);
  const found = unwrapReplies(values, isReply);
  const events = found.flatMap((value) => readSpeechEvent(value) ?? []);
  if (events.length > 0) return yield* readEvents(events, options);
  const replies = found.filter((value) => identifyReply(value) !== undefined);
  if (replies.length < 2) return yield* readFoundReply(replies[0] ?? found[0], options);
  return yield* readLastFinished(replies, options);
}

function isReply(fields: Readonly<Record<string, unknown>>): boolean {
  return identifyReply(fields) !== undefined || readSpeechEvent(fields) !== undefined;
}

/** The parts of one recording that the flash engine cut, where they lay. */
function* joinReplyParts(
  parts: readonly ReplyPart[],
  options: MapReplyOptions,
): Steps<ImportedReply> {
  const heard: (Pick<ImportedReply, 'segments' | 'repairs'> & Omit<ReplyPart, 'reply'>)[] = [];
  for (const { beginMs, endMs, reply } of parts) {
    const recordingMs = endMs - beginMs;
    const { segments, repairs } = yield* readFoundReply(reply, { ...options, recordingMs });
    heard.push({ beginMs, endMs, segments, repairs });
  }
  const segments = stitchParts(heard);
  const durationMs = Math.max(findLastEndMs(segments), ...parts.map(({ endMs }) => endMs));
  const repairs = heard.flatMap((part) => shiftRepairs(part.repairs, part.beginMs));
  return { shape: 'flash', service: 'flash', segments, durationMs, repairs };
}

/** A session of real-time recognition; what is not about a sentence is passed over. */
function* readEvents(
  events: readonly SpeechEvent[],
  options: MapReplyOptions,
): Steps<ImportedReply> {
  const sessions = new Set(events.flatMap(({ taskId }) => taskId ?? []));
  if (sessions.size > 1) throw createSeveralError();
  const reply = yield* mapSentenceEvents(events, options);
  const failure = events.find(({ name }) => name === 'TaskFailed');
  if (reply.segments.length === 0 && failure !== undefined) throw createFailureError(failure);
  return { shape: 'sentence-events', service: 'realtime', ...reply };
}

/** Several replies to the questions about one task: the last one that has the result. */
function* readLastFinished(
  replies: readonly unknown[],
  options: MapReplyOptions,
): Steps<ImportedReply> {
  const tasks = new Set(replies.map((reply) => readTaskId(reply)));
  if (tasks.size > 1) throw createSeveralError();
  let last: unknown;
  for (const reply of replies.toReversed()) {
    try {
      return yield* readFoundReply(reply, options);
    } catch (thrown) {
      last ??= thrown;
    }
  }
  throw last;
}

function readTaskId(reply: unknown): unknown {
  const { TaskId, task_id: taskId = TaskId } = readFields(reply) ?? {};
  return taskId;
}

function createSeveralError(): StudioError {
  return new StudioError('engine/reply-unreadable', 'The file holds several recordings', {
    data: { reason: 'several-recordings' },
  });
}

function createFailureError({ status, statusText, taskId }: SpeechEvent): StudioError {
  return createVendorError({
    service: 'flash',
    ...omitUndefined({ code: status, text: statusText, taskId }),
  });
}
