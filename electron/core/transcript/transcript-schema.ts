import { z } from 'zod';
import { type Transcript, transcriptVersion } from './transcript';

const timeMs = z.int().nonnegative();

const wordSchema = z.object({
  before: z.string(),
  text: z.string(),
  after: z.string(),
  beginMs: timeMs,
  endMs: timeMs,
  timing: z.enum(['measured', 'estimated', 'manual']),
  confidence: z.exactOptional(z.number().min(0).max(1)),
});

export const sentenceSchema = z.object({
  id: z.string().min(1),
  beginMs: timeMs,
  endMs: timeMs,
  text: z.string(),
  channel: z.int().nonnegative(),
  speaker: z.exactOptional(z.string()),
  words: z.array(wordSchema),
});

/** The shape of the JSON transcript, field by field [TX7]; rules between fields are in invariants. */
export const transcriptSchema = z.object({
  version: z.literal(transcriptVersion),
  media: z.object({ path: z.string(), durationMs: timeMs }),
  language: z.string(),
  engine: z.string(),
  taskId: z.exactOptional(z.string()),
  sentences: z.array(sentenceSchema),
}) satisfies z.ZodType<Transcript>;
