/** Code tables of EBU Tech 3264: `00` is ISO 6937, the others are parts of ISO 8859. */
export type CodeTable = '00' | '01' | '02' | '03' | '04';

/** ISO 6937 from 0xA0 on; a blank where nothing is, and marks that stand before their letter left out. */
const latin =
  '\u00a0¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿' +
  '                ―¹®©™♪¬¦    ⅛⅜⅝⅞ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00ad';
/** Marks that are sent before the letter they stand on. */
const marks: Readonly<Record<number, string>> = {
  0xc1: '\u0300',
  0xc2: '\u0301',
  0xc3: '\u0302',
  0xc4: '\u0303',
  0xc5: '\u0304',
  0xc6: '\u0306',
  0xc7: '\u0307',
  0xc8: '\u0308',
  0xca: '\u030a',
  0xcb: '\u0327',
  0xcd: '\u030b',
  0xce: '\u0328',
  0xcf: '\u030c',
};

function spread(
  parts: readonly (readonly [from: number, characters: string])[],
): Map<number, string> {
  const table = new Map<number, string>();
  for (const [from, characters] of parts) {
    Array.from(characters).forEach((character, index) => {
      if (character !== ' ') table.set(from + index, character);
    });
  }
  return table;
}

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

const upperHalves: Readonly<Record<CodeTable, ReadonlyMap<number, string>>> = {
  '00': spread([[0xa0, latin]]),
  '01': spread([
    [0xa0, '\u00a0'],
    [0xa1, range(0x401, 0x40c)],
    [0xad, '\u00ad'],
    [0xae, range(0x40e, 0x44f)],
    [0xf0, '№'],
    [0xf1, range(0x451, 0x45c)],
    [0xfd, '§'],
    [0xfe, 'ўџ'],
  ]),
  '02': spread([
    [0xa0, '\u00a0'],
    [0xa4, '¤'],
    [0xac, '،\u00ad'],
    [0xbb, '؛'],
    [0xbf, '؟'],
    [0xc1, range(0x621, 0x63a)],
    [0xe0, range(0x640, 0x652)],
  ]),
  '03': spread([
    [0xa0, '\u00a0‘’£€₯¦§¨©ͺ«¬\u00ad'],
    [0xaf, '―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏ'],
    [0xc0, range(0x390, 0x3a1)],
    [0xd3, range(0x3a3, 0x3ce)],
  ]),
  '04': spread([
    [0xa0, '\u00a0'],
    [0xa2, '¢£¤¥¦§¨©×«¬\u00ad®¯°±²³´µ¶·¸¹÷»¼½¾'],
    [0xdf, '‗'],
    [0xe0, range(0x5d0, 0x5ea)],
  ]),
};
const bytesByTable = new Map(
  Object.entries(upperHalves).map(([table, half]) => [
    table,
    new Map([...half].map(([byte, character]) => [character, byte])),
  ]),
);
const bytesByMark = new Map(Object.entries(marks).map(([byte, mark]) => [mark, Number(byte)]));

/** The mark that a byte puts on the letter behind it. */
export function readMark(byte: number, table: CodeTable): string | undefined {
  return table === '00' ? marks[byte] : undefined;
}

/** The character of a byte from 0x20 to 0x7E, or from 0xA0 on; undefined where there is none. */
export function readCharacter(byte: number, table: CodeTable): string | undefined {
  return byte < 0x7f ? String.fromCharCode(byte) : upperHalves[table].get(byte);
}

/** Bytes of a character (composed, NFC); undefined where the table does not have it. */
export function writeCharacter(character: string, table: CodeTable): readonly number[] | undefined {
  const code = character.codePointAt(0)!;
  // In ISO 6937 the dollar and the number sign have further codes; their usual ones are read as they are.
  if (code >= 0x20 && code < 0x7f) return [code];
  const own = bytesByTable.get(table)?.get(character);
  if (own !== undefined) return [own];
  if (table !== '00') return undefined;
  const [letter = '', mark = '', ...more] = character.normalize('NFD');
  const byte = bytesByMark.get(mark);
  const base = letter.charCodeAt(0);
  return byte === undefined || more.length > 0 || base < 0x41 || base > 0x7a
    ? undefined
    : [byte, base];
}

/** The table that has most of a text. */
export function chooseTable(text: string): CodeTable {
  const characters = [...new Set(text.normalize('NFC'))];
  const tables = Object.keys(upperHalves) as CodeTable[];
  const count = (table: CodeTable): number =>
    characters.filter((character) => writeCharacter(character, table) !== undefined).length;
  return tables.toSorted((left, right) => count(right) - count(left))[0]!;
}
