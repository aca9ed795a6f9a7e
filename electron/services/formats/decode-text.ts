import { nameEncoding } from '@core/encodings/name-encoding';
import { StudioError } from '@core/errors/studio-error';
import type { TextEncoding } from '@core/formats/format';
import { omitUndefined } from '@core/omit-undefined';
import { decodeBytes, findEncoding } from './decode-bytes';
import { guessEncoding, guessUtf16 } from './guess-encoding';

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Encodings in which the bytes are plausible text as well, the likeliest first. */
  readonly others: readonly string[];
}

/** What a byte order mark says; the first that fits, as UTF-32 begins as UTF-16 does. */
const marks: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** A text has not more stray zero bytes than one in so many; binary data have many. */
const bytesPerZero = 20;
/** By which texts of 7 bits switch to Japanese. */
const japaneseEscape = '\u001b$';

/**
 * The text of a file, and its encoding [EN1]: what the caller says; else by its byte order mark; else
 * UTF-8 where all of it is; else UTF-16 where some bytes are zero and it is likely text of it; else the
 * encoding in which it is the likeliest text [EN2], with some stray zeros or without.
 * @param asked name of an encoding, as {@link findEncoding} knows it
 * @throws StudioError `text/encoding-unknown` (data: `tried`, and `likeliest`, the label of the one that a
 *   person may try first, where one of them can be right), also for an encoding nobody knows
 * @throws TypeError for binary data
 */
export function decodeText(bytes: Uint8Array, asked?: string): DecodedText {
  const decode = (label: string, others: readonly string[] = []): DecodedText => ({
    text: decodeBytes(bytes, label),
    encoding: { label, hasMark: readMark(bytes) === label },
    others,
  });
  if (asked !== undefined) {
    const label = findEncoding(asked);
    if (label === undefined) throw unknownEncoding([asked]);
    return decode(label);
  }
  const marked = readMark(bytes);
  if (marked !== undefined && marked !== 'utf-8') return decode(marked);
  const hasZeros = bytes.includes(0);
  if (hasZeros) {
    const [label, ...others] = guessUtf16(bytes).labels;
    if (label !== undefined) return decode(label, others);
    if (!hasFewZeros(bytes)) throw new TypeError('it holds binary data');
  }
  const hasEscape = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    japaneseEscape,
  );
  if (!hasEscape && isUtf8(bytes)) return decode('utf-8');
  // Stray zeros say nothing of the encoding.
  const guessed = guessEncoding(hasZeros ? bytes.filter((byte) => byte !== 0) : bytes);
  const { labels, likeliest, tried } = guessed;
  const [label, ...others] = labels;
  if (label !== undefined) return decode(label, others);
  throw hasZeros ? new TypeError('it holds binary data') : unknownEncoding(tried, likeliest);
}

function readMark(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
}

function hasFewZeros(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  return zeros * bytesPerZero <= bytes.length;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function unknownEncoding(labels: readonly string[], likeliest?: string): StudioError {
  const tried = labels.map(nameEncoding).join(', ');
  return new StudioError('text/encoding-unknown', `No encoding makes text of it: ${tried}`, {
    data: { tried, ...omitUndefined({ likeliest }) },
  });
}
