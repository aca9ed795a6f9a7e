import { parseTimecode } from '../../timing/timecode';
import type { Repair } from '../format';
import type { SharedRepairCode } from '../repairs';
import { toLineFeeds } from '../text-lines';
import { mayBeWideTiming, toPlainTiming } from './plain-timing';
import { formatTimestamp, readTiming, type VttTiming } from './timestamp';

/** A cue as it stands in a file. */
export interface VttCue {
  readonly kind: 'cue';
  /** Index of its first line, and of the one behind its last and the blank lines below. */
  readonly first: number;
  readonly end: number;
  /** Index of the line of its times. */
  readonly timing: number;
  readonly identifier: string;
  readonly beginMs: number;
  readonly endMs: number;
  /** What follows the times. */
  readonly settings: string;
  /** Index behind the last line of its text. */
  readonly textEnd: number;
  /** The same as the standard has it, which ends a text at a line with an arrow. */
  readonly standardEnd: number;
  /** Whether the standard reads it; the others were mended. */
  readonly isStandard: boolean;
  /** Whether there was anything to mend. */
  readonly isMended: boolean;
}

/** Any other part of a file: a note, styles, a region, or what is none of them. */
export interface VttBlock {
  readonly kind: 'block';
  readonly first: number;
  /** Index behind its last line; the blank lines below go on to `end`. */
  readonly textEnd: number;
  readonly end: number;
  readonly name: 'NOTE' | 'STYLE' | 'REGION' | undefined;
}

export interface VttFile {
  readonly lines: readonly string[];
  /** Whether it begins as every file has to. */
  readonly hasMark: boolean;
  /** What follows the mark on its line. */
  readonly comment: string;
  /** Index behind the last line of the header; the blank lines below go on to `bodyBegin`. */
  readonly headerEnd: number;
  readonly bodyBegin: number;
  readonly parts: readonly (VttCue | VttBlock)[];
}

type Repairs = Repair<SharedRepairCode>[];

/** The mark of a WebVTT file, alone or with a comment behind it. */
export const vttMark = /^WEBVTT(?:[ \t].*)?$/u;
const sectionMark = /^(NOTE|STYLE|REGION)(?:[ \t].*)?$/u;
/** Times that the standard refuses and that can be read for all that. */
const looseTiming = /^\s*(-?[\d:]+(?:[.,]\d+)?)\s*-->\s*(-?[\d:]+(?:[.,]\d+)?)(?:\s+(\S.*))?$/u;

/** A text as files are read: with line feeds, without a byte order mark and zeros. */
export function toPlainText(text: string): string {
  const whole = toLineFeeds(text.startsWith('\ufeff') ? text.slice(1) : text);
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole;
}

/**
 * Cuts a file into its parts as the standard does (W3C WebVTT 6.1), but that times which nearly are
 * what they should be, and the lack of the first line, are mended.
 */
export function parseBlocks(text: string, repairs: Repairs): VttFile {
  const given = toPlainText(text).split('\n');
  const lines = given.some(mayBeWideTiming) ? given.map(toPlainTiming) : given;
  const hasMark = vttMark.test(lines[0]!);
  if (!hasMark) repairs.push({ code: 'header-added', line: 1, after: 'WEBVTT' });
  let headerEnd = hasMark ? 1 : 0;
  while (hasMark && headerEnd < lines.length && isText(lines[headerEnd]!)) headerEnd++;
  const bodyBegin = skipBlanks(lines, headerEnd);
  const parts: (VttCue | VttBlock)[] = [];
  let isParted = !hasMark || bodyBegin > headerEnd;
  for (let index = bodyBegin; index < lines.length;) {
    const cue = readCue({ lines, given, first: index, isParted }, repairs);
    if (cue === undefined) {
      const block = readBlock(lines, index);
      parts.push(block);
      if (block.name === undefined) {
        if (lines[index]!.includes('-->')) {
          repairs.push({ code: 'time-unreadable', line: index + 1, before: given[index]! });
        }
        dropLines(given, index, block.textEnd, repairs);
      }
    } else {
      if (!isParted) repairs.push({ code: 'blank-line-added', line: cue.timing + 1 });
      parts.push(cue);
    }
    const { end, textEnd } = parts.at(-1)!;
    isParted = end > textEnd;
    index = end;
  }
  return {
    lines,
    hasMark,
    comment: hasMark ? lines[0]!.slice('WEBVTT'.length) : '',
    ...{ headerEnd, bodyBegin, parts },
  };
}

