import { z } from 'zod';
import { looseObject } from './loose-object';

/** Of a record: unique among those of its kind [RK1]. */
export const recordId = z.string().min(1);

/** Whole milliseconds, on the media element's clock or of a length; not negative [TX2]. */
export const timeMs = z.int().nonnegative();

/** A number of things, or a place among them from 0. */
export const count = z.int().nonnegative();

/** BCP 47 tag of a language. */
export const languageTag = z.string().min(1);

/** Frames a second as a fraction. */
export const frameRate = looseObject({
  numerator: z.number().positive(),
  denominator: z.number().positive(),
});

/** What a format calls a thing's settings, by the names and in the words of its files. */
export const settingsOfFormat = z.record(z.string(), z.string());
