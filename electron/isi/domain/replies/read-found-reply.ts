import type { Steps } from '@core/steps';
import { omitUndefined } from '@core/omit-undefined';
import { StudioError } from '@core/errors/studio-error';
import { createVendorError } from '../create-vendor-error';
import type { VendorService } from '../vendor-failure';
import { fileReplySchema, legacyCallbackSchema } from './file-reply';
import { flashReplySchema } from './flash-reply';
import type { ImportedReply } from './imported-reply';
import { isSilentStatus } from './is-silent-status';
import { mapFileReply, mapLegacyCallback } from './map-file-reply';
import { mapFlashReply } from './map-flash-reply';
import { mapParaformerReply } from './paraformer-reply';
import { parseReply } from './parse-reply';
import { readFields } from '@core/replies/reply-values';
import type { MapReplyOptions } from '@core/replies/given-sentence';

/** What an object is, by the fields that only it has. */
type FoundReply = 'flash' | 'file' | 'legacy-callback' | 'paraformer' | 'gateway-error';

/** Which reply a JSON value is; undefined for anything else. */
export function identifyReply(value: unknown): FoundReply | undefined {
  const fields = readFields(value);
  if (fields === undefined) return undefined;
  if ('StatusCode' in fields || 'StatusText' in fields) return 'file';
  if ('status_code' in fields && !('transcripts' in fields) && !('output' in fields)) {
    return 'legacy-callback';
  }
  // The token service and other products have no `status` (protocol §1.4).
  if ('status' in fields ? isFlashStatus(fields) : hasFlashSentences(fields)) return 'flash';
  if ('transcripts' in fields) return 'paraformer';
  return 'Code' in fields && 'Message' in fields ? 'gateway-error' : undefined;
}

/**
 * In steps: one reply that was taken out of all around it.
 * @throws StudioError as `readVendorReply`
 */
export function* readFoundReply(value: unknown, options: MapReplyOptions): Steps<ImportedReply> {
  const fields = readFields(value) ?? {};
  switch (identifyReply(fields)) {
    case 'file':
      return yield* readFileReply(fields, options);
    case 'legacy-callback':
      return yield* readLegacyCallback(fields, options);
    case 'flash':
      return yield* readFlashReply(fields, options);
    case 'paraformer': {
      const reply = yield* mapParaformerReply(fields, options);
      return { shape: 'paraformer', service: 'paraformer', ...reply };
    }
    case 'gateway-error':
      throw createGatewayError(fields);
    case undefined:
      throw new StudioError('engine/reply-unreadable', 'The file holds none of the known replies', {
        data: { reason: 'unknown-shape' },
      });
  }
}

function* readFlashReply(value: object, options: MapReplyOptions): Steps<ImportedReply> {
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
      ...omitUndefined({ taskId }),
    });
  }
  return { shape: 'flash', service: 'flash', ...(yield* mapFlashReply(reply, options)) };
}

function* readFileReply(value: object, options: MapReplyOptions): Steps<ImportedReply> {
  const reply = parseReply(fileReplySchema, value);
  const { StatusCode: code, StatusText: text, TaskId: taskId, RequestId: requestId } = reply;
  const isSubmission =
    reply.Result === undefined && reply.BizDuration === undefined && reply.SolveTime === undefined;
  requireDone({ code, text, taskId, requestId, isSubmission });
  return {
    // A callback is told from a result by what it lacks (protocol §3.3).
    shape: requestId === undefined ? 'file-callback-4' : 'file-result',
    service: 'file',
    ...(yield* mapFileReply(reply, options)),
  };
}

function* readLegacyCallback(value: object, options: MapReplyOptions): Steps<ImportedReply> {
  const reply = parseReply(legacyCallbackSchema, value);
  const { status_code: code, status_text: text, task_id: taskId } = reply;
  requireDone({ code, text, taskId, requestId: undefined, isSubmission: false });
  return {
    shape: 'file-callback-2',
    service: 'file',
    ...(yield* mapLegacyCallback(reply, options)),
  };
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
        ...omitUndefined({ taskId }),
      },
    });
  }
  throw createVendorError({
    service: 'file',
    code: status === '' ? (text ?? '') : code,
    ...(typeof text === 'string' ? { text } : {}),
    ...omitUndefined({ taskId, requestId }),
  });
}

/** A failure of flash has no result, or an empty text in its place (protocol §2.3). */
function isFlashStatus(value: object): boolean {
  return 'flash_result' in value || 'message' in value || 'task_id' in value;
}

/** Where a reply lost its status, what was said tells what it is. */
function hasFlashSentences({ flash_result: result }: Readonly<Record<string, unknown>>): boolean {
  return readFields(result)?.['sentences'] !== undefined;
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
    ...omitUndefined({ code, text, requestId }),
  });
}
