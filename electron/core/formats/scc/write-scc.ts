import type { KeypadPlace, Look, TextRun } from '../markup/look';
import { readLook } from '../markup/read-look';
import type { TimedText } from '../timed-text';
import { commands, mostColumns, mostRows, toHex, writeAddress, writeMidRow } from './caption-codes';
import { findCodes } from './caption-characters';
import { findFrame } from '../../timing/frame-rate';
import { formatFrameTimecode } from '../../timing/frame-timecode';
import { captionRate } from './caption-timecode';
import { sccHeader } from './parse-scc';

export interface WrittenScc {
  readonly content: string;
  /** How many cues could not be sent in time, and how many have characters that there are not. */
  readonly late: number;
  readonly unknown: number;
}

/** Captions that pop on [FM57]: each is loaded before it is due, shown by one code and erased by another. */
export function writeScc(cues: readonly TimedText[], isDrop: boolean): WrittenScc {
  /** What is sent in which frame. */
  const sent = new Map<number, number>();
  let free = 0;
  let late = 0;
  let unknown = 0;
  cues.forEach((cue, index) => {
    const { units, isWhole } = encodeCue(cue);
    if (!isWhole) unknown++;
    const due = findFrame(cue.beginMs, captionRate);
    const begin = placeUnits(sent, units, due, free);
    if (begin > due) late++;
    sent.set(begin, commands.endOfCaption).set(begin + 1, commands.endOfCaption);
    free = begin + 2;
    const end = Math.max(free, findFrame(cue.endMs, captionRate));
    const next = cues[index + 1];
    // What follows at once takes its place without a gap.
    if (next !== undefined && findFrame(next.beginMs, captionRate) <= end + 1) return;
    sent.set(end, commands.eraseDisplayed).set(end + 1, commands.eraseDisplayed);
  });
  return { content: formatLines(sent, isDrop), late, unknown };
}

/** What is sent in frames that follow each other: a code is sent twice. */
type Unit = readonly number[];

/** Puts units into frames before the one that is due, or from the first free one on; gives the next. */
function placeUnits(
  sent: Map<number, number>,
  units: readonly Unit[],
  due: number,
  free: number,
): number {
  const isFree = (frame: number, length: number): boolean => {
    for (let at = frame; at < frame + length; at++) if (sent.has(at)) return false;
    return true;
  };
  const put = (frame: number, unit: Unit): void => {
    unit.forEach((word, index) => sent.set(frame + index, word));
  };
  const starts: number[] = [];
  let end = due;
  for (const unit of units.toReversed()) {
    let frame = end - unit.length;
    while (frame >= free && !isFree(frame, unit.length)) frame--;
    starts.unshift(frame);
    end = frame;
  }
  let next = due;
  if (end >= free) units.forEach((unit, index) => put(starts[index]!, unit));
  else {
    next = free;
    for (const unit of units) {
      while (!isFree(next, unit.length)) next++;
      put(next, unit);
      next += unit.length;
    }
  }
  while (!isFree(next, 2)) next++;
  return next;
}

function formatLines(sent: ReadonlyMap<number, number>, isDrop: boolean): string {
  const frames = [...sent.keys()].toSorted((left, right) => left - right);
  const form = { rate: captionRate, isDropFrame: isDrop };
  const lines: string[] = [];
  let last = -2;
  for (const frame of frames) {
    const hex = toHex(sent.get(frame)!);
    if (frame === last + 1) lines.push(`${lines.pop()!} ${hex}`);
    else lines.push(`${formatFrameTimecode(frame, form)}\t${hex}`);
    last = frame;
  }
  return [sccHeader, ...lines].map((line) => `${line}\n`).join('\n');
}

function encodeCue({ text }: TimedText): { readonly units: Unit[]; readonly isWhole: boolean } {
  const { runs, place = 2 } = readLook(text);
  const rows = splitRuns(runs).slice(0, mostRows);
  const units: Unit[] = [twice(commands.resumeLoading), twice(commands.eraseLoaded)];
  const firstRow = findFirstRow(place, rows.length);
  let isWhole = true;
  rows.forEach((row, index) => {
    const encoded = encodeRow(row, firstRow + index);
    units.push(...encoded.units);
    isWhole &&= encoded.isWhole;
  });
  return { units, isWhole };
}

