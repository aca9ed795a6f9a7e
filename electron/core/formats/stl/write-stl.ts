import { splitLines } from '../lines';
import { readSetting } from '../as-written';
import type { FormatDocument } from '../format-document';
import type { KeypadPlace } from '../markup/look';
import type { TimedText } from '../timed-text';
import { blockBytes, generalBytes, type GeneralField, writeGeneral } from './general-fields';
import { readRate, readStart } from './parse-stl';
import { chooseTable } from './stl-characters';
import { writeLanguageCode } from './stl-languages';
import { writeTextField } from './text-field';

const textBytes = 112;
const mostRows = 23;
/**
 * Of one text: extension blocks are numbered up to EFh, and one more block is the last (EBU Tech 3264, EBN);
 * what is above is reserved, or user data.
 */
const mostBlocks = 0xf0 + 1;

export interface WrittenStl {
  readonly content: Uint8Array<ArrayBuffer>;
  /** How many cues have characters or looks that are not in it. */
  readonly characters: number;
  readonly looks: number;
  /** How many texts are longer than blocks may be. */
  readonly cut: number;
}

/** What stands in a block beside its text. */
interface Head {
  readonly number: number;
  readonly beginMs: number;
  readonly endMs: number;
  readonly row: number;
  readonly justification: number;
  readonly isComment: boolean;
}

/** A document as EBU STL for teletext [FM59]. */
export function writeStl(
  document: FormatDocument,
  cues: readonly TimedText[],
  rate: number,
): WrittenStl {
  const kept = readHeaders(document);
  const comments = document.comments ?? [];
  const all = [...cues.map(({ text }) => text), ...comments.map(({ text }) => text)];
  const table = chooseTable(all.join('\n'));
  const startMs =
    document.programmeStartMs ?? readStart(kept['TCP'] ?? '', readRate(kept['DFC'] ?? '') ?? rate);
  let characters = 0;
  let looks = 0;
  let cut = 0;
  const blocks: Uint8Array[] = [];
  const add = (head: Omit<Head, 'number'>, bytes: readonly number[], number: number): void => {
    if (bytes.length > mostBlocks * textBytes) cut++;
    const times = { beginMs: head.beginMs + startMs, endMs: head.endMs + startMs };
    blocks.push(...makeBlocks({ ...head, ...times, number }, bytes, rate));
  };
  cues.forEach((cue, index) => {
    const { beginMs, endMs, text } = cue;
    const written = writeTextField(text, table);
    if (!written.hasAllCharacters) characters++;
    if (!written.hasAllLooks) looks++;
    const where = findRow(cue, written.place, written.rows);
    add({ beginMs, endMs, ...where, isComment: false }, written.bytes, index + 1);
  });
  comments.forEach(({ atMs, text }, index) => {
    const { bytes, hasAllCharacters } = writeTextField(splitLines(text).join('\n'), table);
    if (!hasAllCharacters) characters++;
    const head = { beginMs: atMs, endMs: atMs, row: 1, justification: 2, isComment: true };
    add(head, bytes, cues.length + index + 1);
  });
  const content = new Uint8Array(generalBytes + blocks.length * blockBytes);
  const count = (value: number): string => String(Math.min(value, 99_999)).padStart(5, '0');
  const time = (timeMs: number): string =>
    toTimecode(timeMs, rate)
      .map((part) => String(part).padStart(2, '0'))
      .join('');
  writeGeneral(
    {
      ...{ CPN: '850', DSC: '1', CD: '000101', RD: '000101', RN: '00', MNC: '40', MNR: '23' },
      ...{ TCS: '1', TND: '1', DSN: '1' },
      ...kept,
      ...{ DFC: `STL${rate}.01`, CCT: table, LC: writeLanguageCode(document.language) },
      ...{ TNB: count(blocks.length), TNS: count(cues.length + comments.length), TNG: '001' },
      TCP: time(startMs),
      TCF: time((cues[0]?.beginMs ?? 0) + startMs),
    },
    content,
  );
  blocks.forEach((block, index) => content.set(block, generalBytes + index * blockBytes));
  return { content, characters, looks, cut };
}

/** What a file said of itself, for its own format. */
function readHeaders({ source }: FormatDocument): Partial<Record<GeneralField, string>> {
  if (source?.format !== 'stl') return {};
  return Object.fromEntries((source.headers ?? []).map(({ name, value }) => [name, value]));
}

/** The row as the file had it, while the cue stands in the same part of the picture; rows are of double height. */
function findRow(
  { sentence, word }: TimedText,
  place: KeypadPlace,
  rows: number,
): { readonly row: number; readonly justification: number } {
  const justification = place % 3 === 1 ? 1 : place % 3 === 0 ? 3 : 2;
  const height = rows * 2;
  const usual = place >= 7 ? 2 : place >= 4 ? Math.max(1, 12 - rows) : mostRows - height + 1;
  const given = word === undefined ? Number(readSetting(sentence.source, 'stl', 'VP') ?? '') : 0;
  const third = given <= mostRows / 3 ? 6 : given <= (mostRows * 2) / 3 - 1 ? 3 : 0;
  const isSame =
    given > 0 && Math.floor((place - 1) / 3) * 3 === third && given + height - 2 <= mostRows;
  const kept = readSetting(sentence.source, 'stl', 'JC');
  return {
    row: isSame ? given : Math.max(1, usual),
    justification: justification === 2 && kept === '0' ? 0 : justification,
  };
}

function makeBlocks(head: Head, bytes: readonly number[], rate: number): Uint8Array[] {
  const { number, beginMs, endMs, row, justification, isComment } = head;
  const count = Math.min(mostBlocks, Math.max(1, Math.ceil(bytes.length / textBytes)));
  return Array.from({ length: count }, (_, index) => {
    const block = new Uint8Array(blockBytes).fill(0x8f, 16);
    const isLast = index === count - 1;
    block.set([0, number & 0xff, (number >> 8) & 0xff, isLast ? 0xff : index, 0], 0);
    block.set(toTimecode(beginMs, rate), 5);
    block.set(toTimecode(endMs, rate), 9);
    block.set([row, justification, isComment ? 1 : 0], 13);
    block.set(bytes.slice(index * textBytes, (index + 1) * textBytes), 16);
    return block;
  });
}

/** The nearest frame: hours, minutes, seconds, frames. */
export function toTimecode(
  timeMs: number,
  rate: number,
): readonly [number, number, number, number] {
  const frames = Math.round((timeMs * rate) / 1000);
  const seconds = Math.floor(frames / rate);
  return [
    Math.min(Math.floor(seconds / 3600), 255),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
    frames % rate,
  ];
}
