import { formatTimecode, parseTimecode, readTimecodeAt, timecodeLength } from '../timing/timecode';
import { type FileCue, sortRepairs } from './build-document';
import type { Repair } from './format';
import { hasCleanLines, isBlankCode, isBlankText, splitLines } from './lines';
import { isPlainSrt } from './markup/srt-dialect';
import type { SharedRepairCode } from './repairs';

export interface SrtCue extends FileCue {
  /** Absent where the file has none. */
  readonly number: number | undefined;
  /** What follows the times: `X1:… X2:… Y1:… Y2:…` in the files of some programs; often empty. */
  readonly coordinates: string;
  /**
   * The cue below its number as it stands in the file, with line feeds; absent where it had to be mended,
   * and where it stands there just as it is written.
   */
  readonly block: string | undefined;
}

export interface ParsedSrt {
  /** In the order of the file, which need not be that of time; a cue may end before it begins. */
  readonly cues: readonly SrtCue[];
  /** In order of lines. */
  readonly repairs: readonly Repair<SharedRepairCode>[];
}

const arrow = /[>→＞]/u;
const wideTime = /[０-９：，．＞－]/u;
/** What was meant as a timing, whatever became of it. */
const nearTiming = /^\s*-?\d+\s*[:：].*(?:->|[→＞])/u;
/** Any arrow between two times, with what stands around it. */
const timingLine = /^(.*?\d)\s*(?:-{1,3}\s?>|[—–=]>|→)\s*(.*)$/u;
const leadingTime = /^(-?[\d:]+(?:[.,;] ?\d+)?)(.*)$/u;
const strictTime = /^\d{2,}:\d\d:\d\d,\d{3}$/u;
/** Where a cue stands in the picture, as some programs write it behind the times. */
const coordinates = /^(?:[XY][12]:\s*-?\d+\s*)+$/iu;
const numberLine = /^\s*\d{1,9}\s*$/u;
const usualArrow = ' --> ';
const usualEndAt = timecodeLength + usualArrow.length;
const zero = 0x30;

interface Timing {
  readonly line: number;
  readonly beginMs: number;
  readonly endMs: number;
  readonly settings: string;
  readonly isStrict: boolean;
  /** Whether the line is, to the last character, as it is written. */
  readonly isUsual: boolean;
  /** Index of the line of the cue's number; -1 where it has none. */
  numberAt: number;
}

/**
 * Reads SubRip text as it is found in the world [FM3]: every timing line begins a cue, whatever is
 * wrong around it, and no cue is dropped. Never throws.
 *
 * @param text decoded text; any line endings
 */
export function parseSrt(text: string): ParsedSrt {
  const repairs: Repair<SharedRepairCode>[] = [];
  const hasMark = text.startsWith('\ufeff');
  if (hasMark) repairs.push({ code: 'byte-order-mark-removed', line: 1 });
  const lines = splitLines(hasMark ? text.slice(1) : text);
  const timings = findTimings(lines);
  noteStrayText(lines, findFirstLine(timings, 0, lines.length), repairs);
  const last = timings.length - 1;
  const cues = timings.map((timing, index): SrtCue => {
    const repairsBefore = repairs.length;
    noteTiming(lines, timing, index, repairs);
    const { beginMs, endMs, line, numberAt, settings } = timing;
    const nextLine = findFirstLine(timings, index + 1, lines.length);
    const body = readBody(lines, line + 1, nextLine, index === last ? index + 2 : -1, repairs);
    const isUsual = timing.isUsual && endMs > beginMs && isUsualBody(lines, line + 1, nextLine);
    return {
      line: line + 1,
      beginMs: Math.max(0, beginMs),
      endMs: Math.max(0, endMs),
      text: body,
      coordinates: settings !== '' && coordinates.test(settings) ? settings : '',
      number: numberAt === -1 ? undefined : Number(lines[numberAt]),
      block:
        isUsual || repairs.length > repairsBefore ? undefined : takeBlock(lines, line, nextLine),
    };
  });
  return { cues, repairs: sortRepairs(repairs) };
}

function isNumber(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const digit = line.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9 || at === 9) return numberLine.test(line);
  }
  return line !== '';
}

/** Index of a cue's first line: of its number where it has one, else of its times. */
function findFirstLine(timings: readonly Timing[], index: number, end: number): number {
  const timing = timings[index];
  if (timing === undefined) return end;
  return timing.numberAt === -1 ? timing.line : timing.numberAt;
}

function findTimings(lines: readonly string[]): readonly Timing[] {
  const timings: Timing[] = [];
  let floor = 0;
  for (let index = 0; index < lines.length; index++) {
    const timing = parseTiming(lines[index]!, index);
    if (timing === undefined) continue;
    timing.numberAt = findNumber(lines, index, floor, timings.length + 1);
    timings.push(timing);
    floor = index + 1;
  }
  return timings;
}

/** The cue's number stands right above its timing, or, if it is the expected one, above a blank. */
function findNumber(
  lines: readonly string[],
  timingAt: number,
  floor: number,
  expected: number,
): number {
  const above = timingAt - 1;
  if (above < floor) return -1;
  if (isNumber(lines[above]!)) return above;
  const further = above - 1;
  if (further < floor || !isBlankText(lines[above]!)) return -1;
  const isFree = further === floor || isBlankText(lines[further - 1]!);
  return isFree && isNumber(lines[further]!) && Number(lines[further]) === expected ? further : -1;
}

