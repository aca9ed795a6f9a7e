import { z } from 'zod';
import { recordId, timeMs } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { compareMoments } from '../orders';
import type { RecordKind } from '../record-kind';

/** A cut of the picture [RK9]. */
export const shotChangeSchema = looseObject({
  id: recordId,
  /** Begin of the first frame of the new shot. */
  atMs: timeMs,
  /** `measured` where it was found in the picture, `manual` where a person set it. */
  timing: z.enum(['measured', 'manual']),
  /** How much the picture changed, 0 to 1, where it was measured. */
  score: z.exactOptional(z.number().min(0).max(1)),
});

export type ShotChange = Immutable<z.infer<typeof shotChangeSchema>>;

export const shotChangeKind: RecordKind<ShotChange> = {
  schema: shotChangeSchema,
  compare: compareMoments,
  orderRule: 'RK9',
  findProblem: () => undefined,
};
