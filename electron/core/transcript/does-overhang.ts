interface Span {
  /** Whole ms. */
  readonly beginMs: number;
  readonly endMs: number;
}

/**
 * Whether a word reaches beyond its sentence: legal, and to be shown as a problem [TX4]. Where the
 * two end together it does not.
 */
export function doesOverhang(word: Span, sentence: Span): boolean {
  return word.beginMs < sentence.beginMs || word.endMs > sentence.endMs;
}
