import type { OpenSpeech } from '@core/cues/open-speech';
import type { JsonValue } from '@core/errors/studio-error';
import { wordSchema } from '@core/transcript/word';
import { z } from 'zod';

const segmentSchema = z.object({
  beginMs: z.int().nonnegative(),
  endMs: z.int().nonnegative(),
  channel: z.int().nonnegative(),
  speaker: z.exactOptional(z.string()),
  words: z.array(wordSchema).min(1),
  isCut: z.exactOptional(z.literal(true)),
});
const positionSchema = z.object({
  engine: z.json(),
  open: z.array(
    z.object({ segments: z.array(segmentSchema).min(1), doneWords: z.int().nonnegative() }),
  ),
});

/** From where work goes on: where its engine stands, and what of its speech is in no sentence yet. */
export interface ResumePosition {
  readonly engine: JsonValue;
  readonly open: readonly OpenSpeech[];
}

/** As it is kept; where nothing is open, it is the engine's own position. */
export function writeResumePosition({ engine, open }: ResumePosition): JsonValue {
  return open.length === 0 ? engine : { engine, open: open as readonly unknown[] as JsonValue };
}

/** Reads what was kept. One of an earlier version is where the engine stood, and nothing was open. */
export function readResumePosition(kept: JsonValue): ResumePosition {
  const { data } = positionSchema.safeParse(kept);
  return data ?? { engine: kept, open: [] };
}
