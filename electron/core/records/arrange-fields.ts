import { z } from 'zod';

/** Gives a value of a schema with its fields in the schema's order, at every depth. */
export type Arrange = (value: unknown) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Makes the function that puts the fields of a schema's values in order, for writing. Optional
 * fields that are not there, or are undefined, are left out. What is in order already is given back
 * as it is: a long document has a hundred thousand words, nearly all of them untouched.
 *
 * @param unknownFields those the schema does not know: `keep` puts them behind the known ones
 *   [RK2], `drop` leaves them out
 */
export function makeArrange(schema: z.ZodType, unknownFields: 'keep' | 'drop'): Arrange {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault) {
    return makeArrange(schema.unwrap() as z.ZodType, unknownFields);
  }
  if (schema instanceof z.ZodArray) {
    return makeArrangeItems(makeArrange(schema.element as z.ZodType, unknownFields));
  }
  if (!(schema instanceof z.ZodObject)) return (value) => value;
  const shape = Object.entries<z.ZodType>(schema.shape);
  const known = new Map(
    shape.map(([name, field], place) => [
      name,
      { place, arrange: makeArrange(field, unknownFields) },
    ]),
  );

  const isArranged = (fields: Fields): boolean => {
    let last = -1;
    for (const name of Object.keys(fields)) {
      const field = known.get(name);
      if (field === undefined && unknownFields === 'drop') return false;
      const place = field?.place ?? known.size;
      if (place < last || fields[name] === undefined) return false;
      if (field !== undefined && field.arrange(fields[name]) !== fields[name]) return false;
      last = place;
    }
    return true;
  };
  return (value) => {
    const fields = value as Fields;
    if (isArranged(fields)) return value;
    const arranged: Record<string, unknown> = {};
    for (const [name, { arrange }] of known) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field !== undefined) arranged[name] = arrange(field);
    }
    if (unknownFields === 'drop') return arranged;
    for (const name of Object.keys(fields)) if (!known.has(name)) arranged[name] = fields[name];
    return arranged;
  };
}

function makeArrangeItems(arrangeItem: Arrange): Arrange {
  return (value) => {
    const items = value as readonly unknown[];
    return items.every((item) => arrangeItem(item) === item) ? items : items.map(arrangeItem);
  };
}
