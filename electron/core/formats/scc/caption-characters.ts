/** Characters of CEA-608, by the bytes that stand for them. */
const standardExceptions: Readonly<Record<number, string>> = {
  0x2a: 'á',
  0x5c: 'é',
  0x5e: 'í',
  0x5f: 'ó',
  0x60: 'ú',
  0x7b: 'ç',
  0x7c: '÷',
  0x7d: 'Ñ',
  0x7e: 'ñ',
  0x7f: '█',
};
/** From 0x1130 on; the tenth is a blank through which the picture is seen. */
const special = '®°½¿™¢£♪à\u00a0èâêîôû';
/** From 0x1220 and 0x1320 on: each takes the place of the character before it. */
const extended: Readonly<Record<number, string>> = {
  0x12: "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»",
  0x13: 'ÃãÍÌìÒòÕõ{}\\^_¦~ÄäÖöß¥¤|ÅåØø┌┐└┘',
};

/** The character of one byte from 0x20 on. */
export function readStandard(byte: number): string {
  return standardExceptions[byte] ?? String.fromCharCode(byte);
}

/** The character of two bytes, and whether it takes the place of the one before it. */
export function readSpecial(
  first: number,
  second: number,
): { readonly character: string; readonly isExtended: boolean } | undefined {
  if (first === 0x11 && second >= 0x30 && second <= 0x3f) {
    return { character: special.charAt(second - 0x30), isExtended: false };
  }
  const character = second >= 0x20 && second <= 0x3f ? extended[first]?.charAt(second - 0x20) : '';
  return character ? { character, isExtended: true } : undefined;
}

/** How a character is sent: bytes that may share a word with others, or words of their own. */
export type CharacterCode =
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'word'; readonly word: number; readonly instead?: number };

const codes = new Map<string, CharacterCode>();
for (let byte = 0x20; byte <= 0x7f; byte++) codes.set(readStandard(byte), { kind: 'byte', byte });
Array.from(special).forEach((character, index) => {
  codes.set(character, { kind: 'word', word: 0x1130 + index });
});
for (const [first, characters] of Object.entries(extended)) {
  Array.from(characters).forEach((character, index) => {
    // A decoder that does not know it shows the plain letter.
    const plain = character.normalize('NFD').charCodeAt(0);
    const instead = plain > 0x20 && plain < 0x7f && plain !== 0x2a ? plain : 0x20;
    if (codes.has(character)) return;
    codes.set(character, { kind: 'word', word: Number(first) * 0x100 + 0x20 + index, instead });
  });
}
// Decoders do not agree on what this code shows; all have the straight one.
codes.delete('’');

/** Characters that are shown by others. */
const likeness: Readonly<Record<string, string>> = {
  '’': "'",
  '`': '‘',
  '…': '...',
  '–': '—',
  '♫': '♪',
  '\u3000': ' ',
  '\u00ad': '',
  '\u200b': '',
};

/** How a character is sent, by its likeness where it has no code; without any where there is nothing like it. */
export function findCodes(character: string): {
  readonly codes: readonly CharacterCode[];
  readonly isExact: boolean;
} {
  const own = codes.get(character);
  if (own !== undefined) return { codes: [own], isExact: true };
  const plain = likeness[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
  const found = Array.from(plain).flatMap((each) => codes.get(each) ?? []);
  const isLike = plain !== '' && found.length === Array.from(plain).length;
  return { codes: isLike ? found : [], isExact: likeness[character] === '' };
}
