import { z } from 'zod';
import {
  idSchema,
  looseTimeMsSchema,
  messageSchema,
  resultSchema,
  statusSchema,
} from './reply-fields';

/**
 * What GetTaskResult and SubmitTask reply, and the body of a callback of version 4.0, which lacks
 * `RequestId` only (protocol §3.3); unknown fields are passed over.
 */
export const fileReplySchema = z.object({
  StatusCode: statusSchema,
  StatusText: messageSchema,
  TaskId: idSchema,
  RequestId: idSchema,
  BizDuration: looseTimeMsSchema,
  SolveTime: z.unknown().optional(),
  Result: resultSchema,
});

export type FileReply = z.output<typeof fileReplySchema>;

/** The body of a callback of version 2.0: snake case, and the result is the list (protocol §3.3). */
export const legacyCallbackSchema = z.object({
  status_code: statusSchema,
  status_text: messageSchema,
  task_id: idSchema,
  biz_duration: looseTimeMsSchema,
  result: resultSchema,
});

export type LegacyCallback = z.output<typeof legacyCallbackSchema>;
