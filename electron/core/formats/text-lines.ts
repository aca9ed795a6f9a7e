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
