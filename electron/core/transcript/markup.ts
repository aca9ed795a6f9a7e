/**
 * Marks of look and place in the text of subtitles: tags of SubRip and WebVTT (`<i>`, `<font color=…>`,
 * `<c.yellow>`, `<v Anna>`, `<00:01.500>`) and overrides of SubStation Alpha and MicroDVD (`{\an8}`,
 * `{y:i}`). Only what players take for such is one: "a < b" and "{name}" are text.
 */
export const markupPattern =
  /\{\\[^{}\r\n]*\}|\{[a-z]:[^{}\r\n]*\}|<\/?(?:[biusvcp]|font|span|em|strong|br|lang|ruby|rt|big|small|strike|sup|sub|tt)(?:[.\s][^<>\r\n]*)?\/?>|<(?:\d{2,}:)?\d\d:\d\d\.\d{3}>/giu;
const closing = /^<\/|^<br/iu;

/** Whether a text may have markup at all, which few have. */
function mayHaveMarkup(text: string): boolean {
  return text.includes('<') || text.includes('{');
}

/** The text as it is read, without its markup. */
export function stripMarkup(text: string): string {
  return mayHaveMarkup(text) ? text.replace(markupPattern, '') : text;
}

/**
 * The text with brackets in place of all characters of its markup, as many as there were: opening ones
 * for what begins, closing ones for what ends. It is cut into words where the text itself is.
 */
export function maskMarkup(text: string): string {
  if (!mayHaveMarkup(text)) return text;
  return text.replace(markupPattern, (found) =>
    (closing.test(found) ? ')' : '(').repeat(found.length),
  );
}
