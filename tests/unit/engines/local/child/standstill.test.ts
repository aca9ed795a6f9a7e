import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findStandstill,
  hasStumbled,
} from '../../../../../electron/engines/local/child/standstill';

/** Tokens of a unit so often, and the frames at which its copies begin; a token each 5 frames. */
function say(unit: number, begins: readonly number[]) {
  const tokens = begins.flatMap(() => Array.from({ length: unit }, (_, index) => 10 + index));
  const places = begins.flatMap((begin) =>
    Array.from({ length: unit }, (_, index) => begin + 5 * index),
  );
  return { tokens, places };
}
const evenly = (copies: number, step: number): number[] =>
  Array.from({ length: copies }, (_, index) => index * step);

describe('[HE1] words said again and again', () => {
  test('are no loop while the sound moves on, two to twenty times', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2, max: 20 }),
        (unit, copies) => {
          const { tokens, places } = say(unit, evenly(copies, 5 * unit + 10));
          expect(findStandstill(tokens, places)).toBeUndefined();
          expect(hasStumbled(tokens, places, copies * (5 * unit + 10))).toBe(false);
        },
      ),
    );
  });

  test('are no loop where a token of a copy is looked for elsewhere', () => {
    const { tokens, places } = say(8, evenly(6, 100));
    places[26] = 520;
    places[35] = 90;
    expect(findStandstill(tokens, places)).toBeUndefined();
    expect(hasStumbled(tokens, places, 600)).toBe(false);
  });

  test('keep the copies that were heard when the decoder runs on at the end', () => {
    const { tokens, places } = say(5, [0, 50, 100, 150, 150, 150]);
    expect(findStandstill(tokens, places)).toBe(4 * 5);
  });
});

describe('[HE1] a decoder that runs on', () => {
  test('is stopped where it stands still, drifts or leaps now and then', () => {
    expect(findStandstill(...pair(say(7, [40, 40, 40])))).toBe(7);
    expect(findStandstill(...pair(say(7, [40, 41, 42])))).toBe(7);
    const begins = [...evenly(5, 0), 200, 201, 201, 201, 300, 300, 300, 300];
    expect(findStandstill(...pair(say(1, begins)))).toBe(1);
  });

  const pair = ({ tokens, places }: ReturnType<typeof say>) => [tokens, places] as const;
});

describe('[HE2] repeated words were read with stumbles', () => {
  const stumbles = (begins: readonly number[], frames: number) => {
    const { tokens, places } = say(8, begins);
    return hasStumbled(tokens, places, frames);
  };

  test.each([
    ['one was read twice', [0, 100, 200, 300, 300, 400], 500],
    ['one was left out', [0, 100, 200, 400, 500], 600],
    ['the last were left out', [0, 100, 200, 300], 700],
  ])('where %s', (_case, begins, frames) => {
    expect(stumbles(begins, frames)).toBe(true);
  });

  test('where one was read in two places', () => {
    const { tokens, places } = say(8, evenly(6, 100));
    for (const at of [24, 25, 28]) places[at] = places[at]! + 100;
    expect(hasStumbled(tokens, places, 600)).toBe(true);
  });

  test('not where the pauses between differ', () => {
    expect(stumbles([0, 100, 210, 300, 425], 540)).toBe(false);
  });

  test('not where nothing is repeated', () => {
    expect(hasStumbled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Array<number>(10).fill(3), 900)).toBe(
      false,
    );
  });
});
