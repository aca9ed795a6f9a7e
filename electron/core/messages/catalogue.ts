import type { ErrorCode } from '../errors/error-codes';
import { english } from './english';
import { simplifiedChinese } from './simplified-chinese';

/** Languages of the product's own texts; speech languages are another matter. */
export type Locale = 'en' | 'zh-CN';

export type MessageKey = keyof typeof english;
export type MessageParameters = Readonly<Record<string, string | number>>;

const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  en: english,
  'zh-CN': simplifiedChinese,
};

/**
 * The text of a message in a language, with `{name}` placeholders filled. A parameter that is not
 * given leaves its placeholder standing, which the catalogue test finds before a person does.
 */
export function translate(
  locale: Locale,
  key: MessageKey,
  parameters: MessageParameters = {},
): string {
  return catalogues[locale][key].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = parameters[name];
    return value === undefined ? placeholder : String(value);
  });
}

/** What a person reads of an error: what happened (and what is safe), and what to do next. */
export interface ErrorText {
  readonly happened: string;
  readonly next: string;
}

/** Placeholder values from an error's data: lists are joined, the rest is made text. */
export function asMessageParameters(data: Readonly<Record<string, unknown>>): MessageParameters {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}

/** The catalogue's text for an error code, filled from the error's data. */
export function describeError(
  locale: Locale,
  error: { readonly code: ErrorCode; readonly data: Readonly<Record<string, unknown>> },
): ErrorText {
  const parameters = asMessageParameters(error.data);
  return {
    happened: translate(locale, `error.${error.code}.happened`, parameters),
    next: translate(locale, `error.${error.code}.next`, parameters),
  };
}

/**
 * The catalogue language for a system language tag (BCP 47 or POSIX, "zh_CN.UTF-8"): Chinese of any
 * region reads Simplified Chinese, everything else English.
 */
export function chooseLocale(systemLanguage: string | undefined): Locale {
  return systemLanguage !== undefined && /^zh\b|^zh_/i.test(systemLanguage) ? 'zh-CN' : 'en';
}
