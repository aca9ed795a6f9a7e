import { z } from 'zod';
import { count, recordId, settingsOfFormat } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { comparePlaces } from '../orders';
import type { RecordKind } from '../record-kind';

/** How sentences look, by name: a style of ASS, TTML or WebVTT [RK6]. */
export const styleSchema = looseObject({
  /** Its name in the file. */
  id: recordId,
  /** Place among the styles of the file, from 0. */
  place: count,
  /** Id of the format whose words the settings are. */
  format: z.string().min(1),
  settings: settingsOfFormat,
});

export type Style = Immutable<z.infer<typeof styleSchema>>;

export const styleKind: RecordKind<Style> = {
  schema: styleSchema,
  compare: comparePlaces,
  orderRule: 'RK6',
  findProblem: () => undefined,
};
