import { formatTimecode, parseTimecode } from '../timing/timecode';
import { sortRepairs } from './build-document';
import type { Repair } from './format';
import { isPlainSrt } from './markup/srt-dialect';
import { parseUsualSrt } from './parse-usual-srt';
import type { SrtCue } from './srt-cue';
import type { SharedRepairCode } from './repairs';
import { isBlankCode, toLineFeeds } from './text-lines';

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
/** The form nearly all timing lines have; reading it directly is several times as fast. */
const strictTiming = /^(\d\d):(\d\d):(\d\d),(\d{3}) --> (\d\d):(\d\d):(\d\d),(\d{3})$/u;
const strictTime = /^\d{2,}:\d\d:\d\d,\d{3}$/u;
/** Where a cue stands in the picture, as some programs write it behind the times. */
const coordinates = /^(?:[XY][12]:\s*-?\d+\s*)+$/iu;
const numberLine = /^\s*\d{1,9}\s*$/u;

interface Timing {
  readonly line: number;
  readonly beginMs: number;
  readonly endMs: number;
  readonly settings: string;
  readonly isStrict: boolean;
  /** Whether the line is, to the last character, as it is written. */
  readonly isUsual: boolean;
}

interface Head {
  /** Index of the cue's first line: of its number where it has one, else of its timing. */
  readonly firstLine: number;
  readonly isNumbered: boolean;
  readonly timing: Timing;
}

/**
 * Reads SubRip text as it is found in the world [FM3]: every timing line begins a cue, whatever is
 * wrong around it, and no cue is dropped. Never throws.
 *
 * @param text decoded text; any line endings
 */
export function parseSrt(text: string): ParsedSrt {
  const hasMark = text.startsWith('\ufeff');
  const given = toLineFeeds(hasMark ? text.slice(1) : text);
  const usual = parseUsualSrt(given);
  const rest = given.slice(usual.end);
  const { cues, repairs } = parseCarefully(rest, usual.lines, usual.cues.length);
  return {
    cues: cues.length === 0 ? usual.cues : [...usual.cues, ...cues],
    repairs: hasMark ? [{ code: 'byte-order-mark-removed', line: 1 }, ...repairs] : repairs,
  };
}

/**
 * Reads text that may be anything.
 * @param text with line feeds alone
 * @param linesBefore how many lines of the file stand before it, and how many cues
 */
export function parseCarefully(text: string, linesBefore = 0, cuesBefore = 0): ParsedSrt {
  const repairs: Repair<SharedRepairCode>[] = [];
  const lines = text.split('\n');
  const heads = findHeads(lines, cuesBefore);
  noteStrayText(lines, heads[0]?.firstLine ?? lines.length, repairs);
  const cues = heads.map((head, index) => {
    const repairsBefore = repairs.length;
    const place = cuesBefore + index;
    noteHead(lines, head, place, repairs);
    const { beginMs, endMs, line } = head.timing;
    const nextLine = heads[index + 1]?.firstLine ?? lines.length;
    const isLast = index === heads.length - 1;
    const body = readBody(lines, line + 1, nextLine, isLast ? place + 2 : undefined, repairs);
    const isMended = repairs.length > repairsBefore;
    return {
      line: linesBefore + line + 1,
      beginMs: Math.max(0, beginMs),
      endMs: Math.max(0, endMs),
      text: body,
      coordinates: coordinates.test(head.timing.settings) ? head.timing.settings : '',
      number: head.isNumbered ? Number(lines[head.firstLine]) : undefined,
      block:
        isMended ||
        (head.timing.isUsual && endMs > beginMs && isUsualBody(lines, line + 1, nextLine))
          ? undefined
          : takeBlock(lines, line, nextLine),
    };
  });
  return { cues, repairs: sortRepairs(shiftLines(repairs, linesBefore)) };
}

