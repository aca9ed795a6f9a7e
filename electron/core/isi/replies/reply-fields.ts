import { z } from 'zod';
import { lenientTextSchema } from './lenient-fields';

/** Far beyond any recording (31 years); larger numbers are no times. */
const mostMs = 1e12;

/**
 * A time in ms. Flash gives the times of words as strings, those of sentences as numbers (protocol
 * §6, row 7), so both are read everywhere. The result is whole and not negative [TX2].
 */
export const timeMsSchema = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^-?\d+(?:\.\d+)?$/u)
      .transform(Number),
  ])
  .pipe(z.number().max(mostMs))
  .transform((value) => Math.max(0, Math.round(value)));

/** A time that may be missing or nonsense: what hangs on it is then estimated, not lost. */
export const looseTimeMsSchema = timeMsSchema.optional().catch(undefined);

/** A channel from 0; absent for mono in some observed replies. */
export const channelSchema = z.coerce.number().int().nonnegative().catch(0);

/**
 * A status number; one client of the vendor reads a text there as well (protocol §3.4). Empty where
 * there is none of either kind: then the rest of the reply says how it went.
 */
export const statusSchema = z.unknown().optional().transform(readStatus);

/** A name or number of a speaker as text; none where it is empty. */
export const speakerSchema = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const name = String(value ?? '').trim();
    return name === '' ? undefined : name;
  })
  .catch(undefined);

/** An id in a reply that is only passed on. */
export const idSchema = lenientTextSchema;

/** A message in a reply that is only passed on. */
export const messageSchema = z.string().nullish().catch(undefined);

function readStatus(value: unknown): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : '';
}
