/** For each encoding the bytes of every character it has, by asking the decoder about all of them. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * A text in an encoding of one or two bytes, which no module of Node.js writes.
 * @param label a name of the WHATWG standard
 * @throws Error for a character that the encoding has not
 */
export function encodeText(text: string, label: string): Uint8Array {
  const table = tables.get(label) ?? readTable(label);
  tables.set(label, table);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${label} has no ${character}`);
      return bytes;
    }),
  );
}

function readTable(label: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (let lead = 0; lead < 256; lead++) {
    if (add([lead])) continue;
    for (let trail = 0x40; trail < 256; trail++) add([lead, trail]);
  }
  // Some releases of Node.js read this one as ISO 8859-1.
  if (label === 'windows-1252') {
    Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ').forEach((character, index) => {
      if (character !== ' ') table.set(character, [0x80 + index]);
    });
  }
  return table;
}
