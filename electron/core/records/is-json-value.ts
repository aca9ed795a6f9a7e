/** Far deeper than any record, and far from what ends a walk by recursion with a crash. */
const mostLevels = 32;

/**
 * Whether a value is JSON, no deeper than 32 levels: what is kept without being understood [RK2]
 * must come through files, journals and processes as it was. Walks without recursion.
 */
export function isJsonValue(value: unknown): boolean {
  let waiting: unknown[] = [value];
  for (let level = 0; waiting.length > 0; level += 1) {
    if (level > mostLevels) return false;
    const next: unknown[] = [];
    for (const member of waiting) {
      if (Array.isArray(member)) for (const inner of member) next.push(inner);
      else if (isPlainObject(member)) for (const inner of Object.values(member)) next.push(inner);
      else if (!isJsonLeaf(member)) return false;
    }
    waiting = next;
  }
  return true;
}

/** Whether a value is an object such as JSON has: no list, no instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether a value is one of JSON's that holds no others. */
export function isJsonLeaf(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}
