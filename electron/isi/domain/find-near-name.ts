/** Letters that may be wrong in a name, for each that is right. */
const wrongShare = 0.3;

/**
 * The name that was probably meant by one with a slip in it: other case, hyphens for underscores, a
 * letter too many, too few or wrong. Undefined where none is near.
 */
export function findNearName<Name extends string>(
  given: string,
  names: readonly Name[],
): Name | undefined {
  const plain = simplify(given);
  let best: { readonly name: Name; readonly distance: number } | undefined;
  for (const name of names) {
    const distance = countEdits(plain, simplify(name));
    const isNear = distance <= Math.floor(Math.min(plain.length, name.length) * wrongShare);
    if (isNear && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Letters to add, leave out or change to make one text of the other (Levenshtein). */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 0; index < from.length; index += 1) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = row[column - 1]! + (to[column - 1] === from[index] ? 0 : 1);
      next.push(Math.min(changed, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
