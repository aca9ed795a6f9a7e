const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 and HTML do not take, as it cannot be written in them at all. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/**
 * A text as the content of an element, or of an attribute in quotes, of XML or HTML: none of it is
 * markup. A character that neither may hold becomes U+FFFD.
 */
export function escapeMarkup(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/[&<>"']/gu, (found) => entities[found]!);
}
