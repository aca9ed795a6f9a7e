import { findAsides } from '@core/alignment/find-asides';
import { normaliseForMatch } from '@core/alignment/normalise-for-match';
import { type Token, tokenise } from '@core/transcript/tokenise';
import type { Word } from '@core/transcript/word';

export interface GivenToken extends Token {
  readonly unit: number;
  /** Words of a label in front of it, which stand in its `before`. */
  readonly label?: readonly Token[];
}

/**
 * The words of given units, with labels and notes [AL5] as marks of the word they stand beside; a unit
 * that is nothing else keeps them as words.
 * @param isSpoken whether the words of a label belong to what is said, by the unit and its place there
 */
export function listGivenTokens(
  units: readonly string[],
  isSpoken: (unit: number) => boolean = () => false,
): GivenToken[] {
  return units.flatMap((text, unit) =>
    foldAsides(text, isSpoken(unit)).map((token) => ({ ...token, unit })),
  );
}

function foldAsides(text: string, areLabelsSpoken: boolean): Omit<GivenToken, 'unit'>[] {
  const tokens = tokenise(text);
  const asides = findAsides(text).filter(({ isLeading }) => !(isLeading && areLabelsSpoken));
  if (asides.length === 0) return tokens;
  let offset = 0;
  const marked = tokens.map((token) => {
    const begin = offset + token.before.length;
    const end = begin + token.text.length;
    offset = end + token.after.length;
    return { token, aside: asides.find((aside) => aside.begin <= begin && end <= aside.end) };
  });
  if (marked.every(({ aside }) => aside !== undefined)) return tokens;
  const folded: Omit<GivenToken, 'unit'>[] = [];
  let held: Token[] = [];
  for (const { token, aside } of marked) {
    const last = folded.at(-1);
    if (aside === undefined) {
      const before = joinTokens(held) + token.before;
      folded.push({ ...token, before, ...(held.length === 0 ? {} : { label: held }) });
      held = [];
    } else if (last !== undefined && held.length === 0 && !aside.isLeading) {
      folded[folded.length - 1] = { ...last, after: last.after + joinTokens([token]) };
    } else held.push(token);
  }
  const last = folded.at(-1)!;
  folded[folded.length - 1] = { ...last, after: last.after + joinTokens(held) };
  return folded;
}

/**
 * Units whose label was heard right before the word it stands at: "Remember: …" is no speaker.
 * @param pairs indexes of tokens and of the heard words that they are
 */
export function findSpokenLabels(
  tokens: readonly GivenToken[],
  heard: readonly Pick<Word, 'text'>[],
  pairs: readonly (readonly [number, number])[],
): ReadonlySet<number> {
  const isTaken = new Set(pairs.map(([, index]) => index));
  const units = new Set<number>();
  for (const [index, place] of pairs) {
    const { label, unit } = tokens[index]!;
    if (label === undefined) continue;
    const from = place - label.length;
    const isHeard = label.every(({ text }, at) => {
      const word = heard[from + at];
      return (
        word !== undefined &&
        !isTaken.has(from + at) &&
        normaliseForMatch(word.text) === normaliseForMatch(text)
      );
    });
    if (isHeard) units.add(unit);
  }
  return units;
}

function joinTokens(tokens: readonly Token[]): string {
  return tokens.map(({ before, text, after }) => before + text + after).join('');
}
