import { z } from 'zod';
import { boundedValues } from './bounded-json';
import type { JobOrder } from './jobs';

const id = z.string().min(1).max(200);
/** Many times what the longest recording has. */
const mostSentences = 1_000_000;

/** What `jobs.start` takes, by kind of job. */
export const jobOrder: z.ZodType<JobOrder> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('transcribe').optional(),
    projectId: id,
    engine: id,
    language: id,
    model: id.optional(),
    eachChannel: z.boolean().optional(),
    appkeyId: id.optional(),
    parameters: boundedValues.optional(),
    sendsPath: z.string().min(1).max(8_000).optional(),
  }),
  z.strictObject({
    kind: z.literal('align'),
    projectId: id,
    engine: id.optional(),
    model: id.optional(),
    sentenceIds: z.array(id).min(1).max(mostSentences).optional(),
    replacesManual: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.enum(['shots', 'export', 'burn-in', 'import']), projectId: id }),
]);
