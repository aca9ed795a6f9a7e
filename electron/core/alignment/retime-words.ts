import { splitGraphemes } from '../transcript/graphemes';
import { isUnspaced, type Token, tokenise } from '../transcript/tokenise';
import { joinWords, type Word } from '../transcript/word';
import { estimateWords, weighWord } from './estimate-words';
import { matchTokens } from './match-tokens';
import { normaliseForMatch } from './normalise-for-match';
import type { TimeSpan } from './time-span';

export type { TimeSpan } from './time-span';

/** What is matched: a whole word, or one grapheme of a word of a script without blanks. */
interface OldUnit extends TimeSpan {
  readonly key: string;
  readonly word: number;
  /** Place within the word, and how many units the word has. */
  readonly place: number;
  readonly size: number;
}

interface NewUnit {
  readonly key: string;
  readonly text: string;
  readonly token: number;
  readonly before: string;
  readonly after: string;
  /** Index of the old unit it equals. */
  readonly old: number | undefined;
}

/** New units that become one word: all of one old word, or all of one new token. */
interface Group {
  readonly units: NewUnit[];
  readonly isMatched: boolean;
}

/** A word of the edited text; one that is kept has the times of before, which no other moves. */
interface PlacedWord {
  readonly word: Word;
  readonly isKept: boolean;
}

const asKept = (word: Word): PlacedWord => ({ word, isKept: true });

/**
 * Gives the words of an edited text the times of the words before the edit [TX6]. Words that are
 * still there keep times, provenance and confidence; words that were changed share the span of what
 * they replace, in proportion to their length, and become `estimated`; inserted words stand in the
 * gap between their neighbours, which may be empty. In scripts without blanks characters are
 * matched, so that a partly changed word is split and its kept part stays in place.
 *
 * @param oldWords words in order of time [TX2]
 * @param newText the whole text after the edit; the join of the result is this text [TX1]
 * @param span where the sentence stands: room for text added at its ends, or to no words at all
 */
export function retimeWords(
  oldWords: readonly Word[],
  newText: string,
  span?: TimeSpan,
): readonly Word[] {
  if (oldWords.length === 0) return estimateWords(newText, span);
  if (newText === joinWords(oldWords)) return oldWords;
  const { head, tail } = countUntouched(oldWords, newText);
  const kept = oldWords.slice(0, head);
  const rest = oldWords.slice(oldWords.length - tail);
  const middle = newText.slice(joinWords(kept).length, newText.length - joinWords(rest).length);
  const room: TimeSpan = {
    beginMs: kept.at(-1)?.endMs ?? span?.beginMs ?? oldWords[0]?.beginMs ?? 0,
    endMs: rest[0]?.beginMs ?? span?.endMs ?? oldWords.at(-1)?.endMs ?? span?.beginMs ?? 0,
  };
  const touched = oldWords.slice(head, oldWords.length - tail);
  return putInOrder([
    ...kept.map(asKept),
    ...retimeTouched(touched, middle, room),
    ...rest.map(asKept),
  ]);
}

/**
 * Words at both ends that the edit cannot have touched: it lies beyond a blank and a further word.
 * They are kept whatever the tokeniser would make of them, as engines cut words in their own ways.
 */
function countUntouched(
  words: readonly Word[],
  newText: string,
): { readonly head: number; readonly tail: number } {
  const texts = words.map((word) => joinWords([word]));
  let head = 0;
  for (let end = 0, index = 0; index < texts.length; index++) {
    const text = texts[index]!;
    if (!newText.startsWith(text, end)) break;
    end += text.length;
    if (/\s$/u.test(text)) head = index + 1;
  }
  let tail = 0;
  for (let begin = newText.length, count = 1; count <= texts.length; count++) {
    const text = texts[texts.length - count]!;
    begin -= text.length;
    if (begin < 0 || !newText.startsWith(text, begin)) break;
    const previous = texts[texts.length - count - 1];
    if (previous !== undefined && /\s$/u.test(previous) && /\s/u.test(newText.charAt(begin - 1))) {
      tail = count;
    }
  }
  head = Math.max(0, head - 1);
  tail = Math.max(0, tail - 1);
  // The two ends may claim the same words where the edit repeats or removes some.
  const ends = [0];
  for (const text of texts) ends.push(ends.at(-1)! + text.length);
  const joined = (from: number, to: number): number => ends[to]! - ends[from]!;
  while (
    tail > 0 &&
    (head + tail >= words.length ||
      joined(0, head) + joined(texts.length - tail, texts.length) >= newText.length)
  ) {
    tail--;
  }
  if (head >= words.length || joined(0, head) >= newText.length) head = 0;
  return { head, tail };
}

function retimeTouched(
  oldWords: readonly Word[],
  newText: string,
  room: TimeSpan,
): readonly PlacedWord[] {
  const oldUnits = splitOld(oldWords);
  const newUnits = splitNew(tokenise(newText), oldUnits);
  const words: PlacedWord[] = [];
  let pending: NewUnit[][] = [];
  let lastOld = -1;
  const placePending = (nextOld: number): void => {
    if (pending.length === 0) return;
    const place = spanBetween(oldUnits, lastOld, nextOld, room);
    for (const word of spread(pending, place)) words.push({ word, isKept: false });
    pending = [];
  };
  for (const group of groupUnits(newUnits, oldUnits)) {
    if (!group.isMatched) {
      pending.push(group.units);
      continue;
    }
    const first = group.units[0]!.old!;
    placePending(first);
    lastOld = group.units.at(-1)!.old!;
    words.push(takeOver(group.units, oldUnits, oldWords));
  }
  placePending(oldUnits.length);
  return words;
}

