import { guessLanguage, isLanguageKnown } from './guess-language';

/** How much a cue may hold; see {@link defaultCueLimits} for where the numbers come from. */
export interface CueLimits {
  readonly maxLines: number;
  /** Characters as a reader sees them, wide or narrow, blanks and marks included. */
  readonly maxLineCharacters: number;
  readonly minDurationMs: number;
  readonly maxDurationMs: number;
  /** Reading speed for which a cue's end is prolonged; not a limit on what may be said. */
  readonly charactersPerSecond: number;
}

/** Line length and reading speed by primary language tag (Netflix timed text style guides, adult). */
const byLanguage: Readonly<
  Record<string, Pick<CueLimits, 'maxLineCharacters' | 'charactersPerSecond'>>
> = {
  en: { maxLineCharacters: 42, charactersPerSecond: 20 },
  zh: { maxLineCharacters: 16, charactersPerSecond: 9 },
  yue: { maxLineCharacters: 16, charactersPerSecond: 9 },
  ja: { maxLineCharacters: 16, charactersPerSecond: 4 },
  ko: { maxLineCharacters: 16, charactersPerSecond: 12 },
  th: { maxLineCharacters: 35, charactersPerSecond: 17 },
};

/**
 * The limits for speech of a language [CU2]: two lines of 42 characters, 16 for Chinese, Japanese
 * and Korean (Netflix timed text style guides); 7 s at most (Netflix) and 1 s at least where that is
 * possible (TED; Netflix asks for 5/6 s).
 *
 * @param language BCP 47 tag; an unknown one gets the numbers for most languages
 */
export function defaultCueLimits(language: string): CueLimits {
  const primary = language.toLowerCase().split(/[-_]/u)[0] ?? '';
  const { maxLineCharacters, charactersPerSecond } = byLanguage[primary] ?? {
    maxLineCharacters: 42,
    charactersPerSecond: 17,
  };
  return {
    maxLines: 2,
    maxLineCharacters,
    minDurationMs: 1000,
    maxDurationMs: 7000,
    charactersPerSecond,
  };
}

/**
 * The limits for text of a language, or, where that is not known, for the text as it is written:
 * a service of the cloud hears languages of which nobody told us [CU2].
 *
 * @param language BCP 47 tag; undefined, `und` and `auto` stand for one that is not known
 */
export function chooseCueLimits(language: string | undefined, text: string): CueLimits {
  return defaultCueLimits(isLanguageKnown(language) ? language : (guessLanguage(text) ?? 'und'));
}
