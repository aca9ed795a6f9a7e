import { matchTokens } from '../../alignment/match-tokens';
import { countCharacters, splitGraphemes } from '../../transcript/graphemes';
import { type Token, tokenise } from '../../transcript/tokenise';
import type { Word } from '../../transcript/word';
import type { TimeSpan } from '../../alignment/retime-words';
import type { FoldGrapheme } from './fold-grapheme';
import { type HeardUnit, type HeardWord, mendWords, splitHeardWords } from './heard-units';
import type { VendorWord } from './vendor-sentence';

/** The units that a token was found to be, both included. */
interface Match {
  readonly first: number;
  readonly last: number;
}

export interface TimeTokensOptions {
  /** Where tokens without any heard neighbour on one side may stand. */
  readonly span: TimeSpan;
  readonly hasMeasuredTimes: boolean;
  readonly fold: FoldGrapheme;
}

/**
 * The words of a sentence's text with times from the service's words [IS3] [IS4] [IS5] [IS6]. The
 * text is cut by our tokeniser and matched to the words letter by letter, character by character. A
 * token that is one or several whole words takes their times; one that is a part of a word, its even
 * share; tokens that were not found share the time of what they replace, or the gap they stand in.
 *
 * @param text not blank; the join of the result is this text [TX1]
 */
export function timeTokens(
  text: string,
  vendorWords: readonly VendorWord[],
  { span, hasMeasuredTimes, fold }: TimeTokensOptions,
): Word[] {
  const tokens = tokenise(text);
  const heardWords = mendWords(vendorWords);
  const units = splitHeardWords(heardWords, fold);
  const matches = findMatches(tokens, units, fold);
  const words: Word[] = [];
  let lastUnit = -1;
  let floorMs: number | undefined;
  const spreadUpTo = (end: number, nextUnit: number): void => {
    const pending = tokens.slice(words.length, end);
    if (pending.length === 0) return;
    words.push(...spread(pending, findRoom(units, lastUnit, nextUnit, { span, floorMs })));
  };
  matches.forEach((match, index) => {
    if (match === undefined) return;
    spreadUpTo(index, match.first);
    const times = takeTimes(match, units, heardWords);
    const isMeasured = hasMeasuredTimes && times.isAsGiven;
    const { beginMs, endMs } = times;
    words.push({
      ...tokens[index]!,
      beginMs,
      endMs,
      timing: isMeasured ? 'measured' : 'estimated',
    });
    lastUnit = match.last;
    floorMs = endMs;
  });
  spreadUpTo(tokens.length, units.length);
  return words;
}

/** For each token, the units it is; undefined where it was not found whole and in one piece. */
function findMatches(
  tokens: readonly Token[],
  units: readonly HeardUnit[],
  fold: FoldGrapheme,
): (Match | undefined)[] {
  const keysByToken = tokens.map((token) => splitGraphemes(token.text).flatMap(fold));
  const unitByKey = new Map(
    matchTokens(
      keysByToken.flat(),
      units.map(({ key }) => key),
    ),
  );
  let begin = 0;
  return keysByToken.map((keys) => {
    const first = unitByKey.get(begin);
    const isInOnePiece =
      first !== undefined &&
      keys.every((_, place) => unitByKey.get(begin + place) === first + place);
    begin += keys.length;
    if (keys.length === 0 || !isInOnePiece) return undefined;
    const last = first + keys.length - 1;
    // "a" is not to be found within "bat".
    return units[first]!.mayBegin && (units[last + 1]?.mayBegin ?? true)
      ? { first, last }
      : undefined;
  });
}

function takeTimes(
  { first, last }: Match,
  units: readonly HeardUnit[],
  words: readonly HeardWord[],
): HeardWord {
  const begin = units[first]!;
  const end = units[last]!;
  const beginMs = begin.beginMs;
  const endMs = end.isLastOfWord ? words[end.word]!.endMs : end.endMs;
  const isWhole = begin.isFirstOfWord && end.isLastOfWord;
  const isAsGiven =
    isWhole && words.slice(begin.word, end.word + 1).every((word) => word.isAsGiven);
  // An earlier word may overlap a later one and outlast it.
  return { beginMs, endMs: Math.max(beginMs, endMs), isAsGiven };
}

/** The time of the units strictly between two, or the gap where there are none. */
function findRoom(
  units: readonly HeardUnit[],
  lastUnit: number,
  nextUnit: number,
  { span, floorMs }: { readonly span: TimeSpan; readonly floorMs: number | undefined },
): TimeSpan {
  if (nextUnit - lastUnit > 1) {
    const beginMs = units[lastUnit + 1]!.beginMs;
    return { beginMs, endMs: Math.max(beginMs, units[nextUnit - 1]!.endMs) };
  }
  const next = units[nextUnit];
  const endMs = next?.beginMs ?? Math.max(span.endMs, floorMs ?? span.beginMs);
  return { beginMs: Math.min(floorMs ?? span.beginMs, endMs), endMs };
}

/** Tokens over a span, each by its length in characters. */
function spread(tokens: readonly Token[], { beginMs, endMs }: TimeSpan): Word[] {
  const weights = tokens.map(({ text }) => Math.max(1, countCharacters(text)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let used = 0;
  const at = (weight: number): number =>
    beginMs + Math.round(((endMs - beginMs) * weight) / total);
  return tokens.map((token, index) => {
    const begin = used;
    used += weights[index]!;
    return { ...token, beginMs: at(begin), endMs: at(used), timing: 'estimated' };
  });
}
