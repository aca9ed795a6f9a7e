import { omitUndefined } from '../../omit-undefined';
import type { Look } from '../markup/look';

/** Commands, without their parity (CEA-608-E). */
export const commands = {
  resumeLoading: 0x1420,
  backspace: 0x1421,
  deleteToEnd: 0x1424,
  rollUp2: 0x1425,
  rollUp3: 0x1426,
  rollUp4: 0x1427,
  resumeDirect: 0x1429,
  textRestart: 0x142a,
  resumeText: 0x142b,
  eraseDisplayed: 0x142c,
  carriageReturn: 0x142d,
  eraseLoaded: 0x142e,
  endOfCaption: 0x142f,
} as const;

export const mostColumns = 32;
export const mostRows = 15;

/** Colours by their number in a code; white is as usual. */
const colors = [
  undefined,
  '#00ff00',
  '#0000ff',
  '#00ffff',
  '#ff0000',
  '#ffff00',
  '#ff00ff',
] as const;

/** Rows by the first byte of a code that addresses them. */
const rowsByByte: Readonly<Record<number, readonly number[]>> = {
  0x10: [11],
  0x11: [1, 2],
  0x12: [3, 4],
  0x13: [12, 13],
  0x14: [14, 15],
  0x15: [5, 6],
  0x16: [7, 8],
  0x17: [9, 10],
};

export interface Address {
  readonly row: number;
  readonly column: number;
  readonly look: Look;
}

/** Where the next character stands, and how it looks; undefined of another code. */
export function readAddress(first: number, second: number): Address | undefined {
  if (second < 0x40) return undefined;
  const row = rowsByByte[first]?.[second >= 0x60 ? 1 : 0];
  if (row === undefined) return undefined;
  const underline = (second & 1) === 1 ? true : undefined;
  const kind = (second & 0x1f) >> 1;
  if (kind >= 8) return { row, column: (kind - 8) * 4, look: omitUndefined({ underline }) };
  const italic = kind === 7 ? true : undefined;
  return { row, column: 0, look: omitUndefined({ underline, italic, color: colors[kind] }) };
}

/** The code of a row and an indent, which is a multiple of 4. */
export function writeAddress(row: number, indent: number): number {
  for (const [byte, rows] of Object.entries(rowsByByte)) {
    const at = rows.indexOf(row);
    if (at !== -1) return Number(byte) * 0x100 + (at === 1 ? 0x60 : 0x40) + 0x10 + (indent / 4) * 2;
  }
  throw new RangeError(`there is no row ${row}`);
}

/** The look from a code within a row on; italics keep the colour. */
export function readMidRow(first: number, second: number, look: Look): Look | undefined {
  if (first !== 0x11 || second < 0x20 || second > 0x2f) return undefined;
  const underline = (second & 1) === 1 ? true : undefined;
  const kind = (second & 0x0f) >> 1;
  return kind === 7
    ? omitUndefined({ underline, italic: true as const, color: look.color })
    : omitUndefined({ underline, color: colors[kind] });
}

/** Codes that turn to a look, as near as there are some. */
export function writeMidRow({ italic, underline, color }: Look): readonly number[] {
  const at = color === undefined ? 0 : Math.max(0, colors.indexOf(color as (typeof colors)[1]));
  const line = underline === true ? 1 : 0;
  const codes = [0x1120 + at * 2 + line];
  if (italic !== true) return codes;
  return at === 0 ? [0x112e + line] : [...codes, 0x112e + line];
}

/** Whether a look has what can be said here alone. */
export function isKnownLook({
  color,
  italic: _italic,
  underline: _underline,
  ...more
}: Look): boolean {
  const isKnown = color === undefined || color === '#ffffff' || colors.includes(color as '#00ff00');
  return isKnown && Object.keys(more).length === 0;
}

/** A word as it is sent: each byte with odd parity. */
export function toHex(word: number): string {
  const withParity = (byte: number): number => {
    let ones = 0;
    for (let bits = byte; bits > 0; bits >>= 1) ones += bits & 1;
    return ones % 2 === 0 ? byte | 0x80 : byte;
  };
  return (withParity(word >> 8) * 0x100 + withParity(word & 0x7f)).toString(16).padStart(4, '0');
}
