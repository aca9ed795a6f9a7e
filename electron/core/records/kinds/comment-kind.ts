import { z } from 'zod';
import { recordId, timeMs } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { compareMoments } from '../orders';
import type { RecordKind } from '../record-kind';

/** A remark on a moment or a sentence; without text it is a bookmark [RK8]. */
export const commentSchema = looseObject({
  id: recordId,
  /** Where it was made; where its sentence stands, that one's begin counts. */
  atMs: timeMs,
  sentenceId: z.exactOptional(recordId),
  text: z.string(),
  author: z.exactOptional(z.string()),
  /** ms since 1970. */
  madeAtMs: z.exactOptional(timeMs),
  /** Nothing is left to do about it. */
  isDone: z.exactOptional(z.boolean()),
});

export type Comment = Immutable<z.infer<typeof commentSchema>>;

export const commentKind: RecordKind<Comment> = {
  schema: commentSchema,
  compare: compareMoments,
  orderRule: 'RK8',
  findProblem: () => undefined,
};
