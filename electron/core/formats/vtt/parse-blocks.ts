import { parseTimecode } from '../../timing/timecode';
import type { Repair } from '../format';
import type { SharedRepairCode } from '../repairs';
import { TextLines } from '../text-lines';
import { hasWideTimings, toPlainTiming } from './plain-timing';
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
  readonly lines: TextLines;
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

/**
 * Cuts a file into its parts as the standard does (W3C WebVTT 6.1), but that times which nearly are
 * what they should be, and the lack of the first line, are mended.
 */
export function parseBlocks(text: string, repairs: Repairs): VttFile {
  const given = new TextLines(toStandardText(text));
  const lines = hasWideTimings(given)
    ? new TextLines(given.text.split('\n').map(toPlainTiming).join('\n'))
    : given;
  const arrows = findArrows(lines);
  const isText = (index: number): boolean => !lines.isEmpty(index) && arrows[index] === 0;
  const hasMark = vttMark.test(lines.at(0));
  if (!hasMark) repairs.push({ code: 'header-added', line: 1, after: 'WEBVTT' });
  let headerEnd = hasMark ? 1 : 0;
  while (hasMark && headerEnd < lines.length && isText(headerEnd)) headerEnd++;
  const bodyBegin = skipBlanks(lines, headerEnd);
  const parts: (VttCue | VttBlock)[] = [];
  let isParted = !hasMark || bodyBegin > headerEnd;
  for (let index = bodyBegin; index < lines.length;) {
    const cue = readCue({ lines, given, arrows, first: index, isParted }, repairs);
    if (cue === undefined) {
      const block = readBlock(lines, arrows, index);
      parts.push(block);
      if (block.name === undefined) {
        if (arrows[index] === 1) {
          repairs.push({ code: 'time-unreadable', line: index + 1, before: given.at(index) });
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
    comment: hasMark ? lines.at(0).slice('WEBVTT'.length) : '',
    ...{ headerEnd, bodyBegin, parts },
  };
}

function toStandardText(text: string): string {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole;
}

/** Of every line, whether the arrow that stands between two times stands in it: 1 or 0. */
function findArrows(lines: TextLines): Uint8Array {
  const arrows = new Uint8Array(lines.length);
  let index = 0;
  for (let at = lines.text.indexOf('-->'); at !== -1;) {
    while (lines.end(index) < at) index++;
    arrows[index] = 1;
    at = lines.text.indexOf('-->', lines.end(index));
  }
  return arrows;
}

function skipBlanks(lines: TextLines, from: number): number {
  let index = from;
  while (index < lines.length && lines.isEmpty(index)) index++;
  return index;
}

function dropLines(given: TextLines, begin: number, end: number, repairs: Repairs): void {
  for (let index = begin; index < end; index++) {
    repairs.push({ code: 'stray-text-dropped', line: index + 1, before: given.at(index) });
  }
}

/** A part without times; it ends at a blank line, or before one with an arrow. */
function readBlock(lines: TextLines, arrows: Uint8Array, first: number): VttBlock {
  const [, name] = sectionMark.exec(lines.at(first)) ?? [];
  let textEnd = first + 1;
  while (textEnd < lines.length && !lines.isEmpty(textEnd) && arrows[textEnd] === 0) textEnd++;
  return {
    kind: 'block',
    ...{ first, textEnd, end: skipBlanks(lines, textEnd) },
    name: name as VttBlock['name'],
  };
}

interface Place {
  readonly lines: TextLines;
  /** The same as they stand in the file. */
  readonly given: TextLines;
  /** Of every line, whether an arrow stands in it. */
  readonly arrows: Uint8Array;
  readonly first: number;
  /** Whether a blank line stands before it. */
  readonly isParted: boolean;
}

/** The cue that begins at a line; undefined where there is none. */
function readCue(place: Place, repairs: Repairs): VttCue | undefined {
  const { lines, given, arrows, first } = place;
  const isHead = arrows[first] === 1;
  const at = isHead ? first : arrows[first + 1] === 1 ? first + 1 : -1;
  if (at === -1) return undefined;
  const line = lines.at(at);
  const strict = readTiming(line);
  const timing = strict ?? readLooseTiming(line);
  if (timing === undefined) return undefined;
  const repairsBefore = repairs.length;
  const isStandard = strict !== undefined && (lines === given || line === given.at(at));
  noteTiming(timing, { lines: given, at, isStandard }, repairs);
  let textEnd = at + 1;
  while (textEnd < lines.length && !lines.isEmpty(textEnd) && arrows[textEnd] === 0) textEnd++;
  const standardEnd = textEnd;
  // Lines with an arrow that are no times were meant as text.
  while (textEnd < lines.length && !lines.isEmpty(textEnd)) {
    if (arrows[textEnd] === 1) {
      if (beginsCue(lines.at(textEnd))) break;
      repairs.push({ code: 'time-unreadable', line: textEnd + 1, before: given.at(textEnd) });
    }
    textEnd++;
  }
  const end = skipBlanks(lines, textEnd);
  return {
    kind: 'cue',
    first,
    end,
    timing: at,
    identifier: isHead ? '' : lines.at(first),
    beginMs: Math.max(0, timing.beginMs),
    endMs: Math.max(0, timing.endMs),
    settings: timing.rest,
    textEnd,
    standardEnd,
    isStandard,
    isMended:
      !place.isParted || repairs.length > repairsBefore || (end === textEnd && end < lines.length),
  };
}

function beginsCue(line: string): boolean {
  return readTiming(line) !== undefined || readLooseTiming(line) !== undefined;
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
  about: { readonly lines: TextLines; readonly at: number; readonly isStandard: boolean },
  repairs: Repairs,
): void {
  const isNegative = beginMs < 0 || endMs < 0;
  if (about.isStandard && !isNegative) return;
  const line = about.at + 1;
  const before = about.lines.at(about.at);
  if (!about.isStandard) {
    const after = `${formatTimestamp(beginMs)} --> ${formatTimestamp(endMs)}`;
    repairs.push({ code: 'time-rewritten', line, before, after });
  }
  if (isNegative) repairs.push({ code: 'negative-time-raised', line, before });
}
