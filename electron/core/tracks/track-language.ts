/** Of no language, of several, of none that anybody named. */
const noLanguages: readonly string[] = ['und', 'mul', 'zxx', 'mis'];

/**
 * The language of a tag or code of ISO 639-1 or 639-2, be it for libraries (`ger`) or for terminology
 * (`deu`), without region and script, in two letters where it has two.
 * @returns undefined where it is none
 */
export function findPrimaryLanguage(tag: string): string | undefined {
  const [first = ''] = tag.trim().toLowerCase().split(/[-_]/u);
  if (!/^[a-z]{2,3}$/u.test(first) || noLanguages.includes(first)) return undefined;
  const [canonical] = Intl.getCanonicalLocales(first);
  return canonical;
}

/** How a language is called in English, in Chinese and by those who speak it, in small letters. */
export function listLanguageNames(language: string): readonly string[] {
  return ['en', 'zh-CN', language].flatMap(
    (locale) => findLanguageName(locale, language)?.toLowerCase() ?? [],
  );
}

/** The name of a language in another one; undefined where nobody knows it. */
export function findLanguageName(locale: string, language: string): string | undefined {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language);
}
