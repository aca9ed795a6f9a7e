import { normaliseForMatch } from '../alignment/normalise-for-match';
import { splitGraphemes } from '../transcript/graphemes';

const spoken = /[\p{L}\p{N}]/u;
/** Stands for itself, as most text does. */
const plain = /^[a-z0-9\u4e00-\u9fff]$/u;

/**
 * What a grapheme is compared by: the letters and digits it spells without case, width and
 * diacritics (`Ａ` is `a`, `ﬁ` is `f` and `i`); none for a mark or a blank.
 */
export type FoldGrapheme = (grapheme: string) => readonly string[];

/** A {@link FoldGrapheme} that remembers, as a long reply has few different characters. */
export function createFoldGrapheme(): FoldGrapheme {
  const known = new Map<string, readonly string[]>();
  return (grapheme) => {
    let keys = known.get(grapheme);
    if (keys === undefined) {
      keys = plain.test(grapheme)
        ? [grapheme]
        : splitGraphemes(normaliseForMatch(grapheme)).filter((key) => spoken.test(key));
      known.set(grapheme, keys);
    }
    return keys;
  };
}
