/**
 * Which numbers belong to a longest run that never goes back, of several the one that begins first;
 * so one that is far too large or too small spoils none of those behind it.
 */
export function findOrdered(values: readonly (number | undefined)[]): readonly boolean[] {
  if (isOrdered(values)) return values.map(() => true);
  const lengths = new Array<number>(values.length).fill(0);
  /** Largest value from which a run of so many, less one, goes on to the end. */
  const heads: number[] = [];
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index];
    if (value === undefined) continue;
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (heads[middle]! >= value) low = middle + 1;
      else high = middle;
    }
    heads[low] = value;
    lengths[index] = low + 1;
  }
  let wanted = heads.length;
  let floor = -Infinity;
  return values.map((value, index) => {
    const isNext = value !== undefined && lengths[index] === wanted && value >= floor;
    if (!isNext) return false;
    wanted -= 1;
    floor = value;
    return true;
  });
}

function isOrdered(values: readonly (number | undefined)[]): boolean {
  return values.every((value, index) => value !== undefined && value >= (values[index - 1] ?? 0));
}
