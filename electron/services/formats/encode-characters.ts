import iconv from 'iconv-lite';
import { decodeBytes } from './decode-bytes';

/** The bytes of a character; undefined where an encoding lacks it. */
export type EncodeCharacter = (character: string) => Uint8Array | undefined;

/** By the library's names, where these are not those of the WHATWG standard. */
const libraryNames: Readonly<Record<string, string>> = {
  ibm866: 'cp866',
  'x-mac-cyrillic': 'maccyrillic',
};

/** Of each encoding what its decoder makes of one and two bytes, turned round. */
const tables = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** Whether two texts are one, however their accents are written. */
const isSame = (left: string, right: string): boolean =>
  left === right || left.normalize('NFC') === right.normalize('NFC');

/**
 * A text in an encoding of bytes as the library has it; what the encoding lacks is some other
 * character then.
 * @param label a name of the WHATWG standard
 */
export function encodeRoughly(text: string, label: string): Uint8Array {
  return iconv.encode(text, libraryNames[label] ?? label);
}

/**
 * Encodes character by character, each as this program's own decoder reads it back. The library's
 * tables differ from those of the WHATWG standard for a few hundred characters (the euro of Mac OS,
 * private characters of Big5 and Shift_JIS), which are looked up the other way round.
 */
export function createCharacterEncoder(label: string): EncodeCharacter {
  const known = new Map<string, Uint8Array | undefined>();
  const find = (character: string): Uint8Array | undefined => {
    for (const form of [character, ...decompose(character)]) {
      const bytes = encodeRoughly(form, label);
      if (isSame(decodeBytes(bytes, label), character)) return bytes;
    }
    let table = tables.get(label);
    if (table === undefined) tables.set(label, (table = readTable(label)));
    return table.get(character);
  };
  return (character) => {
    if (!known.has(character)) known.set(character, find(character));
    return known.get(character);
  };
}

/** A letter with its accents one by one: Windows-1258 has Vietnamese letters so, tone by tone. */
function decompose(character: string): readonly string[] {
  const letters = Array.from(character.normalize('NFD'));
  const tone = letters.length > 2 ? [letters.slice(0, 2).join('').normalize('NFC')] : [];
  const forms = tone.map((begin) => begin + letters.slice(2).join(''));
  // The tone may stand before the other accent in the order of Unicode.
  const turned = letters.length === 3 ? [`${letters[0]}${letters[2]}`.normalize('NFC')] : [];
  return [letters.join(''), ...forms, ...turned.map((begin) => begin + (letters[1] ?? ''))];
}

function readTable(label: string): ReadonlyMap<string, Uint8Array> {
  const table = new Map<string, Uint8Array>();
  const add = (...bytes: number[]): boolean => {
    const text = decodeBytes(Uint8Array.from(bytes), label);
    const [character = '', ...more] = text;
    if (more.length > 0 || character === '\ufffd') return false;
    if (character !== '' && !table.has(character)) table.set(character, Uint8Array.from(bytes));
    return true;
  };
  for (let lead = 0; lead < 256; lead++) {
    if (add(lead)) continue;
    for (let trail = 0x30; trail < 256; trail++) add(lead, trail);
  }
  return table;
}
