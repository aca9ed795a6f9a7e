import { plainTagEnd } from './markup/srt-dialect';
import type { SrtCue } from './srt-cue';
import { countLines, findTextEnd, isDigit, readUsualTime, type UsualText } from './usual-cues';

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
const comma = 44;
const timingLength = '00:00:00,000 --> 00:00:00,000'.length;
const usualText: UsualText = { tagEnd: plainTagEnd, mayHaveAmpersands: true };

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
    const beginMs = readUsualTime(text, timing, comma);
    const endMs = readUsualTime(text, timing + 17, comma);
    if (!(endMs > beginMs) || !text.startsWith(' --> ', timing + 12)) break;
    if (cue !== undefined) cues.push(cue);
    end = begin;
    linesBefore = lines;
    const textEnd = findTextEnd(text, textAt, usualText);
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
    lines += 2 + countLines(text, textAt, textEnd);
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

function readNumber(text: string, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end; at++) number = number * 10 + text.charCodeAt(at) - zero;
  return number;
}
