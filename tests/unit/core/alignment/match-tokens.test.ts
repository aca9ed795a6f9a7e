import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchTokens } from '@core/alignment/match-tokens';

type Pairs = readonly (readonly [number, number])[];

/** Length of the longest common subsequence by the textbook table. */
function bruteForceLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    b.forEach((right, index) => {
      next.push(left === right ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    });
    row = next;
  }
  return row[b.length]!;
}

function expectLegal(pairs: Pairs, a: readonly string[], b: readonly string[]): void {
  let last: readonly [number, number] = [-1, -1];
  for (const pair of pairs) {
    if (!(pair[0] > last[0] && pair[1] > last[1] && a[pair[0]] === b[pair[1]])) {
      expect.fail(`pair ${pair.join(',')} after ${last.join(',')}`);
    }
    last = pair;
  }
}

/** A linear congruential generator: the same long lists in every run. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function makeWords(length: number, vocabulary: number, seed: number): string[] {
  const random = makeRandom(seed);
  // Squared, so that some words are common and many are rare, as in speech.
  return Array.from({ length }, () => `w${Math.floor(random(vocabulary) ** 2 / vocabulary)}`);
}

/** Matches, and counts the work: without cuts it grows with the square of the lists [AL3]. */
function counted(
  a: readonly string[],
  b: readonly string[],
): { readonly pairs: Pairs; readonly diagonals: number } {
  let diagonals = 0;
  const pairs = matchTokens(a, b, (count) => (diagonals += count));
  return { pairs, diagonals };
}

describe('matchTokens', () => {
  test('[AL2] pairs equal tokens in order', () => {
    expect(matchTokens(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  test('[AL2] nothing matches an empty list', () => {
    expect(matchTokens([], ['a'])).toEqual([]);
    expect(matchTokens(['a'], [])).toEqual([]);
  });

  test('[AL2] as many pairs as the textbook algorithm finds', () => {
    const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
    fc.assert(
      fc.property(tokens, tokens, (a, b) => {
        const pairs = matchTokens(a, b);
        expectLegal(pairs, a, b);
        expect(pairs.length).toBe(bruteForceLength(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  test('[AL2] optimal still for a thousand dissimilar tokens', () => {
    const a = makeWords(1000, 60, 1);
    const b = makeWords(1000, 60, 2);
    expect(matchTokens(a, b).length).toBe(bruteForceLength(a, b));
  });

  test('[AL3] 30,000 words with 600 changes are matched at once', () => {
    const a = makeWords(30_000, 8000, 3);
    const random = makeRandom(4);
    const changed = new Set(Array.from({ length: 600 }, () => random(a.length)));
    const b = a.flatMap((word, index) => {
      if (!changed.has(index)) return [word];
      return index % 3 === 0 ? [] : [`new${index}`, ...(index % 3 === 1 ? [word] : [])];
    });
    const { pairs, diagonals } = counted(a, b);
    expectLegal(pairs, a, b);
    expect(pairs.length).toBeGreaterThanOrEqual(a.length - changed.size);
    expect(diagonals).toBeLessThan(5 * (a.length + b.length));
  });

  test('[AL3] an hour that only one side has is jumped over', () => {
    const intro = makeWords(8000, 8000, 5);
    const talk = makeWords(20_000, 8000, 6);
    const { pairs, diagonals } = counted([...intro, ...talk], talk);
    expectLegal(pairs, [...intro, ...talk], talk);
    expect(pairs.length).toBeGreaterThan(0.98 * talk.length);
    expect(diagonals).toBeLessThan(talk.length);
  });

  test.each([
    ['of a small vocabulary', 50],
    ['of a large vocabulary', 20_000],
  ])('[AL3] 30,000 unrelated words %s end soon', (_name, vocabulary) => {
    const a = makeWords(30_000, vocabulary, 7);
    const b = makeWords(30_000, vocabulary, 8);
    const { pairs, diagonals } = counted(a, b);
    expectLegal(pairs, a, b);
    expect(diagonals).toBeLessThan(512 * (a.length + b.length));
  });

  test('[AL3] lists without a common token', () => {
    const a = makeWords(30_000, 500, 9);
    const { pairs, diagonals } = counted(
      a,
      a.map((word) => `other-${word}`),
    );
    expect(pairs).toEqual([]);
    expect(diagonals).toBe(0);
  });
});
