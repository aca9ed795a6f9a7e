/** `zh` of `zh-Hant-TW`; Cantonese is written as Chinese is. */
export function primaryTag(language: string): string {
  const primary = language.toLowerCase().split('-')[0]!;
  return primary === 'yue' || primary === 'cmn' ? 'zh' : primary;
}
