import { estimateWords, weighWord } from '../alignment/estimate-words';
import type { TimeSpan } from '../alignment/time-span';
import type { Sentence } from '../transcript/sentence';
import { type Token, tokenise } from '../transcript/tokenise';
import type { Word } from '../transcript/word';

/** A time that a file gives within the text of a cue: what follows it is said from then on. */
export interface TimeMark {
  /** Into the text of the cue with its markup, in UTF-16 units: before or behind the mark itself. */
  readonly offset: number;
  readonly atMs: number;
}

/** A word of a sentence, for files that have times within their text. */
export interface WordMark extends TimeMark {
  /** Where the word ends, without the marks behind it. */
  readonly endOffset: number;
  readonly endMs: number;
}

/** A token and where it stands in its text. */
interface PlacedToken extends Token {
  readonly offset: number;
}

/**
 * The words of a cue whose text has times in it; the join of them is the text [TX1]. A word that has a
 * stretch between two times (or an end of the cue) to itself is `measured`; several share theirs by
 * their length and are `estimated`. A time within a word cuts it. One that runs back counts as the time
 * before it [TX2]. Without times, the words share those of the cue and are `estimated`.
 *
 * @param marks in the order of the text
 */
export function timeWords(
  text: string,
  span: TimeSpan,
  marks: readonly TimeMark[],
): readonly Word[] {
  if (marks.length === 0) return estimateWords(text, span);
  const tokens = placeTokens(text, marks);
  const words: Word[] = [];
  let begin = 0;
  let beginMs = span.beginMs;
  let lastMs = 0;
  for (let index = 0; index <= marks.length; index++) {
    const mark = marks[index];
    let end = begin;
    while (end < tokens.length && (mark === undefined || tokens[end]!.offset < mark.offset)) end++;
    lastMs = Math.max(lastMs, mark?.atMs ?? 0);
    const endMs = mark === undefined ? span.endMs : lastMs;
    if (end > begin) {
      const fromMs = Math.max(beginMs, words.at(-1)?.beginMs ?? 0);
      addWords(tokens.slice(begin, end), { beginMs: fromMs, endMs }, words);
    }
    begin = end;
    beginMs = endMs;
  }
  return words;
}

/** The words of one stretch; its first one begins where it begins, and the last one ends where it ends. */
function addWords(tokens: readonly PlacedToken[], { beginMs, endMs }: TimeSpan, to: Word[]): void {
  const timing = tokens.length === 1 ? 'measured' : 'estimated';
  const lengthMs = Math.max(0, endMs - beginMs);
  const total = tokens.reduce((sum, { text }) => sum + weighWord(text), 0);
  let used = 0;
  for (const { before, text, after } of tokens) {
    const from = beginMs + Math.round((lengthMs * used) / total);
    used += weighWord(text);
    const until = beginMs + Math.round((lengthMs * used) / total);
    to.push({ before, text, after, beginMs: from, endMs: until, timing });
  }
}

/** Tokens with their places, cut where a time stands within them. */
function placeTokens(text: string, marks: readonly TimeMark[]): readonly PlacedToken[] {
  const placed: PlacedToken[] = [];
  let end = 0;
  let next = 0;
  for (const token of tokenise(text)) {
    let offset = end + token.before.length;
    let rest: Token = token;
    end += token.before.length + token.text.length + token.after.length;
    while (next < marks.length && marks[next]!.offset <= offset) next++;
    while (next < marks.length && marks[next]!.offset < offset + rest.text.length) {
      const length = marks[next]!.offset - offset;
      placed.push({ before: rest.before, text: rest.text.slice(0, length), after: '', offset });
      rest = { before: '', text: rest.text.slice(length), after: rest.after };
      offset += length;
      while (next < marks.length && marks[next]!.offset <= offset) next++;
    }
    placed.push({ before: rest.before, text: rest.text, after: rest.after, offset });
  }
  return placed;
}

const blank = /\s/u;

/**
 * Where the words of a sentence stand in its text, and when they are said: what {@link timeWords} is
 * given, in reverse.
 *
 * @param written the text in which the words are looked for, where its blanks and breaks of lines were
 *   set anew; offsets are into it
 */
export function listWordMarks(sentence: Sentence, written: string = sentence.text): WordMark[] {
  const toWritten = sentence.text === written ? undefined : mapOffsets(sentence.text, written);
  const marks: WordMark[] = [];
  let end = 0;
  for (const { before, text, after, beginMs, endMs } of sentence.words) {
    const offset = end + before.length;
    end = offset + text.length + after.length;
    if (text === '') continue;
    const last = offset + text.length - 1;
    marks.push({
      offset: toWritten?.(offset) ?? offset,
      atMs: beginMs,
      endOffset: (toWritten?.(last) ?? last) + 1,
      endMs,
    });
  }
  return marks;
}

/** Where a character of one text stands in another that has other blanks: as many others stand before it. */
function mapOffsets(from: string, to: string): (offset: number) => number {
  const places: number[] = [];
  for (let index = 0; index < to.length; index++) {
    if (!blank.test(to.charAt(index))) places.push(index);
  }
  let counted = 0;
  let before = 0;
  // Offsets are asked for in order, so that the text is walked once.
  return (offset) => {
    for (; counted < offset; counted++) if (!blank.test(from.charAt(counted))) before++;
    return places[before] ?? to.length;
  };
}
