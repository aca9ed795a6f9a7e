import type { TimeSpan } from '../alignment/retime-words';
import { countCharacters } from '../transcript/graphemes';
import type { Token } from '../transcript/tokenise';
import type { Word } from '../transcript/word';
import type { FoldGrapheme } from './fold-grapheme';
import { groupPieces, type Match, type PieceGroup } from './group-pieces';
import { type HeardUnit, type HeardWord, splitHeardWords } from './heard-units';
import { splitPieces } from './split-pieces';

export interface TimeTokensOptions {
  /** Where tokens without any heard neighbour on one side may stand. */
  readonly span: TimeSpan;
  readonly hasMeasuredTimes: boolean;
  readonly fold: FoldGrapheme;
}

/**
 * The words of a sentence's text with times from the service's words [IS3] [IS4] [IS5] [IS6]. The
 * text is cut by our tokeniser and matched to the words letter by letter, character by character.
 * What is one or several whole words takes their times; what is a part of a word, its even share;
 * what was not found shares the time of what it replaces, or the gap it stands in.
 *
 * @param text not blank; the join of the result is this text [TX1]
 * @param heardWords in order of begin
 */
export function timeTokens(
  text: string,
  heardWords: readonly (HeardWord & { readonly text: string })[],
  { span, hasMeasuredTimes, fold }: TimeTokensOptions,
): Word[] {
  const units = splitHeardWords(heardWords, fold);
  const words: Word[] = [];
  let pending: PieceGroup[] = [];
  let lastUnit = -1;
  let floorMs: number | undefined;
  const spreadPending = (nextUnit: number): void => {
    if (pending.length === 0) return;
    const room = findRoom(units, lastUnit, nextUnit, { span, floorMs });
    const tokens = pending.map(({ token }) => token);
    for (const word of spread(tokens, room)) words.push(word);
    pending = [];
  };
  for (const group of groupPieces(splitPieces(text, fold), units)) {
    if (group.match === undefined) {
      pending.push(group);
      continue;
    }
    spreadPending(group.match.first);
    const { beginMs, endMs, isAsGiven, confidence } = takeTimes(group.match, units, heardWords);
    const timing = hasMeasuredTimes && isAsGiven ? 'measured' : 'estimated';
    // Written out: spreading an object costs as much as all the rest in a long reply.
    const { before, text: token, after } = group.token;
    words.push(
      confidence === undefined
        ? { before, text: token, after, beginMs, endMs, timing }
        : { before, text: token, after, beginMs, endMs, timing, confidence },
    );
    lastUnit = group.match.last;
    floorMs = endMs;
  }
  spreadPending(units.length);
  return words;
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
  const own = words.slice(begin.word, end.word + 1);
  const isAsGiven = isWhole && own.every((word) => word.isAsGiven);
  const confidence = findLeastConfidence(own);
  // An earlier word may overlap a later one and outlast it.
  return {
    ...{ beginMs, endMs: Math.max(beginMs, endMs), isAsGiven },
    ...(confidence === undefined ? undefined : { confidence }),
  };
}

/** Of several words that are one of ours, the least; unknown where it is of one of them. */
function findLeastConfidence(words: readonly HeardWord[]): number | undefined {
  let least = 1;
  for (const { confidence } of words) {
    if (confidence === undefined) return undefined;
    least = Math.min(least, confidence);
  }
  return least;
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
  const at = (weight: number): number => beginMs + Math.round(((endMs - beginMs) * weight) / total);
  return tokens.map(({ before, text, after }, index) => {
    const begin = used;
    used += weights[index]!;
    return { before, text, after, beginMs: at(begin), endMs: at(used), timing: 'estimated' };
  });
}
