/** A text area gives line feeds only. */
export function toFieldText(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

/** The place in a document's text that a place in its field stands for. */
export function toTextOffset(text: string, fieldOffset: number): number {
  let at = 0;
  for (let passed = 0; passed < fieldOffset && at < text.length; passed += 1) {
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return at;
}
