import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRowSlots,
  type DrawnRow,
} from '../../../../../renderer/src/features/table/row-slots';

const idOf = (index: number): string => `row-${index}`;
const stretch = (begin: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => begin + place);
const bySlot = (rows: readonly DrawnRow[]): ReadonlyMap<number, number> =>
  new Map(rows.map(({ index, slot }) => [index, slot]));

describe('elements of rows', () => {
  test('a row that comes takes the element of one that went, which stays where it is', () => {
    const slots = createRowSlots();
    slots.assign([0, 1, 2], idOf, false);
    expect(slots.assign([1, 2, 3], idOf, true)).toEqual([
      { index: 3, slot: 0 },
      { index: 1, slot: 1 },
      { index: 2, slot: 2 },
    ]);
  });

  test('at rest they stand in the order of the rows', () => {
    const slots = createRowSlots();
    slots.assign([0, 1, 2], idOf, false);
    slots.assign([1, 2, 3], idOf, true);
    expect(slots.assign([1, 2, 3], idOf, false).map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  test('a row keeps its element where its place in the table changes', () => {
    const slots = createRowSlots();
    slots.assign([0, 1], (index) => ['a', 'b'][index], false);
    expect(slots.assign([0, 1, 2], (index) => ['new', 'a', 'b'][index], false)).toEqual([
      { index: 0, slot: 2 },
      { index: 1, slot: 0 },
      { index: 2, slot: 1 },
    ]);
  });

  test('an index without a row has no element', () => {
    const slots = createRowSlots();
    const rows = slots.assign([0, 1], (index) => (index === 0 ? 'a' : undefined), false);
    expect(rows.map(({ index }) => index)).toEqual([0]);
  });

  test('however rows pass by: each has one element, and those that stay keep theirs', () => {
    const window = fc.record({ begin: fc.nat(60), count: fc.nat(12), isMoving: fc.boolean() });
    fc.assert(
      fc.property(fc.array(window), (windows) => {
        const slots = createRowSlots();
        let before: readonly DrawnRow[] = [];
        for (const { begin, count, isMoving } of windows) {
          const rows = slots.assign(stretch(begin, count), idOf, isMoving);
          const [now, then] = [bySlot(rows), bySlot(before)];
          expect([...now.keys()].sort((one, other) => one - other)).toEqual(stretch(begin, count));
          expect(new Set(now.values()).size).toBe(count);
          for (const [index, slot] of now) {
            if (then.has(index)) expect(slot).toBe(then.get(index));
            else expect(slot).toBeLessThan(Math.max(count, before.length) + count);
          }
          if (isMoving) {
            const order = (all: readonly DrawnRow[], others: readonly DrawnRow[]) =>
              all.map(({ slot }) => slot).filter((slot) => others.some((one) => one.slot === slot));
            expect(order(rows, before)).toEqual(order(before, rows));
          } else expect(rows.map(({ index }) => index)).toEqual(stretch(begin, count));
          before = rows;
        }
      }),
    );
  });
});
