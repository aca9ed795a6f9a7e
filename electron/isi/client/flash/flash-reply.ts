import { lenientNumberSchema, lenientTextSchema } from '@isi/replies/lenient-fields';
import { z } from 'zod';

/** What a reply may have (protocol §2.3); the result is left as it is for those who map it. */
export const flashReplySchema = z.looseObject({
  task_id: lenientTextSchema,
  status: lenientNumberSchema,
  message: lenientTextSchema,
  flash_result: z.unknown().optional(),
});

export type FlashReply = z.infer<typeof flashReplySchema>;
