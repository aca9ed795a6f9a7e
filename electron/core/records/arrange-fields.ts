import { z } from 'zod';

/** Gives a value of a schema anew, its fields in the schema's order, at every depth. */
export type Arrange = (value: unknown) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Makes the function that puts the fields of a schema's values in order, for writing. Optional
 * fields that are not there, or are undefined, are left out.
 *
 * @param unknownFields those the schema does not know: `keep` writes them behind the known ones
 *   [RK2], `drop` leaves them out
 */
export function makeArrange(schema: z.ZodType, unknownFields: 'keep' | 'drop'): Arrange {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault) {
    return makeArrange(schema.unwrap() as z.ZodType, unknownFields);
  }
  if (schema instanceof z.ZodArray) {
    const arrangeItem = makeArrange(schema.element as z.ZodType, unknownFields);
    return (value) => (value as readonly unknown[]).map(arrangeItem);
  }
  if (!(schema instanceof z.ZodObject)) return (value) => value;
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  const known = Object.entries(shape).map(
    ([name, field]) => [name, makeArrange(field, unknownFields)] as const,
  );
  return (value) => {
    const fields = value as Fields;
    const arranged: Record<string, unknown> = {};
    let written = 0;
    for (const [name, arrange] of known) {
      if (!Object.hasOwn(fields, name)) continue;
      written += 1;
      if (fields[name] !== undefined) arranged[name] = arrange(fields[name]);
    }
    const names = Object.keys(fields);
    if (unknownFields === 'drop' || names.length === written) return arranged;
    for (const name of names) if (!Object.hasOwn(shape, name)) arranged[name] = fields[name];
    return arranged;
  };
}
