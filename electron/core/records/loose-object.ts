import { z } from 'zod';
import { isJsonValue } from './is-json-value';

/** Fields this program does not know: a newer minor version's, kept as they are [RK2]. */
const unknownField = z.custom<unknown>(isJsonValue, 'must be JSON of a bearable depth');

/**
 * The schema of an object with fields of its own and room for unknown ones [RK2], which stand after
 * the known ones in what it gives. Its type has the known fields alone: nobody reads the others by
 * name, and a typing mistake stays one.
 */
export function looseObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  const schema: unknown = z.object(shape).catchall(unknownField);
  return schema as z.ZodObject<Shape>;
}
