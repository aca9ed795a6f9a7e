import type { Sentence } from '../transcript/sentence';
import { parseMarkup } from './markup/parse-markup';
import { listWordMarks, type WordMark } from './timed-words';
import { formatTimecode } from '../timing/timecode';

/** A word of a text that gets its time. */
export interface TimedPart {
  readonly word: string;
  readonly atMs: number;
  /** Whether it begins to be said after the one before it, and so has a time of its own. */
  readonly hasTime: boolean;
  /** Where a silence follows it: when it ends. */
  readonly endMs?: number;
}

/**
 * A text of a sentence with the time of each word in it: those within the sentence that go on from one
 * to the next. The others share a stretch with their neighbours.
 */
export function placeWordTimes(
  sentence: Sentence,
  text: string,
  write: (part: TimedPart) => string,
): string {
  const marks = listWordMarks(sentence, text);
  let lastMs = sentence.beginMs;
  let end = 0;
  let written = '';
  marks.forEach((mark, index) => {
    const { offset, endOffset, atMs } = mark;
    if (offset < end) return;
    const hasTime = atMs > lastMs && atMs < sentence.endMs;
    if (hasTime) lastMs = atMs;
    const nextMs = marks[index + 1]?.atMs ?? sentence.endMs;
    const isEnded = mark.endMs < nextMs && mark.endMs > lastMs && mark.endMs < sentence.endMs;
    if (isEnded) lastMs = mark.endMs;
    const word = text.slice(offset, endOffset);
    const part = { word, atMs, hasTime, ...(isEnded ? { endMs: mark.endMs } : undefined) };
    written += text.slice(end, offset) + write(part);
    end = endOffset;
  });
  return written + text.slice(end);
}

/** The times of WebVTT that stand in a text as the words of the sentence have them now. */
export function renewTimes(sentence: Sentence, text: string): string {
  const marks = listWordMarks(sentence, text);
  let written = '';
  let offset = 0;
  let next = 0;
  const pieces = parseMarkup(text);
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'time') written += piece.raw;
    else {
      while (next < marks.length && marks[next]!.offset < offset) next++;
      const until = findNextTime(pieces, index, offset);
      const atMs = chooseTime(marks, next, until);
      written +=
        atMs === undefined || atMs === piece.atMs ? piece.raw : `<${formatTimecode(atMs, '.')}>`;
    }
    offset += piece.raw.length;
  });
  return written;
}

function findNextTime(
  pieces: ReturnType<typeof parseMarkup>,
  index: number,
  offset: number,
): number {
  let end = offset + pieces[index]!.raw.length;
  for (let at = index + 1; at < pieces.length && pieces[at]!.kind !== 'time'; at++) {
    end += pieces[at]!.raw.length;
  }
  return end;
}

/** When the word behind a time begins; without one before the next time, when the one before it ends. */
function chooseTime(marks: readonly WordMark[], next: number, until: number): number | undefined {
  const word = marks[next];
  return word !== undefined && word.offset < until ? word.atMs : marks[next - 1]?.endMs;
}
