import { z } from 'zod';

/** A job that aligns, as it stands in the job file. */
export const alignFields = {
  kind: z.literal('align'),
  engine: z.string(),
  language: z.string(),
  model: z.exactOptional(z.string()),
  audioTrack: z.exactOptional(z.int().nonnegative()),
  sentenceIds: z.exactOptional(z.array(z.string())),
  replacesManual: z.exactOptional(z.boolean()),
};
