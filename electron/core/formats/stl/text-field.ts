import type { KeypadPlace, Look, TextRun } from '../markup/look';
import { srtDialect } from '../markup/srt-dialect';
import { commonLook } from '../markup/common-look';
import { readLook } from '../markup/read-look';
import { type CodeTable, readCharacter, readMark, writeCharacter } from './stl-characters';

/** Colours of teletext, by their codes. */
const colors = [
  '#000000',
  '#ff0000',
  '#00ff00',
  '#ffff00',
  '#0000ff',
  '#ff00ff',
  '#00ffff',
  '#ffffff',
];
const white = 7;
const codes = {
  endBox: 0x0a,
  startBox: 0x0b,
  doubleHeight: 0x0d,
  italicOn: 0x80,
  italicOff: 0x81,
  underlineOn: 0x82,
  underlineOff: 0x83,
  newLine: 0x8a,
  unused: 0x8f,
};

/** The text of a cue, with marks of look; `unknown` are bytes that stand for nothing. */
export function readTextField(
  bytes: readonly number[],
  table: CodeTable,
  place: KeypadPlace,
): { readonly text: string; readonly unknown: number } {
  const lines: { text: string; look: Look; key: string }[][] = [[]];
  let color: string | undefined;
  let isItalic = false;
  let isUnderlined = false;
  let hasGap = false;
  let mark = '';
  let unknown = 0;
  const add = (character: string): void => {
    const line = lines.at(-1)!;
    let last = line.at(-1);
    if (character === ' ' && last === undefined) return;
    const needsGap = hasGap && last !== undefined && !/\s$/u.test(last.text) && character !== ' ';
    hasGap = false;
    const look: Look = {
      ...(color === undefined ? undefined : { color }),
      ...(isItalic ? { italic: true } : undefined),
      ...(isUnderlined ? { underline: true } : undefined),
    };
    const key = Object.keys(look).length === 0 ? '' : JSON.stringify(look);
    // A blank between two looks has none.
    if (needsGap && key !== '') {
      if (last!.key === '' || last!.key === key) last!.text += ' ';
      else {
        last = { text: ' ', look: {}, key: '' };
        line.push(last);
      }
    }
    if (last?.key !== key && (character !== ' ' || key === '')) {
      last = { text: '', look, key };
      line.push(last);
    }
    last!.text += needsGap && key === '' ? ` ${character}` : character;
  };
  for (const byte of bytes) {
    if (byte === codes.unused) continue;
    if (byte === codes.newLine) {
      if (lines.at(-1)!.length > 0) lines.push([]);
      // A row of teletext begins in white.
      color = undefined;
      hasGap = false;
    } else if (byte === codes.italicOn || byte === codes.italicOff) {
      isItalic = byte === codes.italicOn;
    } else if (byte === codes.underlineOn || byte === codes.underlineOff) {
      isUnderlined = byte === codes.underlineOn;
    } else if (byte < 0x20) {
      if (byte < colors.length) color = byte === white ? undefined : colors[byte];
      // Such a code takes the room of a character.
      hasGap = true;
    } else if (byte >= 0x7f && byte < 0xa0) continue;
    else if (readMark(byte, table) !== undefined) mark = readMark(byte, table)!;
    else {
      const character = readCharacter(byte, table);
      if (character === undefined) unknown++;
      add(`${character ?? '\ufffd'}${mark}`.normalize('NFC'));
      mark = '';
    }
  }
  const runs: TextRun[] = [];
  for (const line of lines) {
    const last = line.at(-1);
    if (last === undefined) continue;
    last.text = last.text.trimEnd();
    const above = runs.at(-1);
    const first = line[0]!.look;
    if (above !== undefined) runs.push({ text: '\n', look: commonLook(above.look, first) });
    for (const { text, look } of line) runs.push({ text, look });
  }
  return { text: runs.length === 0 ? '' : srtDialect.write({ runs, place }), unknown };
}

export interface WrittenText {
  readonly bytes: readonly number[];
  readonly place: KeypadPlace;
  readonly rows: number;
  /** Whether all characters and looks are in it. */
  readonly hasAllCharacters: boolean;
  readonly hasAllLooks: boolean;
}

/** Rows of teletext in double height, each in a box (EBU Tech 3264, Appendix 3). */
export function writeTextField(text: string, table: CodeTable): WrittenText {
  const { runs, place = 2 } = readLook(text);
  const bytes: number[] = [];
  let hasAllCharacters = true;
  let hasAllLooks = true;
  let rows = 1;
  let color = white;
  let isItalic = false;
  let isUnderlined = false;
  const begin = (): void => {
    bytes.push(codes.doubleHeight, codes.startBox, codes.startBox);
    color = white;
  };
  begin();
  for (const { text, look } of runs) {
    const wanted = look.color === undefined ? white : colors.indexOf(look.color);
    const { italic, underline, color: _color, ...more } = look;
    if (wanted === -1 || Object.keys(more).length > 0) hasAllLooks = false;
    for (const character of text.normalize('NFC')) {
      if (character === '\n') {
        bytes.push(codes.endBox, codes.endBox, codes.newLine, codes.newLine);
        rows++;
        begin();
        continue;
      }
      if (wanted !== -1 && wanted !== color && character !== ' ') {
        // The code takes the room of the blank before it.
        if (bytes.at(-1) === 0x20) bytes.pop();
        bytes.push(wanted);
        color = wanted;
      }
      if ((italic === true) !== isItalic) {
        isItalic = !isItalic;
        bytes.push(isItalic ? codes.italicOn : codes.italicOff);
      }
      if ((underline === true) !== isUnderlined) {
        isUnderlined = !isUnderlined;
        bytes.push(isUnderlined ? codes.underlineOn : codes.underlineOff);
      }
      const written = writeCharacter(character, table);
      if (written === undefined) hasAllCharacters = false;
      bytes.push(...(written ?? [0x3f]));
    }
  }
  bytes.push(codes.endBox, codes.endBox);
  return { bytes, place, rows, hasAllCharacters, hasAllLooks };
}
