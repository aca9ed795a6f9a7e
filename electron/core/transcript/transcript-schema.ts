import { z } from 'zod';
import { timeMs } from '../records/fields';
import { looseObject } from '../records/loose-object';
import { sentenceSchema } from './sentence';
import { type Transcript, transcriptVersion } from './transcript';

/** The shape of the JSON transcript, field by field [TX7]; rules between fields are in invariants. */
export const transcriptSchema = looseObject({
  version: z.literal(transcriptVersion),
  media: looseObject({ path: z.string(), durationMs: timeMs }),
  language: z.string(),
  engine: z.string(),
  taskId: z.exactOptional(z.string()),
  sentences: z.array(sentenceSchema),
}) satisfies z.ZodType<Transcript>;
