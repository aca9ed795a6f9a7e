/** Longest run of tokens looked at as the repeated unit. */
const maximumUnitTokens = 12;
/** A loop repeats its unit at least so often … */
const minimumCopies = 3;
/** … and covers at least so many tokens: "no, no, no" is speech. */
const minimumCoveredTokens = 9;

/** A part of a text in which a unit of tokens is repeated, to the end of the last that is alike. */
export interface Run {
  readonly begin: number;
  readonly end: number;
  /** Tokens of the unit. */
  readonly unit: number;
  /** From so many tokens on, a run of this unit is more than a figure of speech. */
  readonly needed: number;
}

/**
 * Finds where a text repeats itself: some unit of 1 to 12 tokens at least three times over at least
 * nine tokens. Real English speech of the evaluation set had none; people say such things all the
 * same, and other languages drive the decoder into them.
 * @returns in order, never overlapping
 */
export function findRuns(tokens: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let begin = 0; begin < tokens.length;) {
    const run = findRunAt(tokens, begin);
    if (run !== undefined) runs.push(run);
    begin = run?.end ?? begin + 1;
  }
  return runs;
}

function findRunAt(tokens: readonly number[], begin: number): Run | undefined {
  for (let unit = 1; unit <= maximumUnitTokens; unit++) {
    let end = begin + unit;
    while (end < tokens.length && tokens[end] === tokens[end - unit]) end++;
    const needed = Math.max(minimumCopies * unit, Math.ceil(minimumCoveredTokens / unit) * unit);
    if (end - begin >= needed) return { begin, end, unit, needed };
  }
  return undefined;
}
