import { omitUndefined } from '@core/omit-undefined';
import { createVendorError } from '@isi/create-vendor-error';
import type { StudioError } from '@core/errors/studio-error';
import { type FileTask, validateFileTask } from '@isi/file-parameters';
import type { AccessKey } from '../credentials';
import { createPopClient, type PopClientOptions, type PopReply } from '../pop/pop-client';
import type { PopRequest } from '../pop/pop-request';
import { checkFileLink } from './check-file-link';
import {
  classifyFileReply,
  type FileReply,
  fileReplySchema,
  type FileTaskState,
  hasResult,
} from './file-reply';

export interface SubmittedTask {
  /** Good for 72 hours, in the region it was made in (protocol §3.1, §3.2). */
  readonly taskId: string;
  readonly requestId?: string;
}

export interface FileTaskReport {
  readonly state: FileTaskState;
  /** The body as it came. */
  readonly text: string;
  /** The same, parsed, unknown fields included. */
  readonly reply: FileReply;
}

/** File transcription (录音文件识别, protocol §3). */
export interface FileClient {
  /**
   * Hands a task in; `version` is always "4.0".
   * @throws StudioError of `createVendorError` where the service refuses, `usage/invalid` for a
   *   parameter or an address, and what `PopClient.call` throws
   */
  submit(task: FileTask, signal: AbortSignal): Promise<SubmittedTask>;
  /**
   * Asks once how a task is. A failed task is a report, not an error.
   * @throws what `PopClient.call` throws
   */
  query(taskId: string, signal: AbortSignal): Promise<FileTaskReport>;
}

export interface FileClientOptions extends PopClientOptions {
  /** Origin of the service. */
  readonly endpoint: string;
  /** Asked before every request, so that no key is kept here. */
  readonly getAccessKey: () => Promise<AccessKey>;
}

const apiVersion = '2018-08-17';
/** As the service makes them; anything else is an id that was lost or changed on the way. */
const fullId = /^[0-9a-z]{32}$/i;

/** Over V3 by default; V1 is what the vendor's own packages use here (protocol §0.1). */
export function createFileClient(options: FileClientOptions): FileClient {
  const pop = createPopClient(options);
  const { endpoint, getAccessKey } = options;

  async function call(
    request: Omit<PopRequest, 'endpoint' | 'version'>,
    signal: AbortSignal,
    isAnswer: (reply: FileReply) => boolean,
  ): Promise<{ readonly raw: PopReply; readonly reply: FileReply }> {
    const raw = await pop.call({
      service: 'file',
      request: { ...request, endpoint, version: apiVersion },
      accessKey: await getAccessKey(),
      signal,
      isAnswer: (parsed) => {
        const reply = fileReplySchema.safeParse(parsed).data;
        return reply !== undefined && isAnswer(reply);
      },
    });
    return { raw, reply: fileReplySchema.parse(raw.parsed) };
  }

  return {
    submit: async (task, signal) => {
      validateFileTask(task);
      checkFileLink('file_link', task.file_link);
      if (task.callback_url !== undefined) checkFileLink('callback_url', task.callback_url);
      const { raw, reply } = await call(
        {
          action: 'SubmitTask',
          method: 'POST',
          form: { Task: JSON.stringify({ ...task, version: '4.0' }) },
        },
        signal,
        // A task that has an id is there, whatever else is missing.
        (answer) => (answer.TaskId ?? '') !== '' || classifyFileReply(answer) === 'failed',
      );
      if (classifyFileReply(reply) === 'failed') throw createFileError(reply, raw.httpStatus);
      const { TaskId: taskId = '', RequestId: requestId } = reply;
      return { taskId, ...omitUndefined({ requestId }) };
    },
    query: async (taskId, signal) => {
      const { raw, reply } = await call(
        { action: 'GetTaskResult', method: 'GET', query: { TaskId: taskId } },
        signal,
        (answer) => {
          const state = classifyFileReply(answer);
          // A cache on the way may hold what was said of another task.
          if (fullId.test(answer.TaskId ?? '') && answer.TaskId !== taskId) return false;
          return state !== undefined && (state !== 'succeeded' || hasResult(answer));
        },
      );
      const state = classifyFileReply(reply);
      if (state === undefined) throw raw.refuse();
      return { state, text: raw.text, reply };
    },
  };
}

/** The error of a failed task or a refused one; StatusText helps where the number does not. */
export function createFileError(reply: FileReply, httpStatus?: number): StudioError {
  const code = reply.StatusCode ?? reply.StatusText;
  return createVendorError({
    service: 'file',
    ...omitUndefined({
      code,
      text: reply.StatusText,
      httpStatus,
      requestId: reply.RequestId,
      taskId: reply.TaskId,
    }),
  });
}
