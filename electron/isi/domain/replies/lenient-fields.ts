import { z } from 'zod';
import { readText } from '@core/replies/reply-values';

/**
 * A text that is only passed on or shown. A number counts as its digits; what is neither counts as
 * missing: no such field is a reason to lose a reply that was paid for.
 */
export const lenientTextSchema = z.preprocess(readText, z.string().optional());

/** A number that may be written as text; anything else counts as missing. */
export const lenientNumberSchema = z.preprocess(readLenientNumber, z.number().optional());

/** A status: a number, or a text; anything else counts as missing (protocol §3.4). */
export const lenientStatusSchema = z.preprocess(
  (value) => (typeof value === 'number' ? value : readText(value)),
  z.union([z.number(), z.string()]).optional(),
);

function readLenientNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}
