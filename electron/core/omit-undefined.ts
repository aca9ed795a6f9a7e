/** Fields of which none is `undefined`: those that had no value are not there at all. */
export type Defined<Fields extends object> = {
  [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
};

/**
 * An object without the fields that have no value, to be spread. An optional field of ours is either
 * there with a value or not there: `undefined` would be lost in JSON, and counts as a difference
 * where records are compared.
 */
export function omitUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Defined<Fields>;
}
