import type { JsonValue } from '@core/errors/studio-error';
import { z } from 'zod';

/**
 * From where the engine goes on in another run. It finds speech again from the beginning, which is
 * quick, so that it cuts the rest as it would have been cut; only what lies before is not recognised.
 */
const positionSchema = z.object({
  version: z.literal(1),
  model: z.string(),
  /** End of the last segment that is done with. */
  sample: z.int().nonnegative(),
  /** What the language guard knew by then. */
  guard: z.object({
    speechMs: z.number().nonnegative(),
    englishMs: z.number().nonnegative(),
    flaggedMs: z.number().nonnegative(),
    count: z.int().nonnegative(),
    flaggedCount: z.int().nonnegative(),
  }),
});

export type RecordingPosition = z.infer<typeof positionSchema>;

/** @returns undefined where it is none of this engine's with this model */
export function readPosition(
  position: JsonValue | undefined,
  model: string,
): RecordingPosition | undefined {
  const { data } = positionSchema.safeParse(position);
  return data?.model === model ? data : undefined;
}
