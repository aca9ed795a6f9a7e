import { formatTimecode, readTimecodeAt } from '../../timing/timecode';

/** Times of a cue and what follows them on their line, as the standard reads them. */
export interface VttTiming {
  readonly beginMs: number;
  readonly endMs: number;
  readonly rest: string;
}

const timestamp = /(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})(?!\d)/uy;
const gap = /[ \t\f]*/uy;
const zero = 48;

/**
 * Reads a line of times (W3C WebVTT 6.3, "collect WebVTT cue timings and settings").
 * @returns undefined where the standard fails
 */
export function readTiming(line: string): VttTiming | undefined {
  // The form nearly all lines have; reading it directly is several times as fast.
  if (line.startsWith(' --> ', 12)) {
    const beginMs = readTimecodeAt(line, 0, '.');
    const endMs = readTimecodeAt(line, 17, '.');
    if (beginMs >= 0 && endMs >= 0 && !isDigit(line.charCodeAt(29))) {
      return { beginMs, endMs, rest: line.length === 29 ? '' : line.slice(29) };
    }
  }
  const begin = readAt(line, skip(line, 0));
  if (begin === undefined) return undefined;
  const arrowAt = skip(line, begin.end);
  if (!line.startsWith('-->', arrowAt)) return undefined;
  const end = readAt(line, skip(line, arrowAt + 3));
  if (end === undefined) return undefined;
  return { beginMs: begin.ms, endMs: end.ms, rest: line.slice(end.end) };
}

/** A time within a tag, in ms; undefined where it is none or something follows it. */
export function readTimestamp(text: string): number | undefined {
  const read = readAt(text, 0);
  return read?.end === text.length ? read.ms : undefined;
}

/** A time as this program writes it. */
export function formatTimestamp(timeMs: number): string {
  return formatTimecode(timeMs, '.');
}

function skip(line: string, from: number): number {
  gap.lastIndex = from;
  gap.exec(line);
  return gap.lastIndex;
}

function readAt(
  line: string,
  from: number,
): { readonly ms: number; readonly end: number } | undefined {
  timestamp.lastIndex = from;
  const match = timestamp.exec(line);
  if (match === null) return undefined;
  const [whole, hours = '0', minutes, seconds, milliseconds] = match;
  const inMinutes = Number(hours) * 60 + Number(minutes);
  const ms = (inMinutes * 60 + Number(seconds)) * 1000 + Number(milliseconds);
  // More hours than that cannot be counted in ms exactly.
  return Number(minutes) > 59 || Number(seconds) > 59 || !Number.isSafeInteger(ms)
    ? undefined
    : { ms, end: from + whole.length };
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}
