import { z } from 'zod';
import { recordId } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { compareIds, type RecordKind } from '../record-kind';

/** What is known of a speaker beyond the name that sentences give [RK5]. */
export const speakerSchema = looseObject({
  /** The name, as sentences give it. */
  id: recordId,
  /** Place in the palette of speakers, from 0; absent: as it falls out. */
  hue: z.exactOptional(z.int().nonnegative()),
  /** The digit that gives a sentence to this speaker. */
  digit: z.exactOptional(z.int().min(1).max(9)),
});

export type Speaker = Immutable<z.infer<typeof speakerSchema>>;

export const speakerKind: RecordKind<Speaker> = {
  schema: speakerSchema,
  compare: compareIds,
  orderRule: 'RK1',
  findProblem: () => undefined,
};
