import { z } from 'zod';
import { recordId, timeMs } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { compareIds, type RecordKind } from '../record-kind';

/** What a person found of a sentence; one without is unreviewed [RK11]. */
export const reviewSchema = looseObject({
  /** Of the sentence. */
  id: recordId,
  state: z.enum(['accepted', 'doubtful']),
  /** The text that was looked at: where the sentence has another one, it is unreviewed again. */
  text: z.string(),
  /** ms since 1970. */
  madeAtMs: z.exactOptional(timeMs),
});

export type Review = Immutable<z.infer<typeof reviewSchema>>;

export const reviewKind: RecordKind<Review> = {
  schema: reviewSchema,
  compare: compareIds,
  orderRule: 'RK1',
  findProblem: () => undefined,
};
