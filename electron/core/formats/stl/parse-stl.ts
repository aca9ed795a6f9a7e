import { StudioError } from '../../errors/studio-error';
import type { Repair } from '../format';
import type { KeypadPlace } from '../markup/look';
import { blockBytes, generalBytes, type GeneralField, readGeneral } from './general-fields';
import type { CodeTable } from './stl-characters';
import { readTextField } from './text-field';

export interface StlCue {
  /** The number of its block, from 1: what a line is to a text. */
  readonly line: number;
  readonly beginMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly isComment: boolean;
  /** Row and justification, as the file has them. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface ParsedStl {
  readonly general: Readonly<Record<GeneralField, string>>;
  /** The programme's, from which the times of cues count. */
  readonly startMs: number;
  readonly cues: readonly StlCue[];
}

interface Block {
  readonly line: number;
  readonly set: number;
  readonly cumulative: number;
  readonly beginMs: number;
  endMs: number;
  readonly row: number;
  readonly justification: number;
  readonly isComment: boolean;
  readonly bytes: number[];
}

const userData = 0xfe;
const last = 0xff;
const lastOfCumulative = 3;

/** Frames a second, as the file says. */
export function readRate(code: string): number | undefined {
  const rate = Number(/^STL(\d\d)\.01$/u.exec(code)?.[1] ?? 0);
  return rate >= 20 && rate <= 60 ? rate : undefined;
}

/** @param text as `HHMMSSFF` */
export function readStart(text: string, rate: number): number {
  const [, hours = 0, minutes = 0, seconds = 0, frames = 0] =
    /^(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(text)?.map(Number) ?? [];
  return toMs([hours, minutes, seconds, frames], rate);
}

function toMs(
  [hours = 0, minutes = 0, seconds = 0, frames = 0]: readonly number[],
  rate: number,
): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.round((frames * 1000) / rate);
}

/**
 * The cues of an EBU STL file [FM60]. Times count from the start of the programme.
 *
 * @throws StudioError `text/unreadable` where it does not begin as such a file does
 */
export function parseStl(bytes: Uint8Array, repairs: Repair[]): ParsedStl {
  const general = readGeneral(bytes);
  const rate = readRate(general.DFC);
  if (bytes.length < generalBytes || rate === undefined) {
    throw new StudioError('text/unreadable', 'not EBU STL', {
      data: { reason: 'it does not begin as an EBU STL file does' },
    });
  }
  const table = (/^0[0-4]$/u.test(general.CCT) ? general.CCT : '00') as CodeTable;
  const blocks = readBlocks(bytes, rate, repairs);
  const startMs = readStart(general.TCP, rate);
  // Where most cues lie before it, it is not what they count from.
  const later = blocks.filter(({ beginMs }) => beginMs >= startMs).length;
  const offsetMs = later * 2 >= blocks.length ? startMs : 0;
  if (offsetMs < startMs) repairs.push({ code: 'start-dropped', line: 1, before: general.TCP });
  const rows = Number(general.MNR) || 23;
  const cues = blocks.map((block): StlCue => {
    const { line, beginMs, endMs, row, justification, isComment } = block;
    const place = isComment ? 2 : findPlace(row, justification, rows);
    const { text, unknown } = readTextField(block.bytes, table, place);
    if (unknown > 0) repairs.push({ code: 'character-unreadable', line, before: text });
    if (beginMs < offsetMs) repairs.push({ code: 'negative-time-raised', line });
    return {
      line,
      beginMs: Math.max(0, beginMs - offsetMs),
      endMs: Math.max(0, endMs - offsetMs),
      ...{ text, isComment },
      settings: { VP: String(row), JC: String(justification) },
    };
  });
  return { general, startMs: offsetMs, cues };
}

function readBlocks(bytes: Uint8Array, rate: number, repairs: Repair[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let firstOfSet = 0;
  const count = Math.floor((bytes.length - generalBytes) / blockBytes);
  for (let index = 0; index < count; index++) {
    const at = generalBytes + index * blockBytes;
    const block = bytes.subarray(at, at + blockBytes);
    const line = index + 1;
    const number = block[3]!;
    if (number === userData) {
      repairs.push({ code: 'user-data-dropped', line });
      continue;
    }
    const text = Array.from(block.subarray(16));
    if (open === undefined) {
      open = {
        line,
        set: block[0]!,
        cumulative: block[4]!,
        beginMs: toMs(Array.from(block.subarray(5, 9)), rate),
        endMs: toMs(Array.from(block.subarray(9, 13)), rate),
        row: block[13]!,
        justification: block[14]!,
        isComment: block[15] === 1,
        bytes: text,
      };
    } else for (const byte of text) open.bytes.push(byte);
    if (number !== last && index < count - 1) continue;
    blocks.push(open);
    // Cues that add up stay until the last of them ends.
    if (open.cumulative === 1) firstOfSet = blocks.length - 1;
    if (open.cumulative === lastOfCumulative) {
      for (const each of blocks.slice(firstOfSet, -1)) each.endMs = open.endMs;
      firstOfSet = blocks.length;
    }
    open = undefined;
  }
  const rest = (bytes.length - generalBytes) % blockBytes;
  if (rest > 0) repairs.push({ code: 'block-incomplete', line: count + 1 });
  return blocks;
}

function findPlace(row: number, justification: number, rows: number): KeypadPlace {
  const bottom = justification === 1 ? 1 : justification === 3 ? 3 : 2;
  const third = row <= rows / 3 ? 6 : row <= (rows * 2) / 3 - 1 ? 3 : 0;
  return (bottom + third) as KeypadPlace;
}