function isText(line: string): boolean {
  return line !== '' && !line.includes('-->');
}

function skipBlanks(lines: readonly string[], from: number): number {
  let index = from;
  while (index < lines.length && lines[index] === '') index++;
  return index;
}

function dropLines(given: readonly string[], begin: number, end: number, repairs: Repairs): void {
  for (let index = begin; index < end; index++) {
    repairs.push({ code: 'stray-text-dropped', line: index + 1, before: given[index]! });
  }
}

/** A part without times; it ends at a blank line, or before one with an arrow. */
function readBlock(lines: readonly string[], first: number): VttBlock {
  const [, name] = sectionMark.exec(lines[first]!) ?? [];
  let textEnd = first + 1;
  while (textEnd < lines.length && isText(lines[textEnd]!)) textEnd++;
  return {
    kind: 'block',
    ...{ first, textEnd, end: skipBlanks(lines, textEnd) },
    name: name as VttBlock['name'],
  };
}

interface Place {
  readonly lines: readonly string[];
  /** The same as they stand in the file. */
  readonly given: readonly string[];
  readonly first: number;
  /** Whether a blank line stands before it. */
  readonly isParted: boolean;
}

/** The cue that begins at a line; undefined where there is none. */
function readCue(place: Place, repairs: Repairs): VttCue | undefined {
  const { lines, given, first } = place;
  const next = lines[first + 1];
  const isHead = lines[first]!.includes('-->');
  const at = isHead ? first : next?.includes('-->') === true ? first + 1 : -1;
  if (at === -1) return undefined;
  const strict = readTiming(lines[at]!);
  const timing = strict ?? readLooseTiming(lines[at]!);
  if (timing === undefined) return undefined;
  const repairsBefore = repairs.length;
  noteTiming(
    timing,
    { line: at + 1, before: given[at]!, isStrict: strict !== undefined && lines[at] === given[at] },
    repairs,
  );
  let textEnd = at + 1;
  while (textEnd < lines.length && isText(lines[textEnd]!)) textEnd++;
  const standardEnd = textEnd;
  // Lines with an arrow that are no times were meant as text.
  while (textEnd < lines.length && lines[textEnd] !== '' && !beginsCue(lines[textEnd]!)) {
    if (lines[textEnd]!.includes('-->')) {
      repairs.push({ code: 'time-unreadable', line: textEnd + 1, before: given[textEnd]! });
    }
    textEnd++;
  }
  const end = skipBlanks(lines, textEnd);
  return {
    kind: 'cue',
    ...{ first, end, timing: at, identifier: isHead ? '' : lines[first]! },
    beginMs: Math.max(0, timing.beginMs),
    endMs: Math.max(0, timing.endMs),
    settings: timing.rest,
    ...{ textEnd, standardEnd, isStandard: strict !== undefined && lines[at] === given[at] },
    isMended:
      !place.isParted || repairs.length > repairsBefore || (end === textEnd && end < lines.length),
  };
}

function beginsCue(line: string): boolean {
  return (
    line.includes('-->') && (readTiming(line) !== undefined || readLooseTiming(line) !== undefined)
  );
}

function readLooseTiming(line: string): VttTiming | undefined {
  const match = looseTiming.exec(line);
  const beginMs = parseTimecode(match?.[1] ?? '');
  const endMs = parseTimecode(match?.[2] ?? '');
  if (match === null || beginMs === undefined || endMs === undefined) return undefined;
  return { beginMs, endMs, rest: match[3] ?? '' };
}

function noteTiming(
  { beginMs, endMs }: VttTiming,
  about: { readonly line: number; readonly before: string; readonly isStrict: boolean },
  repairs: Repairs,
): void {
  const { line, before, isStrict } = about;
  if (!isStrict) {
    const after = `${formatTimestamp(beginMs)} --> ${formatTimestamp(endMs)}`;
    repairs.push({ code: 'time-rewritten', line, before, after });
  }
  if (beginMs < 0 || endMs < 0) repairs.push({ code: 'negative-time-raised', line, before });
}
