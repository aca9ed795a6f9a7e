import { StudioError } from '../../errors/studio-error';
import { createVendorError } from '../create-vendor-error';
import { stitchParts } from '../stitch-parts';
import type { VendorService } from '../vendor-failure';
import { fileReplySchema, legacyCallbackSchema } from './file-reply';
import { flashReplySchema } from './flash-reply';
import { isSilentStatus } from './is-silent-status';
import { mapFileReply, mapLegacyCallback } from './map-file-reply';
import { mapFlashReply } from './map-flash-reply';
import { parseReply } from './parse-reply';
import { type ReplyPart, readReplyParts } from './reply-parts';
import { findLastEndMs, type SpokenReply } from './spoken-reply';
import { stripComments } from './strip-comments';
import type { MapReplyOptions } from './vendor-sentence';

/** Which reply a file holds; `file-callback-2` is the older form. */
export type ReplyShape = 'flash' | 'file-result' | 'file-callback-4' | 'file-callback-2';

export interface ImportedReply extends SpokenReply {
  readonly shape: ReplyShape;
  /** Id of the engine that would have asked for it. */
  readonly engine: 'flash' | 'file';
}

/** Of a reply out of a file nobody knows how it was asked for. */
const unknownOptions: MapReplyOptions = { hasMeasuredTimes: false };

/**
 * Reads a reply of the vendor's recognition services that was saved as a file: of flash, of
 * GetTaskResult, or the body of a callback (protocol §2.3, §3.3) [IS9] [IS10].
 *
 * @param jsonText one reply, or what `formatReplyParts` makes of several; a byte order mark and the
 *   `//` comments of the vendor's samples are passed over, else strict JSON
 * @param options what is known of the request; without it times count as estimated
 * @throws StudioError `engine/reply-unreadable` with `data.reason`: `not-json`, `unknown-shape`,
 *   `wrong-field` (`data.path`), or `not-finished` (`data.status`, `data.taskId`) for the reply to a
 *   submission and for a task in the queue; for a failure what `createVendorError` makes of it
 */
export function readVendorReply(
  jsonText: string,
  options: MapReplyOptions = unknownOptions,
): ImportedReply {
  const value = parseJson(jsonText);
  const parts = readReplyParts(value);
  if (parts !== undefined) return joinReplyParts(parts, options);
  return readOneReply(value, options);
}

/** The parts of one recording that the flash engine cut, where they lay. */
function joinReplyParts(parts: readonly ReplyPart[], options: MapReplyOptions): ImportedReply {
  const heard = parts.map(({ beginMs, endMs, reply }) => {
    const { segments } = readOneReply(reply, options);
    return { beginMs, endMs, segments };
  });
  const segments = stitchParts(heard);
  const durationMs = Math.max(findLastEndMs(segments), ...parts.map(({ endMs }) => endMs));
  return { shape: 'flash', engine: 'flash', segments, durationMs };
}

function readOneReply(value: unknown, options: MapReplyOptions): ImportedReply {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if ('StatusCode' in value || 'StatusText' in value) return readFileReply(value, options);
    if ('status_code' in value) return readLegacyCallback(value, options);
    // The token service and other products have no `status` (protocol §1.4).
    if ('flash_result' in value || ('status' in value && isFlashFailure(value))) {
      return readFlashReply(value, options);
    }
    if ('Code' in value && 'Message' in value) throw createGatewayError(value);
  }
  throw new StudioError('engine/reply-unreadable', 'The file holds none of the known replies', {
    data: { reason: 'unknown-shape' },
  });
}

function readFlashReply(value: object, options: MapReplyOptions): ImportedReply {
  const reply = parseReply(flashReplySchema, value);
  const { status, message, task_id: taskId } = reply;
  const isSilent = isSilentStatus('flash', status);
  // Where it does not say how it went, its result does.
  const isHeard = !/^\d+$/u.test(String(status)) && (reply.flash_result ?? '') !== '';
  if (String(status) !== '20000000' && !isSilent && !isHeard) {
    throw createVendorError({
      service: 'flash',
      ...(status === '' ? {} : { code: status }),
      ...(typeof message === 'string' ? { text: message } : {}),
      ...(taskId === undefined ? {} : { taskId }),
    });
  }
  return { shape: 'flash', engine: 'flash', ...mapFlashReply(reply, options) };
}

