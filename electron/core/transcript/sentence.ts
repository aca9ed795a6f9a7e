import { z } from 'zod';
import { count, recordId, settingsOfFormat, timeMs } from '../records/fields';
import type { Immutable } from '../records/immutable';
import { looseObject } from '../records/loose-object';
import { wordSchema } from './word';

/** What only the format of its file knows of a cue, in that format's words [RK15]. */
const cueSourceSchema = looseObject({
  /** Id of the format. */
  format: z.string().min(1),
  settings: settingsOfFormat,
});

export type CueSource = Immutable<z.infer<typeof cueSourceSchema>>;

/**
 * A sentence, also called a cue: what is shown at once as a subtitle and edited as one row.
 * `text` equals the join of its words [TX1]. Overlapping sentences are legal [TX4].
 */
export const sentenceSchema = looseObject({
  id: recordId,
  beginMs: timeMs,
  endMs: timeMs,
  text: z.string(),
  /** Audio channel the words came from, 0 where channels were mixed. */
  channel: count,
  speaker: z.exactOptional(z.string()),
  /** Id of the style it is shown in; absent: the usual one. */
  style: z.exactOptional(recordId),
  /** Id of the region it stands in; absent: the usual one. */
  region: z.exactOptional(recordId),
  source: z.exactOptional(cueSourceSchema),
  words: z.array(wordSchema),
});

export type Sentence = Immutable<z.infer<typeof sentenceSchema>>;
