import { z } from 'zod';
import { count, recordId, settingsOfFormat } from '../fields';
import type { Immutable } from '../immutable';
import { looseObject } from '../loose-object';
import { comparePlaces } from '../orders';
import type { RecordKind } from '../record-kind';

/** A part of the picture in which sentences stand: a region of WebVTT or TTML [RK7]. */
export const regionSchema = looseObject({
  /** Its id in the file. */
  id: recordId,
  /** Place among the regions of the file, from 0. */
  place: count,
  /** Id of the format whose words the settings are. */
  format: z.string().min(1),
  settings: settingsOfFormat,
});

export type Region = Immutable<z.infer<typeof regionSchema>>;

export const regionKind: RecordKind<Region> = {
  schema: regionSchema,
  compare: comparePlaces,
  orderRule: 'RK7',
  findProblem: () => undefined,
};
