/**
 * Whether a source text can hold one of the words, as it stands or spelt with an escape: where it
 * cannot, it need not be parsed to know that it has none.
 */
export function mayName(text: string, words: readonly string[]): boolean {
  return /\\[ux]/.test(text) || words.some((word) => text.includes(word));
}
