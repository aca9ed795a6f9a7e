import type { AlphabetLanguage } from './letter-orders';

/** A language whose running text is known well enough to be told from noise. */
export type TextLanguage = AlphabetLanguage | 'zh-Hans' | 'zh-Hant' | 'ja' | 'ko';

/** An encoding that a text may be in. */
export interface TextEncodingRow {
  /** Name of the WHATWG encoding standard, by which it is decoded. */
  readonly label: string;
  /** What is written in it; of others it has not all letters, or nobody does. */
  readonly languages: readonly TextLanguage[];
  /** How much rarer it is than the most usual ones, as a natural logarithm. */
  readonly rarity: number;
  /** Whether a character is one byte. */
  readonly isOneByte: boolean;
}

const western = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'fi', 'is'] as const;
const central = ['pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'de'] as const;

/** Every encoding that is looked for, and that a person may name; the usual ones first. */
export const textEncodings: readonly TextEncodingRow[] = [
  row('gb18030', ['zh-Hans', 'zh-Hant'], 0, false),
  row('windows-1252', western, 0),
  row('big5', ['zh-Hant'], 0.5, false),
  row('shift_jis', ['ja'], 0.5, false),
  row('euc-kr', ['ko'], 0.5, false),
  row('windows-1251', ['ru', 'uk', 'bg', 'sr'], 0.5),
  row('windows-1250', central, 1),
  row('windows-1253', ['el'], 1),
  row('windows-1254', ['tr'], 1),
  row('windows-1255', ['he'], 1),
  row('windows-1256', ['ar'], 1),
  row('windows-1257', ['lt', 'lv', 'et'], 2),
  row('windows-1258', ['vi'], 2),
  row('windows-874', ['th'], 2),
  row('euc-jp', ['ja'], 1.5, false),
  row('koi8-r', ['ru'], 1.5),
  row('koi8-u', ['uk', 'ru'], 2),
  row('iso-8859-2', central, 2),
  row('iso-8859-5', ['ru', 'bg', 'sr'], 3),
  row('iso-8859-7', ['el'], 2),
  row('iso-8859-15', ['fr', 'fi', 'et'], 3),
  row('ibm866', ['ru'], 3),
  row('macintosh', ['en', 'fr', 'de', 'es', 'it', 'pt'], 4),
  row('x-mac-cyrillic', ['ru'], 4),
  row('iso-2022-jp', ['ja'], 0, false),
];

/** Encodings that know every language. */
export const unicodeLabels = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;

/** All labels a person may name, as the table has them. */
export const encodingLabels: readonly string[] = [
  ...unicodeLabels,
  ...textEncodings.map(({ label }) => label),
];

function row(
  label: string,
  languages: readonly TextLanguage[],
  rarity: number,
  isOneByte = true,
): TextEncodingRow {
  return { label, languages, rarity, isOneByte };
}
