import { omitUndefined } from '../../omit-undefined';
import {
  type FrameRate,
  findFrameMs,
  parseFrameRate,
  usualFrameRates,
} from '../../timing/frame-rate';
import type { FileCue } from '../build-document';
import type { Repair } from '../format';

/** What a file of the extension holds: of three programs, the first of which is the usual one. */
export type SubKind = 'microdvd' | 'mpl2' | 'subviewer';

export interface ParsedSub {
  readonly kind: SubKind;
  /** In the order of the file. */
  readonly cues: readonly FileCue[];
  /** By which frames became times; absent where the file counts none. */
  readonly rate?: FrameRate;
  /** The rate as the first line of the file has it. */
  readonly rateText?: string;
  /** Marks that hold for every cue: what follows `{DEFAULT}{}`. */
  readonly defaults?: string;
  /** Lines before the first cue that say something of the whole file. */
  readonly notes: string;
  readonly repairs: readonly Repair[];
}

const frames = /^\s*\{(\d{1,9})\}\s*\{(\d{0,9})\}(.*)$/u;
const tenths = /^\s*\[(\d{1,9})\]\s*\[(\d{0,9})\](.*)$/u;
const clock = /^\s*(\d\d):(\d\d):(\d\d)[.:](\d\d)\s*,\s*(\d\d):(\d\d):(\d\d)[.:](\d\d)\s*$/u;
const defaultsLine = /^\s*\{DEFAULT\}\s*\{\}(.*)$/iu;
const rateLine = /^\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*$/u;
const noteLine = /^\s*\[[A-Z ]+\]/u;
/** How long a cue without an end is shown where no other follows it. */
const usualLengthMs = 4000;

/** Which kind of file a text is: its first line of times tells. */
export function findSubKind(text: string): SubKind | undefined {
  for (const line of text.slice(0, 4096).split(/\r\n|\n|\r/u)) {
    if (frames.test(line) || defaultsLine.test(line)) return 'microdvd';
    if (tenths.test(line)) return 'mpl2';
    if (clock.test(line)) return 'subviewer';
  }
  return undefined;
}

interface OpenCue {
  readonly line: number;
  readonly beginMs: number;
  /** Absent where the file has none. */
  readonly endMs: number | undefined;
  text: string;
}

/**
 * Reads what stands in files of this extension [FM38] [FM39]. Never throws.
 * @param known the rate of the recording, for a file that has none
 */
export function parseSub(text: string, known: FrameRate | undefined): ParsedSub {
  const hasMark = text.startsWith('\ufeff');
  const parser = new SubParser(findSubKind(text) ?? 'microdvd', known);
  if (hasMark) parser.repairs.push({ code: 'byte-order-mark-removed', line: 1 });
  (hasMark ? text.slice(1) : text).split(/\r\n|\n|\r/u).forEach((line, index) => {
    if (line.trim() !== '') parser.readLine(line, index + 1);
  });
  return parser.finish();
}

class SubParser {
  readonly repairs: Repair[] = [];
  readonly #kind: SubKind;
  readonly #known: FrameRate | undefined;
  readonly #cues: OpenCue[] = [];
  #rate: FrameRate | undefined;
  #rateText: string | undefined;
  #defaults: string | undefined;
  #notes = '';

  constructor(kind: SubKind, known: FrameRate | undefined) {
    this.#kind = kind;
    this.#known = known;
  }

  readLine(line: string, number: number): void {
    const pattern = { microdvd: frames, mpl2: tenths, subviewer: clock }[this.#kind];
    const found = pattern.exec(line);
    if (found === null) this.#readOther(line, number);
    else if (this.#kind === 'subviewer') {
      const at = found.slice(1).map(Number);
      const times = { beginMs: toClock(at, 0), endMs: toClock(at, 4) };
      this.#cues.push({ line: number, ...times, text: '' });
    } else this.#readCounted(found, number);
  }

  #readCounted([, begin = '', end = '', said = '']: readonly string[], line: number): void {
    const mayTell = this.#kind === 'microdvd' && this.#cues.length === 0 && !this.#rate;
    const rate = mayTell ? readRate(begin, end, said) : undefined;
    if (rate !== undefined) {
      this.#rate = rate;
      this.#rateText = said.trim();
      return;
    }
    const beginMs = this.#toMs(begin, line);
    const endMs = end === '' ? undefined : this.#toMs(end, line);
    this.#cues.push({ line, beginMs, endMs, text: readLines(said, this.#kind) });
  }

  #toMs(count: string, line: number): number {
    if (this.#kind === 'mpl2') return Number(count) * 100;
    if (this.#rate === undefined) {
      this.#rate = this.#known ?? usualFrameRates['23.976'];
      if (this.#known === undefined) {
        this.repairs.push({ code: 'rate-assumed', line, after: '23.976' });
      }
    }
    return findFrameMs(Number(count), this.#rate);
  }

  /** A line without times: of the whole file, or more of the cue before it. */
  #readOther(before: string, line: number): void {
    const defaults = this.#kind === 'microdvd' ? defaultsLine.exec(before)?.[1] : undefined;
    if (defaults !== undefined && this.#defaults === undefined) {
      this.#defaults = defaults;
      return;
    }
    const cue = this.#cues.at(-1);
    if (cue !== undefined) {
      if (this.#kind !== 'subviewer') this.repairs.push({ code: 'line-joined', line, before });
      cue.text += (cue.text === '' ? '' : '\n') + readLines(before, this.#kind);
    } else if (this.#kind === 'subviewer' && noteLine.test(before)) {
      this.#notes += `${before}\n`;
    } else this.repairs.push({ code: 'stray-text-dropped', line, before });
  }

  finish(): ParsedSub {
    const cues = this.#cues;
    return {
      kind: this.#kind,
      cues: cues.map((cue, index) => closeCue(cue, cues[index + 1]?.beginMs, this.repairs)),
      ...omitUndefined({ rate: this.#rate, rateText: this.#rateText, defaults: this.#defaults }),
      notes: this.#notes,
      repairs: this.repairs,
    };
  }
}

/** The first line of a file may tell its rate in place of a text. */
function readRate(begin: string, end: string, said: string): FrameRate | undefined {
  const isFirst = begin === end && Number(begin) <= 1;
  const value = isFirst ? rateLine.exec(said)?.[1] : undefined;
  return value === undefined ? undefined : parseFrameRate(value.replace(',', '.'));
}

function toClock(parts: readonly number[], at: number): number {
  const [hours = 0, minutes = 0, seconds = 0, hundredths = 0] = parts.slice(at, at + 4);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + hundredths * 10;
}

const slanted = '{y:i}';

function readLines(said: string, kind: SubKind): string {
  if (kind === 'subviewer') return said.replaceAll(/\[br\]/giu, '\n');
  const lines = said.split('|');
  // A slash at the begin of a line is how MPL2 has italics.
  return kind === 'mpl2'
    ? lines.map((line) => (line.startsWith('/') ? slanted + line.slice(1) : line)).join('\n')
    : lines.join('\n');
}

function closeCue(cue: OpenCue, nextMs: number | undefined, repairs: Repair[]): FileCue {
  const { line, beginMs, text } = cue;
  if (cue.endMs !== undefined) return { line, beginMs, endMs: cue.endMs, text };
  repairs.push({ code: 'end-added', line });
  const endMs = Math.min(nextMs ?? Infinity, beginMs + usualLengthMs);
  return { line, beginMs, endMs: Math.max(beginMs, endMs), text };
}
