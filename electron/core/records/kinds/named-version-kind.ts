import { z } from 'zod';
import { recordId, timeMs } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { compareIds, type RecordKind } from '../record-kind';

/** A state of the document that can be gone back to; its content lies beside the snapshot [RK13]. */
export const namedVersionSchema = looseObject({
  id: recordId,
  /** Empty where the studio made it by itself. */
  name: z.string(),
  /** ms since 1970. */
  madeAtMs: timeMs,
  /** SHA-256 of its content as a project file, in hexadecimal. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/u),
});

export type NamedVersion = Immutable<z.infer<typeof namedVersionSchema>>;

export const namedVersionKind: RecordKind<NamedVersion> = {
  schema: namedVersionSchema,
  compare: (left, right) => left.madeAtMs - right.madeAtMs || compareIds(left, right),
  orderRule: 'RK13',
  findProblem: () => undefined,
};
