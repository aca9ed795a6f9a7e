import { z } from 'zod';
import {
  channelSchema,
  idSchema,
  looseTimeMsSchema,
  messageSchema,
  speakerSchema,
  statusSchema,
  timeMsSchema,
} from './reply-fields';

/** Not a union with the empty text: that would hide which field of a result is wrong. */
function emptyToNothing(value: unknown): unknown {
  return value === '' ? undefined : value;
}

const sentenceSchema = z.object({
  Text: z.string().nullish(),
  BeginTime: timeMsSchema,
  EndTime: timeMsSchema,
  ChannelId: channelSchema,
  SpeakerId: speakerSchema,
});

/** Flat, in a list of their own: the reply does not say to which sentence a word belongs. */
const wordSchema = z.object({
  Word: z.string(),
  BeginTime: looseTimeMsSchema,
  EndTime: looseTimeMsSchema,
  ChannelId: channelSchema,
});

const resultSchema = z.object({
  Sentences: z.array(sentenceSchema).nullish(),
  Words: z.array(wordSchema).nullish(),
});

/**
 * What GetTaskResult and SubmitTask reply, and the body of a callback of version 4.0, which lacks
 * `RequestId` only (protocol §3.3); unknown fields are passed over. Times come out as numbers.
 */
export const fileReplySchema = z.object({
  StatusCode: statusSchema,
  StatusText: messageSchema,
  TaskId: idSchema,
  RequestId: idSchema,
  BizDuration: looseTimeMsSchema,
  SolveTime: z.unknown().optional(),
  /** Other services of the vendor put an empty text where there is no result. */
  Result: z.preprocess(emptyToNothing, resultSchema.nullish()),
});

export type FileReply = z.output<typeof fileReplySchema>;

/** One sentence of a {@link FileReply}. */
export type FileSentence = z.output<typeof sentenceSchema>;

const legacySentenceSchema = z.object({
  text: z.string().nullish(),
  begin_time: timeMsSchema,
  end_time: timeMsSchema,
  channel_id: channelSchema,
  speaker_id: speakerSchema,
});

/** The body of a callback of version 2.0: snake case, and the result is the list (protocol §3.3). */
export const legacyCallbackSchema = z.object({
  status_code: statusSchema,
  status_text: messageSchema,
  task_id: idSchema,
  biz_duration: looseTimeMsSchema,
  result: z.preprocess(emptyToNothing, z.array(legacySentenceSchema).nullish()),
});

export type LegacyCallback = z.output<typeof legacyCallbackSchema>;
