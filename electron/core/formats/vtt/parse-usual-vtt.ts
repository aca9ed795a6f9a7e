import { countLines, findTextEnd, readUsualTime, type UsualText } from '../usual-cues';
import type { ParsedCue } from './parsed-cue';
import { vttMark } from './parse-blocks';
import { simpleTagEnd } from './simple-tags';

/** The cues that stand right below the head of a file as long as all is as it should be. */
export interface UsualCues {
  readonly cues: ParsedCue[];
  /** The text without them. */
  readonly rest: string;
  /** How many lines they have, with the blank ones below them. */
  readonly lines: number;
}

const point = 46;
const lineFeed = 10;
const timingLength = '00:00:00.000 --> 00:00:00.000'.length;
const usualText: UsualText = { tagEnd: simpleTagEnd, mayHaveAmpersands: false };

/**
 * Takes cues that are written as this program writes them out of a text, from its head on: full times and
 * nothing else on their line, lines of text without anything that has to be looked at, one blank line. One
 * look at each character gives what the careful way [FM10] makes of them.
 *
 * @param text with line feeds alone and without a byte order mark
 */
export function parseUsualVtt(text: string): UsualCues {
  const cues: ParsedCue[] = [];
  const { length } = text;
  const begin = findBody(text);
  let lines = 0;
  let at = begin;
  const linesBefore = begin === 0 ? 0 : countLines(text, 0, begin - 1);
  while (at > 0 && at < length) {
    const textAt = at + timingLength + 1;
    if (text.charCodeAt(textAt - 1) !== lineFeed || !text.startsWith(' --> ', at + 12)) break;
    const beginMs = readUsualTime(text, at, point);
    const endMs = readUsualTime(text, at + 17, point);
    if (!(endMs > beginMs)) break;
    const textEnd = findTextEnd(text, textAt, usualText);
    if (textEnd === -1) break;
    const isLast = textEnd + 1 === length;
    const next = isLast ? length : textEnd + 2;
    // More blank lines than one, and one at the end, are kept with the cue.
    if (!isLast && (next === length || text.charCodeAt(next) === lineFeed)) break;
    const line = linesBefore + lines + 1;
    cues.push({ cue: { line, beginMs, endMs, text: text.slice(textAt, textEnd) } });
    lines += 2 + countLines(text, textAt, textEnd);
    at = next;
  }
  return { cues, rest: cues.length === 0 ? text : text.slice(0, begin) + text.slice(at), lines };
}

/** Where the body of a file begins that has a head and one blank line below it; else 0. */
function findBody(text: string): number {
  const end = text.indexOf('\n\n');
  if (end === -1 || text.charCodeAt(end + 2) === lineFeed) return 0;
  const head = text.slice(0, end);
  const firstEnd = head.indexOf('\n');
  const first = firstEnd === -1 ? head : head.slice(0, firstEnd);
  return vttMark.test(first) && !head.includes('-->') ? end + 2 : 0;
}
