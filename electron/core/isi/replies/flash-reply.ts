import { z } from 'zod';
import {
  channelSchema,
  idSchema,
  looseTimeMsSchema,
  messageSchema,
  statusSchema,
  timeMsSchema,
} from './reply-fields';

const wordSchema = z.object({
  text: z.string(),
  begin_time: looseTimeMsSchema,
  end_time: looseTimeMsSchema,
  punc: z.string().nullish(),
});

const sentenceSchema = z.object({
  text: z.string().nullish(),
  begin_time: timeMsSchema,
  end_time: timeMsSchema,
  channel_id: channelSchema,
  words: z.array(wordSchema).nullish(),
});

/**
 * A reply of the flash service, success or failure (protocol §2.3); unknown fields are passed over.
 * Times come out as numbers.
 */
export const flashReplySchema = z.object({
  status: statusSchema,
  task_id: idSchema,
  message: messageSchema,
  flash_result: z
    .object({ duration: looseTimeMsSchema, sentences: z.array(sentenceSchema).nullish() })
    .nullish(),
});

export type FlashReply = z.output<typeof flashReplySchema>;
