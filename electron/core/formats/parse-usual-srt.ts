import { plainTagEnd } from './markup/srt-dialect';
import type { SrtCue } from './parse-srt';
import { isBlankCode } from './text-lines';

/** The cues that a file begins with as long as all is as it should be, and where the rest of it begins. */
export interface UsualCues {
  readonly cues: SrtCue[];
  /** Offset of the rest, which begins with the head of a cue; the length of the text where there is none. */
  readonly end: number;
  /** How many lines stand before the rest. */
  readonly lines: number;
}

const lineFeed = 10;
const zero = 48;
const timingLength = '00:00:00,000 --> 00:00:00,000'.length;

/**
 * Reads cues that are written as this program writes them: a number, plain times, lines of text without
 * anything that may be read as a time or a foreign mark, one blank line. Nearly all cues of nearly all
 * files are; one look at each character gives what the careful way [FM3] makes of them. A cue counts
 * only once what follows it is another such head, or the end.
 *
 * @param text with line feeds alone and without a byte order mark
 */
export function parseUsualSrt(text: string): UsualCues {
  const cues: SrtCue[] = [];
  const { length } = text;
  let cue: SrtCue | undefined;
  let at = 0;
  let lines = 0;
  /** Where the cue begins that waits for what follows it. */
  let end = 0;
  let linesBefore = 0;
  for (;;) {
    const begin = at;
    const numberEnd = skipDigits(text, at);
    const timing = numberEnd + 1;
    const textAt = timing + timingLength + 1;
    if (numberEnd - at < 1 || numberEnd - at > 9 || text.charCodeAt(numberEnd) !== lineFeed) break;
    if (textAt > length || text.charCodeAt(textAt - 1) !== lineFeed) break;
    const beginMs = readTime(text, timing);
    const endMs = readTime(text, timing + 17);
    if (!(endMs > beginMs) || !text.startsWith(' --> ', timing + 12)) break;
    if (cue !== undefined) cues.push(cue);
    cue = undefined;
    end = begin;
    linesBefore = lines;
    const textEnd = findTextEnd(text, textAt);
    if (textEnd === -1) break;
    cue = {
      line: lines + 2,
      beginMs,
      endMs,
      text: text.slice(textAt, textEnd),
      coordinates: '',
      number: readNumber(text, at, numberEnd),
      block: undefined,
    };
    lines += 3;
    for (let index = textAt; index < textEnd; index++) {
      if (text.charCodeAt(index) === lineFeed) lines++;
    }
    at = textEnd + 1;
    if (at === length) {
      cues.push(cue);
      return { cues, end: length, lines };
    }
    lines++;
    at++;
  }
  return { cues, end, lines: linesBefore };
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

function readNumber(text: string, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end; at++) number = number * 10 + text.charCodeAt(at) - zero;
  return number;
}

/** `HH:MM:SS,mmm` at a place, in ms; not a number where something else stands there. */
function readTime(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return Number.NaN;
  if (text.charCodeAt(at + 8) !== 44) return Number.NaN;
  const minutes = readTwo(text, at) * 60 + readTwo(text, at + 3);
  const seconds = minutes * 60 + readTwo(text, at + 6);
  return seconds * 1000 + readTwo(text, at + 9) * 10 + readDigit(text, at + 11);
}

function readTwo(text: string, at: number): number {
  return readDigit(text, at) * 10 + readDigit(text, at + 1);
}

function readDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return isDigit(code) ? code - zero : Number.NaN;
}

/**
 * The end of lines of text below which stands a blank line or the end of the file.
 * @returns -1 where a line has blanks at its ends, or anything that may be more than text
 */
function findTextEnd(text: string, from: number): number {
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
      at = plainTagEnd(text, at) - 1;
      if (at < 0) return -1;
    } else if (isSuspect(code)) return -1;
  }
  return -1;
}

/** Whether a character may be part of an arrow or of a mark: those of which compatible forms are `>` or `→`, and `{`. */
function isSuspect(code: number): boolean {
  if (code < 0x2192) return code === 0x3e || code === 0x7b;
  return code === 0x2192 || code === 0xfe65 || code === 0xff1e || code === 0xffeb;
}