const twice = (word: number): Unit => [word, word];

function findFirstRow(place: KeypadPlace, rows: number): number {
  if (place >= 7) return 1;
  return place >= 4 ? Math.max(6, 8 - Math.floor(rows / 2)) : mostRows - rows + 1;
}

/** The runs of each line; blanks look like what stands before them. */
function splitRuns(runs: readonly TextRun[]): TextRun[][] {
  const rows: TextRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) rows.push([]);
      const row = rows.at(-1)!;
      const last = row.at(-1);
      if (last !== undefined && (text.trim() === '' || keyOf(last.look) === keyOf(run.look))) {
        row[row.length - 1] = { ...last, text: last.text + text };
      } else if (text !== '') row.push({ ...run, text });
    });
  }
  return rows.filter((row) => row.length > 0).map(takePunctuation);
}

/** Marks behind a word look as it does: between two looks there is a blank. */
function takePunctuation(runs: readonly TextRun[]): TextRun[] {
  const taken: TextRun[] = [];
  for (const run of runs) {
    const last = taken.at(-1);
    const [marks = ''] = last === undefined ? [] : (/^\p{P}+(?=\s|$)/u.exec(run.text) ?? []);
    if (last !== undefined && marks !== '' && !/\s$/u.test(last.text)) {
      taken[taken.length - 1] = { ...last, text: last.text + marks };
    }
    const isTaken = marks !== '' && !/\s$/u.test(last?.text ?? ' ');
    const text = isTaken ? run.text.slice(marks.length) : run.text;
    if (text !== '') taken.push({ ...run, text });
  }
  return taken;
}

const keyOf = ({ italic, underline, color }: Look): string =>
  writeMidRow({
    ...(italic === undefined ? undefined : { italic }),
    ...(underline === undefined ? undefined : { underline }),
    ...(color === undefined ? undefined : { color }),
  }).join();

/** One row in the middle; a change of look takes the place of a blank. */
function encodeRow(
  runs: readonly TextRun[],
  row: number,
): { readonly units: Unit[]; readonly isWhole: boolean } {
  const plain = keyOf({});
  const isStyled = keyOf(runs[0]!.look) !== plain;
  const length = runs.reduce((sum, { text }) => sum + Array.from(text).length, isStyled ? 1 : 0);
  const column = Math.max(0, Math.floor((mostColumns - length) / 2));
  // Codes are sent twice; characters are packed in pairs.
  const out: Unit[] = [twice(writeAddress(row, column - (column % 4)))];
  if (column % 4 > 0) out.push(twice(0x1720 + (column % 4)));
  let pending: number | undefined;
  const flush = (): void => {
    if (pending !== undefined) out.push([pending * 0x100]);
    pending = undefined;
  };
  const sendByte = (byte: number): void => {
    if (pending === undefined) pending = byte;
    else {
      out.push([pending * 0x100 + byte]);
      pending = undefined;
    }
  };
  const sendWord = (word: number): void => {
    flush();
    out.push(twice(word));
  };
  let isWhole = true;
  let look = plain;
  runs.forEach((run, index) => {
    const key = keyOf(run.look);
    let { text } = run;
    // The code shows a blank: one of the text gives way to it.
    if (runs[index + 1] !== undefined && keyOf(runs[index + 1]!.look) !== key) {
      text = text.replace(/ $/u, '');
    }
    if (key !== look) {
      for (const word of writeMidRow(run.look)) sendWord(word);
      text = text.replace(/^ /u, '');
      look = key;
    }
    for (const character of text) {
      const { codes, isExact } = findCodes(character);
      isWhole &&= isExact;
      if (codes.length === 0 && !isExact) sendByte(0x3f);
      for (const code of codes) {
        if (code.kind === 'byte') sendByte(code.byte);
        else {
          if (code.instead !== undefined) sendByte(code.instead);
          sendWord(code.word);
        }
      }
    }
  });
  flush();
  return { units: out, isWhole };
}
