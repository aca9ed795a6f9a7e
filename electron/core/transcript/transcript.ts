import { z } from 'zod';
import { timeMs } from '../records/fields';
import { looseObject } from '../records/loose-object';
import { type Sentence, sentenceSchema } from './sentence';

/** Version of the JSON transcript that `zimu transcribe --format json` writes; see SPEC.md [TX7]. */
export const transcriptVersion = 1;

/** A whole recording as timed text; sentences are sorted by [TX3]. */
export interface Transcript {
  readonly version: typeof transcriptVersion;
  readonly media: { readonly path: string; readonly durationMs: number };
  /** BCP 47 tag of the speech. */
  readonly language: string;
  /** Id of the engine that made it. */
  readonly engine: string;
  /** Under which a service made it; absent where none did, or none said. */
  readonly taskId?: string;
  readonly sentences: readonly Sentence[];
}

/** The shape of the JSON transcript, field by field [TX7]; rules between fields are in invariants. */
export const transcriptSchema = looseObject({
  version: z.literal(transcriptVersion),
  media: looseObject({ path: z.string(), durationMs: timeMs }),
  language: z.string(),
  engine: z.string(),
  taskId: z.exactOptional(z.string()),
  sentences: z.array(sentenceSchema),
}) satisfies z.ZodType<Transcript>;
