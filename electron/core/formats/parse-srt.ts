import { formatTimecode, parseTimecode, readTimecodeAt, timecodeLength } from '../timing/timecode';
import { type FileCue, sortRepairs } from './build-document';
import type { Repair } from './format';
import { hasCleanLines } from './lines';
import { isPlainSrt } from './markup/srt-dialect';
import type { SharedRepairCode } from './repairs';
import { TextLines } from './text-lines';

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

/** One of them stands in every line of times. */
const arrowMarks = ['>', '→', '＞'];
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
  const lines = new TextLines(hasMark ? text.slice(1) : text);
  const timings = findTimings(lines);
  noteStrayText(lines, findFirstLine(timings, 0, lines.length), repairs);
  const last = timings.length - 1;
  const cues = timings.map((timing, index): SrtCue => {
    const repairsBefore = repairs.length;
    noteTiming(lines, timing, index, repairs);
    const { beginMs, endMs, line, numberAt, settings } = timing;
    const nextLine = findFirstLine(timings, index + 1, lines.length);
    const body = readBody(lines, line + 1, nextLine, index === last ? index + 2 : -1, repairs);
    const isUsual =
      timing.isUsual && endMs > beginMs && isUsualBody(lines, line + 1, nextLine, body);
    return {
      line: line + 1,
      beginMs: Math.max(0, beginMs),
      endMs: Math.max(0, endMs),
      text: body,
      coordinates: settings !== '' && coordinates.test(settings) ? settings : '',
      number: numberAt === -1 ? undefined : Number(lines.at(numberAt)),
      block:
        isUsual || repairs.length > repairsBefore ? undefined : takeBlock(lines, line, nextLine),
    };
  });
  return { cues, repairs: sortRepairs(repairs) };
}

function isNumber(lines: TextLines, index: number): boolean {
  const begin = lines.begin(index);
  const end = lines.end(index);
  if (end === begin || end - begin > 9) return numberLine.test(lines.at(index));
  for (let at = begin; at < end; at++) {
    const digit = lines.text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return numberLine.test(lines.at(index));
  }
  return true;
}

/** Index of a cue's first line: of its number where it has one, else of its times. */
function findFirstLine(timings: readonly Timing[], index: number, end: number): number {
  const timing = timings[index];
  if (timing === undefined) return end;
  return timing.numberAt === -1 ? timing.line : timing.numberAt;
}

function findTimings(lines: TextLines): readonly Timing[] {
  const timings: Timing[] = [];
  const hasArrow = makeArrowFinder(lines.text);
  let floor = 0;
  for (let index = 0; index < lines.length; index++) {
    const timing =
      readUsualTiming(lines, index) ??
      // Most lines are text: one cheap look spares the expressions.
      (hasArrow(lines.begin(index), lines.end(index))
        ? parseTiming(lines.at(index), index)
        : undefined);
    if (timing === undefined) continue;
    timing.numberAt = findNumber(lines, index, floor, timings.length + 1);
    timings.push(timing);
    floor = index + 1;
  }
  return timings;
}

/**
 * Tells whether what may be an arrow stands in a part of a text; asked for parts in order, it reads the
 * text once. The bracket of a tag is none.
 */
function makeArrowFinder(text: string): (begin: number, end: number) => boolean {
  const places = arrowMarks.map(() => -1);
  let next = -1;
  return (begin, end) => {
    if (next < begin) {
      arrowMarks.forEach((mark, index) => {
        if (places[index]! < begin) places[index] = findArrow(text, mark, begin);
      });
      next = Math.min(...places);
    }
    return next < end;
  };
}

function findArrow(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at > 0 && isLetter(text.charCodeAt(at - 1))) at = text.indexOf(mark, at + 1);
  return at === -1 ? Infinity : at;
}

/** Whether a character is one that names of tags end with. */
function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** The cue's number stands right above its timing, or, if it is the expected one, above a blank. */
function findNumber(lines: TextLines, timingAt: number, floor: number, expected: number): number {
  const above = timingAt - 1;
  if (above < floor) return -1;
  if (isNumber(lines, above)) return above;
  const further = above - 1;
  if (further < floor || !lines.isBlank(above)) return -1;
  const isFree = further === floor || lines.isBlank(further - 1);
  return isFree && isNumber(lines, further) && Number(lines.at(further)) === expected
    ? further
    : -1;
}

