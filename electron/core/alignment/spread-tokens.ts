import { countCharacters } from '../transcript/graphemes';
import type { Token } from '../transcript/tokenise';
import type { Word } from '../transcript/word';

/** A stretch of time in ms. */
export interface TimeSpan {
  readonly beginMs: number;
  readonly endMs: number;
}

/** Tokens as `estimated` words that share a span in proportion to their length [TX6]. */
export function spreadTokens(tokens: readonly Token[], { beginMs, endMs }: TimeSpan): Word[] {
  const weights = tokens.map(({ text }) => Math.max(1, countCharacters(text)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const at = (weight: number): number => beginMs + Math.round(((endMs - beginMs) * weight) / total);
  let used = 0;
  return tokens.map(({ before, text, after }, index): Word => {
    const wordBeginMs = at(used);
    used += weights[index]!;
    return { before, text, after, beginMs: wordBeginMs, endMs: at(used), timing: 'estimated' };
  });
}
