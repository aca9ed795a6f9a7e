/**
 * The characters that a national standard has in front, for daily use, and all that it has: which a text
 * has is the surest sign of what it is encoded in.
 */
export interface CharacterLevels {
  readonly daily: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** By language: GB 2312, Big5, JIS X 0208 and KS X 1001. */
export type LevelsByLanguage = Readonly<
  Record<'zh-Hans' | 'zh-Hant' | 'ja' | 'ko', CharacterLevels>
>;
