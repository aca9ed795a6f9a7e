import { splitGraphemes } from '../transcript/graphemes';
import { isUnspaced, type Token, tokenise } from '../transcript/tokenise';
import type { FoldGrapheme } from './fold-grapheme';

/**
 * The smallest part of a text that may be a word of its own: a token, or in scripts without blanks
 * one character of it.
 */
export interface TextPiece extends Token {
  readonly keys: readonly string[];
  /** Which token it is of. */
  readonly token: number;
}

/** A text cut into pieces; their join is the text [TX1]. */
export function splitPieces(text: string, fold: FoldGrapheme): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  tokenise(text).forEach(({ before, text: word, after }, token) => {
    const graphemes = splitGraphemes(word);
    if (!isUnspaced(word)) {
      pieces.push({ before, text: word, after, keys: graphemes.flatMap(fold), token });
      return;
    }
    // A mark inside a word goes with the character before it.
    const texts: string[] = [];
    for (const grapheme of graphemes) {
      const last = texts.at(-1);
      if (last === undefined || fold(grapheme).length > 0) texts.push(grapheme);
      else texts[texts.length - 1] = last + grapheme;
    }
    texts.forEach((part, place) => {
      pieces.push({
        before: place === 0 ? before : '',
        text: part,
        after: place === texts.length - 1 ? after : '',
        keys: splitGraphemes(part).flatMap(fold),
        token,
      });
    });
  });
  return pieces;
}
