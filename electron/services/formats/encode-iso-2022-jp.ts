import { decodeBytes } from './decode-bytes';
import { createCharacterEncoder } from './encode-characters';

/** Sets of characters that the encoding switches to, by the bytes that do. */
const escapes = {
  ascii: [0x1b, 0x28, 0x42],
  roman: [0x1b, 0x28, 0x4a],
  katakana: [0x1b, 0x28, 0x49],
  kanji: [0x1b, 0x24, 0x42],
} as const;

interface Placed {
  readonly set: keyof typeof escapes;
  readonly bytes: readonly number[];
}

/** The two characters of JIS X 0201 that ASCII has otherwise. */
const romanOnly: Readonly<Record<string, number>> = { '¥': 0x5c, '‾': 0x7e };
/** They switch themselves. */
const shifts = ['\u001b', '\u000e', '\u000f'];
const halfWidthLead = 0x8e;

/**
 * A text of 7 bits that switches to Japanese and back (ISO-2022-JP), which the library lacks; each
 * line ends in ASCII.
 * @param onLack told each character that the encoding has not; nothing is written for it
 */
export function encodeIso2022Jp(text: string, onLack: (character: string) => void): Uint8Array {
  const encode = createPlacer();
  const bytes: number[] = [];
  let set: keyof typeof escapes = 'ascii';
  const switchTo = (next: keyof typeof escapes): void => {
    if (next !== set) bytes.push(...escapes[next]);
    set = next;
  };
  for (const character of text) {
    const placed = encode(character);
    if (placed === undefined) {
      onLack(character);
      continue;
    }
    switchTo(placed.set);
    bytes.push(...placed.bytes);
  }
  switchTo('ascii');
  return Uint8Array.from(bytes);
}

function createPlacer(): (character: string) => Placed | undefined {
  const toEuc = createCharacterEncoder('euc-jp');
  const known = new Map<string, Placed | undefined>();
  const find = (character: string): Placed | undefined => {
    if (shifts.includes(character)) return undefined;
    if (character <= '\u007f') return { set: 'ascii', bytes: [character.charCodeAt(0)] };
    const roman = romanOnly[character];
    const placed =
      roman === undefined
        ? fromEuc(toEuc(character))
        : ({ set: 'roman', bytes: [roman] } satisfies Placed);
    if (placed === undefined) return undefined;
    const whole = Uint8Array.from([...escapes[placed.set], ...placed.bytes, ...escapes.ascii]);
    return decodeBytes(whole, 'iso-2022-jp') === character ? placed : undefined;
  };
  return (character) => {
    if (!known.has(character)) known.set(character, find(character));
    return known.get(character);
  };
}

/** Both have the same table; its bytes have their highest bit set in EUC. */
function fromEuc(bytes: Uint8Array | undefined): Placed | undefined {
  if (bytes?.length !== 2) return undefined;
  const [lead = 0, trail = 0] = bytes;
  return lead === halfWidthLead
    ? { set: 'katakana', bytes: [trail & 0x7f] }
    : { set: 'kanji', bytes: [lead & 0x7f, trail & 0x7f] };
}
