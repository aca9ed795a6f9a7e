import { z } from 'zod';
import { languageTag, recordId } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { compareIds, type RecordKind } from '../record-kind';

/** An entry of the project's own word list: spelled so, and never parted [RK12]. */
export const personalWordSchema = looseObject({
  id: recordId,
  /** A word or several. */
  text: z.string().min(1),
  /** Absent: in every language. */
  language: z.exactOptional(languageTag),
  /** It may be parted at the end of a line. */
  mayBreak: z.exactOptional(z.boolean()),
});

export type PersonalWord = Immutable<z.infer<typeof personalWordSchema>>;

export const personalWordKind: RecordKind<PersonalWord> = {
  schema: personalWordSchema,
  compare: compareIds,
  orderRule: 'RK1',
  findProblem: ({ text }, index) =>
    text.trim() === text
      ? undefined
      : { rule: 'RK12', detail: `personal word ${index} has blanks at its ends` },
};
