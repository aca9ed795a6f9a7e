import { isBlankCode } from './text-lines';

const lineFeed = 10;
const zero = 48;
const colon = 58;

/** What the text of a cue may have in it that is surely no more than text. */
export interface UsualText {
  /** The place behind a plain tag that begins at one; 0 where none does. */
  readonly tagEnd: (text: string, begin: number) => number;
  readonly mayHaveAmpersands: boolean;
}

/**
 * The end of lines of text below which stands a blank line or the end of the file.
 * @returns -1 where a line has blanks at its ends, or anything that may be more than text
 */
export function findTextEnd(
  text: string,
  from: number,
  { tagEnd, mayHaveAmpersands }: UsualText,
): number {
  const { length } = text;
  let isLineBegin = true;
  for (let at = from; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed) {
      if (isLineBegin || isBlankCode(text.charCodeAt(at - 1))) return -1;
      const next = at + 1;
      if (next === length || text.charCodeAt(next) === lineFeed) return at;
      isLineBegin = true;
      continue;
    }
    if (isLineBegin && isBlankCode(code)) return -1;
    isLineBegin = false;
    if (code === 0x3c) {
      at = tagEnd(text, at) - 1;
      if (at < 0) return -1;
    } else if (isSuspect(code) || (code === 0x26 && !mayHaveAmpersands)) return -1;
  }
  return -1;
}

/** Whether a character may be part of an arrow or of a mark: those of which compatible forms are `>` or `→`, and `{`. */
function isSuspect(code: number): boolean {
  if (code < 0x2192) return code === 0x3e || code === 0x7b;
  return code === 0x2192 || code === 0xfe65 || code === 0xff1e || code === 0xffeb;
}

/** Lines of a stretch that does not end in a line feed. */
export function countLines(text: string, from: number, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n', from); at < end && at !== -1; at = text.indexOf('\n', at + 1)) {
    lines++;
  }
  return lines;
}

/** `HH:MM:SS,mmm` with a mark of one's own at a place, in ms; not a number where something else stands there. */
export function readUsualTime(text: string, at: number, mark: number): number {
  if (text.charCodeAt(at + 2) !== colon || text.charCodeAt(at + 5) !== colon) return Number.NaN;
  if (text.charCodeAt(at + 8) !== mark) return Number.NaN;
  const minutes = readTwo(text, at + 3);
  const seconds = readTwo(text, at + 6);
  if (minutes > 59 || seconds > 59) return Number.NaN;
  const inSeconds = (readTwo(text, at) * 60 + minutes) * 60 + seconds;
  return inSeconds * 1000 + readTwo(text, at + 9) * 10 + readDigit(text, at + 11);
}

function readTwo(text: string, at: number): number {
  return readDigit(text, at) * 10 + readDigit(text, at + 1);
}

function readDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return isDigit(code) ? code - zero : Number.NaN;
}

export function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}
