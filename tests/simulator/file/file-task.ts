import { isIP } from 'node:net';
import { z } from 'zod';
import { Refusal } from '../simulated-reply';
import { isWordFilter } from '../speech/word-filter';

const url = z.string();
const taskSchema = z.looseObject({
  appkey: z.string().optional(),
  file_link: url.optional(),
  // Unset it is neither: the vendor's pages disagree (protocol §6.1), see `isVersion4`.
  version: z.enum(['2.0', '4.0']).optional(),
  enable_words: z.boolean().optional(),
  enable_sample_rate_adaptive: z.boolean().optional(),
  enable_callback: z.boolean().optional(),
  callback_url: url.optional(),
  auto_split: z.boolean().optional(),
  supervise_type: z.union([z.literal(1), z.literal(2)]).optional(),
  speaker_num: z.int().min(2).max(100).optional(),
  enable_inverse_text_normalization: z.boolean().optional(),
  enable_disfluency: z.boolean().optional(),
  enable_punctuation_prediction: z.boolean().optional(),
  valid_times: z
    .array(
      z
        .object({ begin_time: z.int().min(0), end_time: z.int(), channel_id: z.int().min(0) })
        .refine(({ begin_time: begin, end_time: end }) => begin < end),
    )
    .optional(),
  max_end_silence: z.int().min(200).max(6000).optional(),
  max_single_segment_time: z.int().min(5000).optional(),
  customization_id: z.string().optional(),
  class_vocabulary_id: z.string().optional(),
  vocabulary_id: z.string().optional(),
  enable_semantic_sentence_detection: z.boolean().optional(),
  enable_timestamp_alignment: z.boolean().optional(),
  first_channel_only: z.boolean().optional(),
  special_word_filter: z.string().refine(isWordFilter).optional(),
  // What is no mark has no effect; blanks are forbidden (protocol §3.2).
  punctuation_mark: z.string().regex(/^\S*$/u).optional(),
  sentence_max_length: z.int().min(4).max(50).optional(),
});

/** A submitted task as the client wrote it. */
export type FileTask = z.infer<typeof taskSchema> & {
  readonly appkey: string;
  readonly file_link: string;
};

/**
 * Whether a task says that it is of version 4.0, which word times, adaption of the sample rate and
 * the removal of fillers need. Without a version the service recognises as in 4.0 and calls back as
 * in 2.0 (the seed's history of versions, protocol §6.1).
 */
export function isVersion4({ version }: Pick<FileTask, 'version'>): boolean {
  return version === '4.0';
}

/**
 * Reads `Task` (protocol §3.2) in the order of §6, "Simulator checks". Which number a wrong value
 * brings is not published; here it is 41050013, so that a client's slip shows.
 * @param hasAppkey whether an Appkey is known, for the account that calls
 * @throws Refusal 41050011 … 41050015
 */
export function readFileTask(text: string, hasAppkey: (appkey: string) => boolean): FileTask {
  const parsed = taskSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new Refusal(41050013);
  const { data } = parsed;
  const { appkey = '', file_link: link = '' } = data;
  if (appkey === '') throw new Refusal(41050014);
  if (!hasAppkey(appkey)) throw new Refusal(41050015);
  if (!isPublicUrl(link)) throw new Refusal(41050011);
  if (data.enable_callback === true && !isPublicUrl(data.callback_url ?? '')) {
    throw new Refusal(41050012);
  }
  return { ...data, appkey, file_link: link };
}

/** An http(s) URL with a host that has a name, without blanks; `localhost` is a name here. */
function isPublicUrl(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return hostname !== '' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
