const brace = 0x7b;
const closingBrace = 0x7d;
const backslash = 0x5c;
const lineBreak = 0x4e;

/**
 * Whether a text has nothing but characters, line breaks and overrides of look, which are read and written
 * as they stand: nearly all texts are so, and need no more than this look.
 * @param isRaw whether its line breaks are `\\N`, as in a file
 */
export function isUsualText(text: string, isRaw: boolean): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) {
      if (!isRaw || text.charCodeAt(++at) !== lineBreak) return false;
    } else if (code === brace) {
      at = findOverrideEnd(text, at);
      if (at === -1) return false;
    } else if (code === 0x3c || code === 0x0d || code === 0xa0) return false;
  }
  return true;
}

/** The brace that ends an override which no version writes otherwise; -1 where it is another one, or none. */
function findOverrideEnd(text: string, begin: number): number {
  if (text.charCodeAt(begin + 1) !== backslash) return -1;
  for (let at = begin + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === closingBrace) return at;
    if (code === brace || code === 0x0a || code === 0x0d) return -1;
    // Places differ between versions, drawings are no text, and `\\N` is no override.
    if (code === backslash && !isLook(text.charCodeAt(at + 1))) return -1;
  }
  return -1;
}

/** Bold, italic, strike, underline, fonts, colours and fading. */
function isLook(code: number): boolean {
  return (
    code === 0x62 ||
    code === 0x63 ||
    code === 0x66 ||
    code === 0x69 ||
    code === 0x73 ||
    code === 0x75
  );
}
