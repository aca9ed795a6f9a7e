import { z } from 'zod';
import { idSchema, messageSchema, resultSchema, statusSchema } from './reply-fields';

/**
 * A reply of the flash service, success or failure (protocol §2.3); unknown fields are passed over.
 */
export const flashReplySchema = z.object({
  status: statusSchema,
  task_id: idSchema,
  message: messageSchema,
  flash_result: resultSchema,
});

export type FlashReply = z.output<typeof flashReplySchema>;