function splitOld(words: readonly Word[]): OldUnit[] {
  return words.flatMap((word, index) => {
    const parts = isUnspaced(word.text) ? splitGraphemes(word.text) : [word.text];
    const lengthMs = word.endMs - word.beginMs;
    return parts.map((part, place) => ({
      key: normaliseForMatch(part),
      word: index,
      place,
      size: parts.length,
      beginMs: word.beginMs + Math.round((lengthMs * place) / parts.length),
      endMs: word.beginMs + Math.round((lengthMs * (place + 1)) / parts.length),
    }));
  });
}

function splitNew(tokens: readonly Token[], oldUnits: readonly OldUnit[]): NewUnit[] {
  const units = tokens.flatMap((token, index) => {
    const parts = isUnspaced(token.text) ? splitGraphemes(token.text) : [token.text];
    return parts.map((text, place) => ({
      key: normaliseForMatch(text),
      text,
      token: index,
      before: place === 0 ? token.before : '',
      after: place === parts.length - 1 ? token.after : '',
    }));
  });
  const oldByNew = new Map(
    matchTokens(
      oldUnits.map((unit) => unit.key),
      units.map((unit) => unit.key),
    ).map(([old, fresh]) => [fresh, old]),
  );
  // Field by field: to spread them takes longer than to match them.
  return units.map(({ key, text, token, before, after }, index) => ({
    key,
    text,
    token,
    before,
    after,
    old: oldByNew.get(index),
  }));
}

function groupUnits(units: readonly NewUnit[], oldUnits: readonly OldUnit[]): Group[] {
  const groups: Group[] = [];
  let previous: NewUnit | undefined;
  for (const unit of units) {
    const last = groups.at(-1);
    if (last !== undefined && previous !== undefined && belongsTo(unit, previous, oldUnits)) {
      last.units.push(unit);
    } else {
      groups.push({ units: [unit], isMatched: unit.old !== undefined });
    }
    previous = unit;
  }
  return groups;
}

/** Whether a unit goes on with the word of the unit before it. */
function belongsTo(unit: NewUnit, previous: NewUnit, oldUnits: readonly OldUnit[]): boolean {
  if (previous.after !== '' || unit.before !== '') return false;
  if (unit.old === undefined || previous.old === undefined) {
    return unit.old === previous.old && unit.token === previous.token;
  }
  return unit.old === previous.old + 1 && oldUnits[unit.old]!.place > 0;
}

/** The word of matched units: the old word itself, or an estimated part of it. */
function takeOver(
  units: readonly NewUnit[],
  oldUnits: readonly OldUnit[],
  oldWords: readonly Word[],
): PlacedWord {
  const first = oldUnits[units[0]!.old!]!;
  const last = oldUnits[units.at(-1)!.old!]!;
  const parts = {
    before: units[0]!.before,
    text: units.map((unit) => unit.text).join(''),
    after: units.at(-1)!.after,
  };
  const isKept = first.place === 0 && last.place === last.size - 1;
  if (isKept) return { word: { ...oldWords[first.word]!, ...parts }, isKept };
  const times = { beginMs: first.beginMs, endMs: last.endMs, timing: 'estimated' } as const;
  return { word: { ...parts, ...times }, isKept };
}

/** The span of the old units strictly between two, or the gap where there are none. */
function spanBetween(
  oldUnits: readonly OldUnit[],
  lastOld: number,
  nextOld: number,
  room: TimeSpan,
): TimeSpan {
  const replaced = nextOld - lastOld > 1;
  const previous = oldUnits[lastOld];
  const next = oldUnits[nextOld];
  const beginMs = replaced
    ? oldUnits[lastOld + 1]!.beginMs
    : (previous?.endMs ?? Math.min(room.beginMs, next?.beginMs ?? room.beginMs));
  const endMs = replaced
    ? oldUnits[nextOld - 1]!.endMs
    : (next?.beginMs ?? Math.max(room.endMs, beginMs));
  // Old words may overlap; a span never runs backwards.
  return { beginMs: Math.min(beginMs, endMs), endMs: Math.max(beginMs, endMs) };
}

function spread(groups: readonly (readonly NewUnit[])[], span: TimeSpan): Word[] {
  const texts = groups.map((units) => units.map((unit) => unit.text).join(''));
  const weights = texts.map(weighWord);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let used = 0;
  return groups.map((units, index) => {
    const at = (weight: number): number =>
      span.beginMs + Math.round(((span.endMs - span.beginMs) * weight) / total);
    const beginMs = at(used);
    used += weights[index]!;
    return {
      before: units[0]!.before,
      text: texts[index]!,
      after: units.at(-1)!.after,
      beginMs,
      endMs: at(used),
      timing: 'estimated',
    };
  });
}

/** Estimated words give way where old words overlap, so that begins never go back [TX2]. */
function putInOrder(entries: readonly PlacedWord[]): Word[] {
  const words = entries.map(({ word }) => word);
  const move = (index: number, beginMs: number): void => {
    const word = words[index]!;
    words[index] = { ...word, beginMs, endMs: Math.max(beginMs, word.endMs) };
  };
  for (let index = words.length - 2; index >= 0; index--) {
    const limitMs = words[index + 1]!.beginMs;
    if (!entries[index]!.isKept && words[index]!.beginMs > limitMs) move(index, limitMs);
  }
  for (let index = 1; index < words.length; index++) {
    const limitMs = words[index - 1]!.beginMs;
    if (!entries[index]!.isKept && words[index]!.beginMs < limitMs) move(index, limitMs);
  }
  return words;
}
