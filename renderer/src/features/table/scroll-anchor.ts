/**
 * Where the row that was first in sight stands now, so that what a person reads stays where it is
 * while rows come and go above it. Where that row is gone, the next one below it counts.
 *
 * @param before ids as they stood, `topIndex` the first of them in sight
 * @returns undefined where none of the rows from there on is left
 */
export function findAnchorIndex(
  before: readonly string[],
  topIndex: number,
  after: readonly string[],
): number | undefined {
  // Nearly always nothing happened above.
  if (before[topIndex] !== undefined && before[topIndex] === after[topIndex]) return topIndex;
  const places = new Map(after.map((id, index) => [id, index]));
  for (let index = topIndex; index < before.length; index += 1) {
    const place = places.get(before[index]!);
    if (place !== undefined) return place;
  }
  return undefined;
}

export interface RowPlace {
  readonly rowTopPx: number;
  readonly rowHeightPx: number;
  /** Where the table is scrolled to. */
  readonly offsetPx: number;
  /** Height in which rows are seen. */
  readonly roomPx: number;
  /** `auto`: no further than it takes to see all of the row. */
  readonly place: 'auto' | 'center';
}

/** Where a table is to be scrolled to, so that a row is in sight; where it is, if it already is. */
export function findScrollTop(row: RowPlace): number {
  const { rowTopPx, rowHeightPx, offsetPx, roomPx, place } = row;
  if (place === 'center') return Math.max(0, Math.round(rowTopPx - (roomPx - rowHeightPx) / 2));
  if (rowTopPx < offsetPx) return rowTopPx;
  const leastPx = rowTopPx + rowHeightPx - roomPx;
  return leastPx > offsetPx ? leastPx : offsetPx;
}
