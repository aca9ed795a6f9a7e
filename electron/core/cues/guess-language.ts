/** Scripts that a language can be told by, as far as the limits of cues depend on it. */
const scripts = {
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  han: /[\p{Script=Han}\p{Script=Bopomofo}]/gu,
  hangul: /\p{Script=Hangul}/gu,
  thai: /\p{Script=Thai}/gu,
} as const;

/** Japanese is told from Chinese by its own letters, of which there is always a good part. */
const leastKanaShare = 0.1;
/** A Han or Hangul character says as much, and is as wide, as two Latin letters. */
const wideWeight = 2;

/**
 * The language whose limits of cues suit a text, told by its script [CU2]: `zh`, `ja`, `ko`, `th`,
 * or undefined where most of it is in letters that many languages share. Foreign words in a Chinese
 * sentence do not change it.
 */
export function guessLanguage(text: string): 'zh' | 'ja' | 'ko' | 'th' | undefined {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [kana, han, hangul, thai] = [
    count(scripts.kana),
    count(scripts.han),
    count(scripts.hangul),
    count(scripts.thai),
  ];
  const others = count(/\p{L}/gu) - kana - han - hangul - thai;
  const shares = [
    [undefined, others],
    ['zh', wideWeight * (kana + han)],
    ['ko', wideWeight * hangul],
    ['th', thai],
  ] as const;
  const [language] = shares.reduce((most, each) => (each[1] > most[1] ? each : most));
  return language === 'zh' && kana >= leastKanaShare * (kana + han) ? 'ja' : language;
}

/** Tags of speech of which nobody said the language. */
const unknownTags: readonly string[] = ['', 'und', 'auto'];

/** Whether a tag names a language; undefined, `und` and `auto` stand for one that is not known. */
export function isLanguageKnown(language: string | undefined): language is string {
  return language !== undefined && !unknownTags.includes(language);
}