/** A line of times in the form nearly all have; reading it directly is several times as fast. */
function readUsualTiming(lines: TextLines, index: number): Timing | undefined {
  const { text } = lines;
  const begin = lines.begin(index);
  const isUsual =
    lines.end(index) - begin === usualEndAt + timecodeLength &&
    text.startsWith(usualArrow, begin + timecodeLength);
  if (!isUsual) return undefined;
  const beginMs = readTimecodeAt(text, begin, ',');
  const endMs = readTimecodeAt(text, begin + usualEndAt, ',');
  if (beginMs < 0 || endMs < 0) return undefined;
  return { line: index, beginMs, endMs, settings: '', isStrict: true, isUsual: true, numberAt: -1 };
}

function parseTiming(given: string, index: number): Timing | undefined {
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

function noteStrayText(lines: TextLines, end: number, repairs: Repair<SharedRepairCode>[]): void {
  for (let index = 0; index < end; index++) {
    if (lines.isBlank(index)) continue;
    repairs.push({ code: 'stray-text-dropped', line: index + 1, before: lines.at(index) });
  }
}

function noteTiming(
  lines: TextLines,
  timing: Timing,
  index: number,
  repairs: Repair<SharedRepairCode>[],
): void {
  const { numberAt } = timing;
  const line = timing.line + 1;
  const firstLine = numberAt === -1 ? timing.line : numberAt;
  if (index > 0 && !lines.isBlank(firstLine - 1)) {
    repairs.push({ code: 'blank-line-added', line: firstLine + 1 });
    // Right under a text, a number that nobody expects may have been its last line.
    const before = lines.at(firstLine);
    if (numberAt !== -1 && Number(before) !== index + 1) {
      repairs.push({ code: 'number-dropped', line: firstLine + 1, before });
    }
  }
  if (numberAt === -1) repairs.push({ code: 'number-added', line, after: String(index + 1) });
  if (!timing.isStrict) {
    const after = formatTiming(timing.beginMs, timing.endMs);
    repairs.push({ code: 'time-rewritten', line, before: lines.at(timing.line), after });
  }
  if (timing.beginMs < 0 || timing.endMs < 0) repairs.push({ code: 'negative-time-raised', line });
  if (timing.settings !== '' && !coordinates.test(timing.settings)) {
    repairs.push({ code: 'settings-dropped', line, before: timing.settings });
  }
}

/** Whether text stands as it is written: lines without blanks at their ends or marks, and one blank line. */
function isUsualBody(lines: TextLines, begin: number, end: number, body: string): boolean {
  return (
    lines.isEmpty(end - 1) &&
    end - 1 > begin &&
    body.length === lines.end(end - 2) - lines.begin(begin) &&
    hasCleanLines(body) &&
    isPlainSrt(body)
  );
}

/** Lines as they stand in the file, the last one of the file as it ends. */
function takeBlock(lines: TextLines, begin: number, end: number): string {
  return `${lines.join(begin, end)}${end === lines.length ? '' : '\n'}`;
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
  lines: TextLines,
  begin: number,
  end: number,
  loneNumber: number,
  repairs: Repair<SharedRepairCode>[],
): string {
  let first = begin;
  let last = end - 1;
  while (last >= first && lines.isBlank(last)) last--;
  const isLone =
    loneNumber !== -1 &&
    last > first &&
    lines.isBlank(last - 1) &&
    isNumber(lines, last) &&
    Number(lines.at(last)) === loneNumber;
  if (isLone) {
    repairs.push({ code: 'lone-number-dropped', line: last + 1, before: lines.at(last) });
    last--;
    while (last >= first && lines.isBlank(last)) last--;
  }
  while (first <= last && lines.isBlank(first)) {
    repairs.push({ code: 'blank-line-dropped', line: first + 1 });
    first++;
  }
  for (let index = first; index <= last; index++) {
    if (lines.isBlank(index)) repairs.push({ code: 'blank-line-kept', line: index + 1 });
    if (!mayBeTiming(lines, index)) continue;
    const before = lines.at(index);
    if (!nearTiming.test(toPlain(before))) continue;
    repairs.push({ code: 'time-unreadable', line: index + 1, before });
  }
  return lines.join(first, last + 1);
}

/** Whether a line begins as times do: with a blank, a digit or a sign, or what is as wide as a character. */
function mayBeTiming(lines: TextLines, index: number): boolean {
  if (lines.isEmpty(index)) return false;
  const code = lines.text.charCodeAt(lines.begin(index));
  // From there to there are the characters of Chinese, Japanese and Korean, none of which is a digit.
  return code < 0x80 ? code <= 0x39 : code < 0x3400 || code > 0xd7ff;
}

/** A line with digits and marks as narrow as they are in times. */
function toPlain(line: string): string {
  return wideTime.test(line) ? line.normalize('NFKC') : line;
}
