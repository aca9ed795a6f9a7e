const blank = /\s/u;

/** A text whose lines end with a line feed, a carriage return, or both, with line feeds alone. */
export function toLineFeeds(text: string): string {
  // One mark is looked for several times as fast as an expression, and most files have one.
  if (!text.includes('\r')) return text;
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** The lines of a text; they end with a line feed, a carriage return, or both. */
export function splitLines(text: string): readonly string[] {
  return toLineFeeds(text).split('\n');
}

/** Whether a character is one that trimming takes off. */
export function isBlankCode(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return blank.test(String.fromCharCode(code));
}

/** Whether there is nothing to read. */
export function isBlankText(text: string): boolean {
  return text === '' || (isBlankCode(text.charCodeAt(0)) && text.trim() === '');
}

/** Whether a text's lines, parted by line feeds, have something in them each and no blanks at their ends. */
export function hasCleanLines(text: string): boolean {
  for (let begin = 0; ;) {
    const found = text.indexOf('\n', begin);
    const end = found === -1 ? text.length : found;
    if (end === begin) return false;
    if (isBlankCode(text.charCodeAt(begin)) || isBlankCode(text.charCodeAt(end - 1))) return false;
    if (found === -1) return true;
    begin = end + 1;
  }
}