function parseTiming(given: string, index: number): Timing | undefined {
  // The form nearly all have; reading it directly is several times as fast.
  if (
    given.length === usualEndAt + timecodeLength &&
    given.startsWith(usualArrow, timecodeLength)
  ) {
    const beginMs = readTimecodeAt(given, 0, ',');
    const endMs = readTimecodeAt(given, usualEndAt, ',');
    if (beginMs >= 0 && endMs >= 0) {
      const numberAt = -1;
      return { line: index, beginMs, endMs, settings: '', isStrict: true, isUsual: true, numberAt };
    }
  }
  // Most lines are text: one cheap look spares the expressions.
  if (!arrow.test(given)) return undefined;
  // Chinese and Japanese keyboards also give digits and marks as wide as their characters.
  const line = toPlain(given);
  const match = timingLine.exec(line);
  if (match === null) return undefined;
  const begin = match[1]!.trim();
  const end = leadingTime.exec(match[2]!);
  if (end === null) return undefined;
  const beginMs = parseTimecode(begin);
  const endMs = parseTimecode(end[1]!);
  if (beginMs === undefined || endMs === undefined) return undefined;
  const isStrict =
    line === given &&
    strictTime.test(begin) &&
    strictTime.test(end[1]!) &&
    line.includes(`${begin} --> ${end[1]!}`);
  const settings = end[2]!.trim();
  return { line: index, beginMs, endMs, settings, isStrict, isUsual: false, numberAt: -1 };
}

function noteStrayText(
  lines: readonly string[],
  end: number,
  repairs: Repair<SharedRepairCode>[],
): void {
  for (let index = 0; index < end; index++) {
    const found = lines[index]!;
    if (isBlankText(found)) continue;
    repairs.push({ code: 'stray-text-dropped', line: index + 1, before: found });
  }
}

function noteTiming(
  lines: readonly string[],
  timing: Timing,
  index: number,
  repairs: Repair<SharedRepairCode>[],
): void {
  const { numberAt } = timing;
  const line = timing.line + 1;
  const firstLine = numberAt === -1 ? timing.line : numberAt;
  if (index > 0 && !isBlankText(lines[firstLine - 1]!)) {
    repairs.push({ code: 'blank-line-added', line: firstLine + 1 });
    // Right under a text, a number that nobody expects may have been its last line.
    const before = lines[firstLine]!;
    if (numberAt !== -1 && Number(before) !== index + 1) {
      repairs.push({ code: 'number-dropped', line: firstLine + 1, before });
    }
  }
  if (numberAt === -1) repairs.push({ code: 'number-added', line, after: String(index + 1) });
  if (!timing.isStrict) {
    const after = formatTiming(timing.beginMs, timing.endMs);
    repairs.push({ code: 'time-rewritten', line, before: lines[timing.line]!, after });
  }
  if (timing.beginMs < 0 || timing.endMs < 0) repairs.push({ code: 'negative-time-raised', line });
  if (timing.settings !== '' && !coordinates.test(timing.settings)) {
    repairs.push({ code: 'settings-dropped', line, before: timing.settings });
  }
}

/** Whether text stands as it is written: lines without blanks at their ends or marks, and one blank line. */
function isUsualBody(lines: readonly string[], begin: number, end: number): boolean {
  const last = end - 1;
  if (last <= begin || lines[last] !== '') return false;
  for (let index = begin; index < last; index++) {
    const line = lines[index]!;
    if (!hasCleanLines(line) || !isPlainSrt(line)) return false;
  }
  return true;
}

/** Lines as they stand in the file, the last one of the file as it ends. */
function takeBlock(lines: readonly string[], begin: number, end: number): string {
  return `${lines.slice(begin, end).join('\n')}${end === lines.length ? '' : '\n'}`;
}

/** The line of a cue's times as SubRip has it [FM2]. */
export function formatTiming(beginMs: number, endMs: number): string {
  return `${formatTimecode(beginMs, ',')} --> ${formatTimecode(endMs, ',')}`;
}

/**
 * The text between two heads, without the blank lines at its ends.
 * @param loneNumber what a line at the end may be that no cue follows; -1: there is none
 */
function readBody(
  lines: readonly string[],
  begin: number,
  end: number,
  loneNumber: number,
  repairs: Repair<SharedRepairCode>[],
): string {
  let first = begin;
  let last = end - 1;
  while (last >= first && isBlankText(lines[last]!)) last--;
  const isLone =
    loneNumber !== -1 &&
    last > first &&
    isBlankText(lines[last - 1]!) &&
    isNumber(lines[last]!) &&
    Number(lines[last]) === loneNumber;
  if (isLone) {
    repairs.push({ code: 'lone-number-dropped', line: last + 1, before: lines[last]! });
    last--;
    while (last >= first && isBlankText(lines[last]!)) last--;
  }
  while (first <= last && isBlankText(lines[first]!)) {
    repairs.push({ code: 'blank-line-dropped', line: first + 1 });
    first++;
  }
  for (let index = first; index <= last; index++) {
    const before = lines[index]!;
    if (isBlankText(before)) repairs.push({ code: 'blank-line-kept', line: index + 1 });
    if (mayBeTiming(before) && nearTiming.test(toPlain(before))) {
      repairs.push({ code: 'time-unreadable', line: index + 1, before });
    }
  }
  if (first === last) return lines[first]!;
  return first > last ? '' : lines.slice(first, last + 1).join('\n');
}

/** Whether a line begins as times do: with a blank, a digit or a sign, or what is as wide as a character. */
function mayBeTiming(line: string): boolean {
  const code = line.charCodeAt(0);
  return code < 0x80 ? code <= 0x39 : isBlankCode(code) || wideTime.test(line);
}

/** A line with digits and marks as narrow as they are in times. */
function toPlain(line: string): string {
  return wideTime.test(line) ? line.normalize('NFKC') : line;
}
