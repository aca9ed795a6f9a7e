import type { Locale } from '@core/messages/catalogue';

/**
 * The name of a speech language in the language of the window.
 *
 * @param tag BCP 47
 * @returns undefined where the language is not known yet (`und`, empty)
 */
export function findLanguageName(locale: Locale, tag: string): string | undefined {
  if (tag === '' || tag === 'und') return undefined;
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag);
    return name === undefined ? tag : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    // Not a well-formed tag: an engine's own name for it says more than nothing.
    return tag;
  }
}
