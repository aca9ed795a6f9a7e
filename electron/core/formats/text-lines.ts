/** Whether a character is one that trimming takes off, or a control character. */
export function isBlankCode(code: number): boolean {
  if (code < 0xa0) return code <= 0x20;
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code <= 0x205f) {
    return (
      code <= 0x200a || (code >= 0x2028 && code <= 0x2029) || code === 0x202f || code === 0x205f
    );
  }
  return code === 0x3000 || code === 0xfeff;
}

/** A text with line feeds in place of any line endings. */
export function toLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}

/** The lines of a text as they are, without blank ones and blanks at their ends. */
export function listLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const given of toLineFeeds(text).split('\n')) {
    const line = given.trim();
    if (line !== '') lines.push(line);
  }
  return lines;
}

/** The same as a text; nearly always it is one already. */
export function tidyLines(text: string): string {
  return isTidy(text) ? text : listLines(text).join('\n');
}

function isTidy(text: string): boolean {
  if (text.includes('\r')) return false;
  for (let begin = 0; ;) {
    const found = text.indexOf('\n', begin);
    const end = found === -1 ? text.length : found;
    if (end === begin || isBlankCode(text.charCodeAt(begin))) return false;
    if (isBlankCode(text.charCodeAt(end - 1))) return false;
    if (found === -1) return true;
    begin = end + 1;
  }
}