function shiftLines(
  repairs: readonly Repair<SharedRepairCode>[],
  by: number,
): readonly Repair<SharedRepairCode>[] {
  return by === 0 ? repairs : repairs.map((repair) => ({ ...repair, line: repair.line + by }));
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function findHeads(lines: readonly string[], cuesBefore: number): Head[] {
  const heads: Head[] = [];
  lines.forEach((line, index) => {
    const timing = parseTiming(line, index);
    if (timing === undefined) return;
    const floor = (heads.at(-1)?.timing.line ?? -1) + 1;
    const numberAt = findNumber(lines, index, floor, cuesBefore + heads.length + 1);
    heads.push({ firstLine: numberAt ?? index, isNumbered: numberAt !== undefined, timing });
  });
  return heads;
}

/** The cue's number stands right above its timing, or, if it is the expected one, above a blank. */
function findNumber(
  lines: readonly string[],
  timingAt: number,
  floor: number,
  expected: number,
): number | undefined {
  const above = timingAt - 1;
  if (above < floor) return undefined;
  if (numberLine.test(lines[above]!)) return above;
  const further = above - 1;
  if (further < floor || !isBlank(lines[above])) return undefined;
  const isFree = further === floor || isBlank(lines[further - 1]);
  return isFree && numberLine.test(lines[further]!) && Number(lines[further]) === expected
    ? further
    : undefined;
}

function parseTiming(given: string, index: number): Timing | undefined {
  // Most lines are text: one cheap look spares the expressions.
  if (!arrow.test(given)) return undefined;
  // Chinese and Japanese keyboards also give digits and marks as wide as their characters.
  const line = wideTime.test(given) ? given.normalize('NFKC') : given;
  const strict = strictTiming.exec(line);
  if (strict !== null) {
    const read = (at: number): number =>
      ((Number(strict[at]) * 60 + Number(strict[at + 1])) * 60 + Number(strict[at + 2])) * 1000 +
      Number(strict[at + 3]);
    return {
      line: index,
      beginMs: read(1),
      endMs: read(5),
      settings: '',
      isStrict: line === given,
      isUsual: line === given,
    };
  }
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
  return { line: index, beginMs, endMs, settings: end[2]!.trim(), isStrict, isUsual: false };
}

function noteStrayText(
  lines: readonly string[],
  end: number,
  repairs: Repair<SharedRepairCode>[],
): void {
  for (let index = 0; index < end; index++) {
    const found = lines[index]!;
    if (isBlank(found)) continue;
    repairs.push({ code: 'stray-text-dropped', line: index + 1, before: found });
  }
}

function noteHead(
  lines: readonly string[],
  head: Head,
  index: number,
  repairs: Repair<SharedRepairCode>[],
): void {
  const { timing, firstLine, isNumbered } = head;
  const line = timing.line + 1;
  if (index > 0 && !isBlank(lines[firstLine - 1])) {
    repairs.push({ code: 'blank-line-added', line: firstLine + 1 });
    // Right under a text, a number that nobody expects may have been its last line.
    const before = lines[firstLine]!;
    if (isNumbered && Number(before) !== index + 1) {
      repairs.push({ code: 'number-dropped', line: firstLine + 1, before });
    }
  }
  if (!isNumbered) repairs.push({ code: 'number-added', line, after: String(index + 1) });
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
  if (lines[last] !== '' || last <= begin) return false;
  for (let index = begin; index < last; index++) {
    const line = lines[index]!;
    if (line === '' || isBlankCode(line.charCodeAt(0))) return false;
    if (isBlankCode(line.charCodeAt(line.length - 1))) return false;
    if ((line.includes('<') || line.includes('{')) && !isPlainSrt(line)) return false;
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

/** The text between two heads, without the blank lines at its ends. */
function readBody(
  lines: readonly string[],
  begin: number,
  end: number,
  loneNumber: number | undefined,
  repairs: Repair<SharedRepairCode>[],
): string {
  let first = begin;
  let last = end - 1;
  while (last >= first && isBlank(lines[last])) last--;
  const isLone =
    loneNumber !== undefined &&
    last > first &&
    isBlank(lines[last - 1]) &&
    numberLine.test(lines[last]!) &&
    Number(lines[last]) === loneNumber;
  if (isLone) {
    repairs.push({ code: 'lone-number-dropped', line: last + 1, before: lines[last]! });
    last--;
    while (last >= first && isBlank(lines[last])) last--;
  }
  while (first <= last && isBlank(lines[first])) {
    repairs.push({ code: 'blank-line-dropped', line: first + 1 });
    first++;
  }
  for (let index = first; index <= last; index++) {
    const before = lines[index]!;
    if (isBlank(before)) repairs.push({ code: 'blank-line-kept', line: index + 1 });
    const plain = wideTime.test(before) ? before.normalize('NFKC') : before;
    if (nearTiming.test(plain)) repairs.push({ code: 'time-unreadable', line: index + 1, before });
  }
  return lines.slice(first, last + 1).join('\n');
}
