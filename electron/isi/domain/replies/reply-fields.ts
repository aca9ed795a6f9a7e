import { z } from 'zod';
import { lenientStatusSchema, lenientTextSchema } from './lenient-fields';
import { readTimeMs } from '@core/replies/reply-values';

/** A time that may be missing or nonsense: what hangs on it is then estimated, not lost. */
export const looseTimeMsSchema = z.unknown().optional().transform(readTimeMs);

/**
 * A status number; one client of the vendor reads a text there as well (protocol §3.4). Empty where
 * there is none of either kind: then the rest of the reply says how it went.
 */
export const statusSchema = lenientStatusSchema.transform((status) => status ?? '');

/** An id in a reply that is only passed on. */
export const idSchema = lenientTextSchema;

/** A message in a reply that is only passed on. */
export const messageSchema = lenientTextSchema;

/** What is read entry by entry; other services of the vendor put an empty text where there is none. */
export const resultSchema = z
  .unknown()
  .optional()
  .transform((value) => (value === '' ? undefined : value));
