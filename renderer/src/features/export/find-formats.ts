import { formatPurposes, type FormatPurpose, type WritableFormat } from '@core/formats/format';
import { writableFormats } from '@core/formats/registry';
import { type Locale, translate } from '@core/messages/catalogue';

/** A person may know a format by its name in either. */
const locales: readonly Locale[] = ['en', 'zh-CN'];

/** A format that was sought, and the programs by which it was found. */
export interface FoundFormat {
  readonly format: WritableFormat;
  readonly programs: readonly string[];
}

/** Formats of one purpose, in the order of the registry. */
export interface FormatGroup {
  readonly purpose: FormatPurpose;
  readonly formats: readonly FoundFormat[];
}

/**
 * The formats of which all words that are sought are said, in either language: what they are called and
 * good for, how their files end, and which programs take them. Grouped by purpose; without a word, all.
 */
export function findFormats(sought: string): readonly FormatGroup[] {
  const words = sought.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = writableFormats
    .filter((format) => isFound(format, words))
    .map((format) => ({ format, programs: listPrograms(format, words) }));
  return formatPurposes
    .map((purpose) => ({
      purpose,
      formats: found.filter(({ format }) => format.purpose === purpose),
    }))
    .filter(({ formats }) => formats.length > 0);
}

function isFound(format: WritableFormat, words: readonly string[]): boolean {
  const { id, name, about, extensions, programs } = format;
  const texts = locales.flatMap((locale) => [translate(locale, name), translate(locale, about)]);
  const said = [id, ...extensions, ...programs, ...texts].join('\n').toLowerCase();
  return words.every((word) => said.includes(word));
}

function listPrograms({ programs }: WritableFormat, words: readonly string[]): readonly string[] {
  return programs.filter((program) => words.some((word) => program.toLowerCase().includes(word)));
}
