import type { JsonValue } from '@core/errors/studio-error';
import { z } from 'zod';

const jsonValue: z.ZodType<JsonValue> = z.json();

/** A job that transcribes, as it stands in the job file. */
export const transcribeFields = {
  kind: z.literal('transcribe'),
  engine: z.string(),
  language: z.string(),
  model: z.exactOptional(z.string()),
  audioTrack: z.exactOptional(z.int().nonnegative()),
  eachChannel: z.exactOptional(z.boolean()),
  appkeyId: z.exactOptional(z.string()),
  parameters: z.exactOptional(z.record(z.string(), jsonValue)),
};
