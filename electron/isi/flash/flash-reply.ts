import { z } from 'zod';

/** What every reply has (protocol §2.3); the result is left as it is for those who map it. */
export const flashReplySchema = z.looseObject({
  task_id: z.string().optional(),
  status: z.coerce.number().optional(),
  message: z.string().optional(),
  flash_result: z.unknown().optional(),
});

export type FlashReply = z.infer<typeof flashReplySchema>;
