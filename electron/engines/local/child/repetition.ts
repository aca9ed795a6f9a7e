/** Longest run of tokens looked at as the repeated unit. */
const maximumUnitTokens = 12;
/** A loop repeats its unit at least so often … */
const minimumCopies = 3;
/** … and covers at least so many tokens: "no, no, no" is speech. */
const minimumCoveredTokens = 9;

/**
 * Finds a loop at the end of a decoded text: some unit of 1 to 12 tokens repeated at least three
 * times over at least nine tokens. Real English speech of the evaluation set had none; other
 * languages and very short clips drove the decoder into them.
 * @returns how many tokens to keep (all before the loop and one copy of its unit), or undefined
 */
export function findLoop(tokens: readonly number[]): number | undefined {
  for (let unit = 1; unit <= maximumUnitTokens; unit++) {
    const covered = Math.max(minimumCopies * unit, Math.ceil(minimumCoveredTokens / unit) * unit);
    if (!repeatsAtEnd(tokens, unit, covered)) continue;
    let begin = tokens.length - covered;
    while (begin > 0 && tokens[begin - 1] === tokens[begin - 1 + unit]) begin--;
    return begin + unit;
  }
  return undefined;
}

/** Whether the last `covered` tokens are copies of their last `unit` tokens. */
function repeatsAtEnd(tokens: readonly number[], unit: number, covered: number): boolean {
  if (covered > tokens.length) return false;
  for (let index = tokens.length - covered; index < tokens.length - unit; index++) {
    if (tokens[index] !== tokens[index + unit]) return false;
  }
  return true;
}