function readFileReply(value: object, options: MapReplyOptions): ImportedReply {
  const reply = parseReply(fileReplySchema, value);
  const { StatusCode: code, StatusText: text, TaskId: taskId, RequestId: requestId } = reply;
  const isSubmission =
    reply.Result === undefined && reply.BizDuration === undefined && reply.SolveTime === undefined;
  requireDone({ code, text, taskId, requestId, isSubmission });
  return {
    // A callback is told from a result by what it lacks (protocol §3.3).
    shape: requestId === undefined ? 'file-callback-4' : 'file-result',
    engine: 'file',
    ...mapFileReply(reply, options),
  };
}

function readLegacyCallback(value: object, options: MapReplyOptions): ImportedReply {
  const reply = parseReply(legacyCallbackSchema, value);
  const { status_code: code, status_text: text, task_id: taskId } = reply;
  requireDone({ code, text, taskId, requestId: undefined, isSubmission: false });
  return { shape: 'file-callback-2', engine: 'file', ...mapLegacyCallback(reply, options) };
}

interface FileStatus {
  readonly code: number | string;
  readonly text: string | null | undefined;
  readonly taskId: string | undefined;
  readonly requestId: string | undefined;
  /** Whether it only says that a task was taken. */
  readonly isSubmission: boolean;
}

/** Passes a finished task, with words or without; the code decides, not the text (protocol §6.4). */
function requireDone({ code, text, taskId, requestId, isSubmission }: FileStatus): void {
  if (isSilentStatus('file', code, text)) return;
  const status = String(code).trim();
  // Only where there is no number the text decides, which some clients found in its place.
  const said = /^\d+$/u.test(status) ? [status] : [status, text ?? ''];
  const isDone = said.some((part) => /^(?:21050000|SUCCE(?:SS|ED))$/u.test(part));
  if (isDone && !isSubmission) return;
  if (isDone || said.some((part) => /^(?:2105000[12]|RUNNING|QUEUEING)$/u.test(part))) {
    throw new StudioError('engine/reply-unreadable', 'The reply is of a task that is not done', {
      data: {
        reason: 'not-finished',
        status: isDone ? 'SUBMITTED' : (text ?? status),
        ...(taskId === undefined ? {} : { taskId }),
      },
    });
  }
  throw createVendorError({
    service: 'file',
    code: status === '' ? (text ?? '') : code,
    ...(typeof text === 'string' ? { text } : {}),
    ...(taskId === undefined ? {} : { taskId }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

/** A failure of flash has no result, or an empty text in its place (protocol §2.3). */
function isFlashFailure(value: object): boolean {
  return 'message' in value || 'task_id' in value;
}

/** A refusal of the gateway before the token or the file service (protocol §1.4). */
function createGatewayError(value: object): StudioError {
  const read = (key: string): string | undefined => {
    const field: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
    return typeof field === 'string' ? field : undefined;
  };
  const service: VendorService = read('HostId')?.startsWith('nls-meta') === true ? 'token' : 'file';
  const code = read('Code');
  const text = read('Message');
  const requestId = read('RequestId');
  return createVendorError({
    service,
    ...(code === undefined ? {} : { code }),
    ...(text === undefined ? {} : { text }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

function parseJson(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    // Replies as they came need no second look, which a large one would feel.
  }
  try {
    return JSON.parse(stripComments(json));
  } catch {
    // Not as its cause: the parser's message quotes the text, which may hold a token.
    throw new StudioError('engine/reply-unreadable', 'The file is not JSON', {
      data: { reason: 'not-json' },
    });
  }
}
