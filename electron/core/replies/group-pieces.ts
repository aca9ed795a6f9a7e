import { matchTokens } from '../alignment/match-tokens';
import type { Token } from '../transcript/tokenise';
import type { HeardUnit } from './heard-units';
import type { TextPiece } from './split-pieces';

/** Units of the service's words that a part of the text was found to be, both included. */
export interface Match {
  readonly first: number;
  readonly last: number;
}

/** Pieces that become one word. */
export interface PieceGroup {
  readonly token: Token;
  /** Undefined where it was not found. */
  readonly match: Match | undefined;
}

/**
 * Puts the pieces of a text together as words [IS3]: those that are one whole word of the service, cut
 * as the service cut; else those of one token that were found side by side, or not found.
 */
export function groupPieces(
  pieces: readonly TextPiece[],
  units: readonly HeardUnit[],
): readonly PieceGroup[] {
  const matches = matchPieces(pieces, units);
  const findWholeEnd = (begin: number): number | undefined => {
    let match = matches[begin];
    if (match === undefined || !units[match.first]!.isFirstOfWord) return undefined;
    for (let end = begin; ; end++) {
      if (units[match.last]!.isLastOfWord) return end;
      const next = matches[end + 1];
      const isBeside = pieces[end]!.after === '' && pieces[end + 1]?.before === '';
      if (!isBeside || next?.first !== match.last + 1) return undefined;
      match = next;
    }
  };
  const findPartEnd = (begin: number): number => {
    for (let end = begin; ; end++) {
      const next = pieces[end + 1];
      const match = matches[end];
      const wanted = match === undefined ? undefined : match.last + 1;
      if (next?.token !== pieces[begin]!.token || matches[end + 1]?.first !== wanted) return end;
      if (findWholeEnd(end + 1) !== undefined) return end;
    }
  };
  const groups: PieceGroup[] = [];
  for (let begin = 0; begin < pieces.length;) {
    const end = findWholeEnd(begin) ?? findPartEnd(begin);
    const first = matches[begin]?.first;
    const last = matches[end]?.last;
    groups.push({
      token: {
        before: pieces[begin]!.before,
        text: joinTexts(pieces, begin, end),
        after: pieces[end]!.after,
      },
      match: first === undefined || last === undefined ? undefined : { first, last },
    });
    begin = end + 1;
  }
  return groups;
}

function joinTexts(pieces: readonly TextPiece[], begin: number, end: number): string {
  let text = '';
  for (let index = begin; index <= end; index++) text += pieces[index]!.text;
  return text;
}

/** For each piece, the units it is; undefined where it was not found whole and in one piece. */
function matchPieces(
  pieces: readonly TextPiece[],
  units: readonly HeardUnit[],
): readonly (Match | undefined)[] {
  const unitByKey = matchKeys(
    pieces.flatMap(({ keys }) => keys),
    units,
  );
  let begin = 0;
  return pieces.map(({ keys }) => {
    const first = unitByKey[begin];
    const from = begin;
    begin += keys.length;
    if (keys.length === 0 || first === undefined || first === notFound) return undefined;
    if (!keys.every((_, place) => unitByKey[from + place] === first + place)) return undefined;
    const last = first + keys.length - 1;
    // "a" is not to be found within "bat".
    return units[first]!.mayBegin && (units[last + 1]?.mayBegin ?? true)
      ? { first, last }
      : undefined;
  });
}

const notFound = -1;

/** For each key of the text the unit it is. Most texts equal their words, at least at both ends. */
function matchKeys(keys: readonly string[], units: readonly HeardUnit[]): Int32Array {
  const unitByKey = new Int32Array(keys.length).fill(notFound);
  let head = 0;
  while (head < keys.length && head < units.length && keys[head] === units[head]!.key) {
    unitByKey[head] = head;
    head++;
  }
  let keyEnd = keys.length;
  let unitEnd = units.length;
  while (keyEnd > head && unitEnd > head && keys[keyEnd - 1] === units[unitEnd - 1]!.key) {
    unitByKey[--keyEnd] = --unitEnd;
  }
  if (keyEnd > head && unitEnd > head) {
    const pairs = matchTokens(
      keys.slice(head, keyEnd),
      units.slice(head, unitEnd).map(({ key }) => key),
    );
    for (const [key, unit] of pairs) unitByKey[head + key] = head + unit;
  }
  return unitByKey;
}
