import type { Locale } from '@core/messages/catalogue';

/** Several things as one list, of names or of what begins with a number. */
export function joinList(locale: Locale, parts: readonly string[]): string {
  // Chinese joins neither numbers nor Latin names to “和” without a blank.
  return locale === 'zh-CN' ? parts.join('、') : new Intl.ListFormat(locale).format(parts);
}
