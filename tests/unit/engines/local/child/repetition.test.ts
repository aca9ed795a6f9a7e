import { describe, expect, test } from 'vitest';
import { findStandstill } from '../../../../../electron/engines/local/child/standstill';

const repeat = (unit: readonly number[], copies: number) =>
  Array.from({ length: copies }, () => unit).flat();

/** The guard where the decoder looks at one place for the whole of a text. */
const findLoop = (tokens: readonly number[]) =>
  findStandstill(
    tokens,
    tokens.map(() => 40),
  );

describe('the repetition guard', () => {
  test('a unit of three tokens three times is a loop; one copy is kept', () => {
    expect(findLoop([7, 8, ...repeat([1, 2, 3], 3)])).toBe(2 + 3);
  });

  test('a single token is a loop from nine copies on', () => {
    expect(findLoop(repeat([5], 8))).toBeUndefined();
    expect(findLoop(repeat([5], 9))).toBe(1);
  });

  test('a unit of two needs five copies to cover nine tokens', () => {
    expect(findLoop([9, ...repeat([1, 2], 4)])).toBeUndefined();
    expect(findLoop([9, ...repeat([1, 2], 5)])).toBe(3);
  });

  test('twelve tokens are the longest unit looked at', () => {
    const unit = (length: number) => Array.from({ length }, (_, index) => index);
    expect(findLoop(repeat(unit(12), 3))).toBe(12);
    expect(findLoop(repeat(unit(13), 3))).toBeUndefined();
  });

  test('two copies are a figure of speech', () => {
    expect(findLoop(repeat([1, 2, 3, 4, 5, 6], 2))).toBeUndefined();
  });

  test('all copies are found, also those before the needed three', () => {
    expect(findLoop([4, ...repeat([1, 2, 3], 6)])).toBe(4);
  });

  test('a loop that ended long ago does not count', () => {
    expect(findLoop([...repeat([1, 2, 3], 3), 9])).toBeUndefined();
  });

  test('no tokens are no loop', () => {
    expect(findLoop([])).toBeUndefined();
  });
});
