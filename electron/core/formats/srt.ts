import { formatTimecode, parseTimecode } from '../timing/timecode';
import type { Transcript } from '../transcript/transcript';
import { type FormatOptions, listTimedTexts } from './timed-text';

/**
 * A transcript as SubRip text [FM2]: UTF-8 without a byte order mark once encoded, line feeds, cues
 * numbered from 1 and parted by a blank line, `HH:MM:SS,mmm`. No cues give an empty text.
 */
export function formatSrt(transcript: Transcript, options: FormatOptions = {}): string {
  return listTimedTexts(transcript, options)
    .map(({ beginMs, endMs, lines }, index) => {
      const time = `${formatTimecode(beginMs, ',')} --> ${formatTimecode(endMs, ',')}`;
      return `${index + 1}\n${time}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** A cue as a SubRip file has it; `text` exactly, tags and inner blank lines included. */
export interface SrtCue {
  readonly beginMs: number;
  readonly endMs: number;
  readonly text: string;
}

export type SrtRepairKind =
  | 'byte-order-mark-removed'
  | 'number-added'
  | 'time-rewritten'
  | 'negative-time-raised'
  | 'settings-dropped'
  | 'blank-line-added'
  | 'blank-line-kept'
  | 'blank-line-dropped'
  | 'lone-number-dropped'
  | 'stray-text-dropped';

/** One thing that was not as the format has it, and what was made of it. */
export interface SrtRepair {
  readonly kind: SrtRepairKind;
  /** From 1. */
  readonly line: number;
  /** What was dropped or rewritten, as it stood. */
  readonly found?: string;
}

export interface ParsedSrt {
  /** In the order of the file, which need not be that of time; a cue may end before it begins. */
  readonly cues: readonly SrtCue[];
  /** In order of lines. */
  readonly repairs: readonly SrtRepair[];
}

/** Any arrow between two times, with what stands around it. */
const timingLine = /^(.*?\d)\s*(?:-{1,3}\s?>|[—–=]>|→)\s*(.*)$/u;
const leadingTime = /^(-?[\d:]+(?:[.,;] ?\d+)?)(.*)$/u;
/** The form nearly all timing lines have; reading it directly is several times as fast. */
const strictTiming = /^(\d\d):(\d\d):(\d\d),(\d{3}) --> (\d\d):(\d\d):(\d\d),(\d{3})$/u;
const strictTime = /^\d{2,}:\d\d:\d\d,\d{3}$/u;
const numberLine = /^\s*\d{1,9}\s*$/u;

interface Timing {
  readonly line: number;
  readonly beginMs: number;
  readonly endMs: number;
  readonly settings: string;
  readonly isStrict: boolean;
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
  const repairs: SrtRepair[] = [];
  const hasMark = text.startsWith('\ufeff');
  if (hasMark) repairs.push({ kind: 'byte-order-mark-removed', line: 1 });
  const lines = (hasMark ? text.slice(1) : text).split(/\r\n|\n|\r/u);
  const heads = findHeads(lines);
  noteStrayText(lines, heads[0]?.firstLine ?? lines.length, repairs);
  const cues = heads.map((head, index) => {
    noteHead(lines, head, index, repairs);
    const { beginMs, endMs, line } = head.timing;
    const nextLine = heads[index + 1]?.firstLine ?? lines.length;
    const isLast = index === heads.length - 1;
    const body = readBody(lines, line + 1, nextLine, isLast ? index + 2 : undefined, repairs);
    return { beginMs: Math.max(0, beginMs), endMs: Math.max(0, endMs), text: body };
  });
  return { cues, repairs: repairs.toSorted((left, right) => left.line - right.line) };
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function findHeads(lines: readonly string[]): Head[] {
  const heads: Head[] = [];
  lines.forEach((line, index) => {
    const timing = parseTiming(line, index);
    if (timing === undefined) return;
    const floor = (heads.at(-1)?.timing.line ?? -1) + 1;
    const numberAt = findNumber(lines, index, floor, heads.length + 1);
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

function parseTiming(line: string, index: number): Timing | undefined {
  // Most lines are text: one cheap look spares the expressions.
  if (!line.includes('>') && !line.includes('→')) return undefined;
  const strict = strictTiming.exec(line);
  if (strict !== null) {
    const read = (at: number): number =>
      ((Number(strict[at]) * 60 + Number(strict[at + 1])) * 60 + Number(strict[at + 2])) * 1000 +
      Number(strict[at + 3]);
    return { line: index, beginMs: read(1), endMs: read(5), settings: '', isStrict: true };
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
    strictTime.test(begin) && strictTime.test(end[1]!) && line.includes(`${begin} --> ${end[1]!}`);
  return { line: index, beginMs, endMs, settings: end[2]!.trim(), isStrict };
}

function noteStrayText(lines: readonly string[], end: number, repairs: SrtRepair[]): void {
  for (let index = 0; index < end; index++) {
    const found = lines[index]!;
    if (!isBlank(found)) repairs.push({ kind: 'stray-text-dropped', line: index + 1, found });
  }
}

function noteHead(lines: readonly string[], head: Head, index: number, repairs: SrtRepair[]): void {
  const { timing, firstLine, isNumbered } = head;
  const line = timing.line + 1;
  if (index > 0 && !isBlank(lines[firstLine - 1])) {
    repairs.push({ kind: 'blank-line-added', line: firstLine + 1 });
  }
  if (!isNumbered) repairs.push({ kind: 'number-added', line });
  if (!timing.isStrict) {
    repairs.push({ kind: 'time-rewritten', line, found: lines[timing.line]! });
  }
  if (timing.beginMs < 0 || timing.endMs < 0) repairs.push({ kind: 'negative-time-raised', line });
  if (timing.settings !== '') {
    repairs.push({ kind: 'settings-dropped', line, found: timing.settings });
  }
}

/** The text between two heads, without the blank lines at its ends. */
function readBody(
  lines: readonly string[],
  begin: number,
  end: number,
  loneNumber: number | undefined,
  repairs: SrtRepair[],
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
    repairs.push({ kind: 'lone-number-dropped', line: last + 1, found: lines[last]! });
    last--;
    while (last >= first && isBlank(lines[last])) last--;
  }
  while (first <= last && isBlank(lines[first])) {
    repairs.push({ kind: 'blank-line-dropped', line: first + 1 });
    first++;
  }
  for (let index = first; index <= last; index++) {
    if (isBlank(lines[index])) repairs.push({ kind: 'blank-line-kept', line: index + 1 });
  }
  return lines.slice(first, last + 1).join('\n');
}
