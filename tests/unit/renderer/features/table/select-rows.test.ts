import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findRowStep,
  inDocumentOrder,
  selectRange,
  toggleSelected,
} from '../../../../../renderer/src/features/table/select-rows';

const ids = ['a', 'b', 'c', 'd', 'e'];

describe('selecting rows', () => {
  test.each([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['c', 'c', ['c']],
    [undefined, 'c', ['c']],
    ['gone', 'c', ['c']],
  ])('a range from %s to %s', (from, to, expected) => {
    expect(selectRange(ids, from, to)).toEqual(expected);
  });

  test('one row is put in and taken out again', () => {
    expect(toggleSelected(['a'], 'c')).toEqual(['a', 'c']);
    expect(toggleSelected(['a', 'c'], 'a')).toEqual(['c']);
  });

  test('a selection made in a sorted table is kept in the order of the document', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), (chosen) => {
        expect(inDocumentOrder(chosen, ids)).toEqual([...chosen].sort());
      }),
    );
  });
});

describe('moving by key', () => {
  test.each([
    ['ArrowDown', 4, 5],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['PageDown', 4, 7],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
    ['Home', 4, 0],
    ['End', 4, 9],
    ['ArrowLeft', 4, undefined],
    ['x', 4, undefined],
  ])('%s in row %d of ten leads to %s', (key, index, expected) => {
    expect(findRowStep(key, index, 10, 3)).toBe(expected);
  });
});
