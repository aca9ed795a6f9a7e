import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findAnchorIndex,
  findScrollTop,
} from '../../../../../renderer/src/features/table/scroll-anchor';

test.each([
  ['nothing changed', ['a', 'b', 'c'], 1, ['a', 'b', 'c'], 1],
  ['rows came above', ['a', 'b', 'c'], 1, ['x', 'a', 'y', 'b', 'c'], 3],
  ['rows came below', ['a', 'b', 'c'], 1, ['a', 'b', 'x', 'c'], 1],
  ['rows went above', ['a', 'b', 'c'], 2, ['c'], 0],
  ['the row itself went', ['a', 'b', 'c'], 1, ['a', 'c'], 1],
  ['all from there on went', ['a', 'b', 'c'], 1, ['a'], undefined],
  ['the table was empty', [], 0, ['a'], undefined],
])('%s', (_name, before, topIndex, after, expected) => {
  expect(findAnchorIndex(before, topIndex, after)).toBe(expected);
});

test('a row that stays is found again wherever it went', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
      fc.nat(),
      (ids, seed) => {
        const topIndex = seed % ids.length;
        const after = ids.filter((id, index) => index === topIndex || id.length % 2 === 0);
        expect(after[findAnchorIndex(ids, topIndex, after) ?? -1]).toBe(ids[topIndex]);
      },
    ),
  );
});

const room = { rowHeightPx: 36, roomPx: 360 };

test.each([
  ['above what is seen', { rowTopPx: 72, offsetPx: 100, place: 'auto' }, 72],
  ['in sight', { rowTopPx: 144, offsetPx: 100, place: 'auto' }, 100],
  ['cut off below', { rowTopPx: 432, offsetPx: 100, place: 'auto' }, 108],
  ['brought to the middle', { rowTopPx: 1_000, offsetPx: 100, place: 'center' }, 838],
  ['the first, which cannot be in the middle', { rowTopPx: 0, offsetPx: 9, place: 'center' }, 0],
] as const)('a row %s', (_name, row, expected) => {
  expect(findScrollTop({ ...room, ...row })).toBe(expected);
});
