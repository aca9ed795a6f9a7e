import type { GivenToken } from './given-tokens';

/** Given words between two that were recognised, and how many words were heard there. */
export interface UnmatchedRun {
  /** Indexes, in order. */
  readonly tokens: readonly number[];
  readonly expected: number;
}

/**
 * Units that are not spoken [AL6]: none of their words was recognised, and where they would have to be,
 * fewer than half as many words were heard as stand there. A unit without any letter or digit, as of
 * notes of music, is none of them.
 */
export function findUnspokenUnits(
  tokens: readonly GivenToken[],
  runs: readonly UnmatchedRun[],
): ReadonlySet<number> {
  const sizes = new Map<number, number>();
  for (const { unit } of tokens) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const unspoken = new Set<number>();
  for (const { tokens: indexes, expected } of runs) {
    const words = indexes.filter((index) => isWord(tokens[index]!));
    if (2 * expected >= words.length) continue;
    const counts = new Map<number, number>();
    for (const index of indexes) {
      const { unit } = tokens[index]!;
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    for (const [unit, count] of counts) {
      const isWhole = count === sizes.get(unit);
      if (isWhole && words.some((index) => tokens[index]!.unit === unit)) unspoken.add(unit);
    }
  }
  return unspoken;
}

/** Whether somebody could say it. */
export function isWord({ text }: Pick<GivenToken, 'text'>): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
