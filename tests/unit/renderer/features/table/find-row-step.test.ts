import { describe, expect, test } from 'vitest';
import { findRowStep } from '../../../../../renderer/src/features/table/find-row-step';

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
