export interface DrawnRow {
  /** Place in the table, from 0. */
  readonly index: number;
  /** Names the element that shows the row, as long as it is in use. */
  readonly slot: number;
}

export interface RowSlots {
  /**
   * @param idOf the id of the row at an index
   * @param isMoving whether rows are passing by: then elements stay in the order they have
   * @returns the rows, in the order of their elements on the page
   */
  readonly assign: (
    indexes: readonly number[],
    idOf: (index: number) => string | undefined,
    isMoving: boolean,
  ) => readonly DrawnRow[];
}

/**
 * Gives each drawn row an element: the one it has, or else one whose row has gone, so that
 * scrolling changes texts where it would make elements. An element that changes its place on the
 * page costs as much as a new one, and its place means something only to those who read the page
 * without seeing it: so elements are put in order when the rows have come to rest.
 */
export function createRowSlots(): RowSlots {
  let slotOf: ReadonlyMap<string, number> = new Map();
  /** Slots in the order of their elements. */
  let order: readonly number[] = [];
  return {
    assign: (indexes, idOf, isMoving) => {
      const drawn = indexes.flatMap((index) => {
        const id = idOf(index);
        return id === undefined ? [] : [{ index, id }];
      });
      const next = new Map<string, number>();
      for (const { id } of drawn) {
        const slot = slotOf.get(id);
        if (slot !== undefined) next.set(id, slot);
      }
      const taken = new Set(next.values());
      let free = 0;
      for (const { id } of drawn) {
        if (next.has(id)) continue;
        while (taken.has(free)) free += 1;
        taken.add(free);
        next.set(id, free);
      }
      const rows = drawn.map(({ index, id }) => ({ index, slot: next.get(id)! }));
      if (isMoving) {
        const places = new Map(order.map((slot, place) => [slot, place]));
        const placeOf = ({ slot }: DrawnRow): number => places.get(slot) ?? order.length + slot;
        rows.sort((one, other) => placeOf(one) - placeOf(other));
      }
      slotOf = next;
      order = rows.map(({ slot }) => slot);
      return rows;
    },
  };
}
