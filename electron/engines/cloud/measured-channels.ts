import type { StereoFacts } from '@isi/stereo-facts';
import { z } from 'zod';

const ms = z.number().nonnegative();
const perChannel = z.tuple([ms, ms]);
const stereoFactsSchema: z.ZodType<StereoFacts> = z.object({
  by: z.enum(['voice', 'level']),
  sharedMs: ms,
  sameMs: ms,
  oppositeMs: ms,
  louderMs: perChannel,
  ownMs: perChannel,
  togetherMs: ms,
  faintMs: ms,
});

/** What was measured of a recording's two channels, as a job keeps it. */
export const measuredChannelsSchema = z.object({
  /** Of the recording: another size is another recording. */
  sourceBytes: z.number().nonnegative(),
  facts: stereoFactsSchema,
});

export type MeasuredChannels = z.infer<typeof measuredChannelsSchema>;
