/**
 * What a terminal obeys instead of showing it (C0, DEL, C1), what turns the direction of the text
 * around it, and what nobody sees and so may hide in a name: line and paragraph separators, blanks
 * of no width, fillers. The joiners U+200C and U+200D stay, without which Persian, Hindi and many
 * emoji are written wrong, and so do the Arabic number signs, which are format characters but seen.
 */
const harmful =
  /[\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|(?![\u200c-\u200d]|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])\p{Cf}/gu;

/**
 * A text of ours as people read it, with whatever came into it from outside made visible: ESC as ␛,
 * others by their number as <U+202E>. Line ends and tabs stay. What is harmless already stays as it
 * is, so that a text may come by here twice.
 */
export function showHarmless(text: string): string {
  return text.replace(harmful, (character) =>
    character === '\n' || character === '\t' ? character : show(character),
  );
}

/**
 * A value from outside, the name of a file or the words of a server, within a line of ours: it ends
 * no line either, or what follows could be taken for another line of ours.
 */
export function showValueHarmless(value: string): string {
  return value.replace(harmful, show);
}

/** A text without them, for what becomes the name of a file. */
export function dropHarmful(text: string, inTheirPlace = ''): string {
  return text.replace(harmful, inTheirPlace);
}

/** JSON of the same value without a character that a terminal obeys or nobody sees. */
export function escapeJson(json: string): string {
  return json.replace(harmful, (character) =>
    character === '\n' || character === '\t' ? character : escapeUnits(character),
  );
}

function show(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${hex(code)}>`;
}

/** JSON names a character beyond the first 65,536 by two numbers. */
function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => String.raw`\u${hex(character.charCodeAt(index)).toLowerCase()}`,
  ).join('');
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
