import { z } from 'zod';
import { count, recordId, timeMs } from '../records/fields';
import type { Immutable } from '../records/immutable';
import { looseObject } from '../records/loose-object';
import { wordSchema } from './word';

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
  words: z.array(wordSchema),
});

export type Sentence = Immutable<z.infer<typeof sentenceSchema>>;
