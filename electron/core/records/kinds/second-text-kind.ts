import { z } from 'zod';
import { languageTag, recordId } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { compareIds, type RecordKind } from '../record-kind';

/** The text of a sentence in a further language [RK10]. */
export const secondTextSchema = looseObject({
  /** As {@link makeSecondTextId} gives it: two windows cannot give one sentence two of a language. */
  id: recordId,
  sentenceId: recordId,
  language: languageTag,
  text: z.string(),
  /** The sentence was changed since, so that somebody should look whether it still fits. */
  isDoubtful: z.exactOptional(z.boolean()),
});

export type SecondText = Immutable<z.infer<typeof secondTextSchema>>;

/** The id of a second text [RK10]. */
export function makeSecondTextId(sentenceId: string, language: string): string {
  return `${sentenceId} ${language}`;
}

export const secondTextKind: RecordKind<SecondText> = {
  schema: secondTextSchema,
  compare: compareIds,
  orderRule: 'RK1',
  findProblem: ({ id, sentenceId, language }, index) =>
    id === makeSecondTextId(sentenceId, language)
      ? undefined
      : { rule: 'RK10', detail: `second text ${index} has an id that is not its own` },
};
