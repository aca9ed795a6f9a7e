/**
 * What it costs to break between two pieces of text, for lines and cues alike: 0 after a sentence,
 * more the closer the pieces belong together. Only the proportions matter.
 */
export const breakCosts = {
  sentence: 0,
  clause: 15,
  /** Before a conjunction or preposition, the next best place after marks (Netflix, general). */
  phrase: 35,
  /** Behind a particle: between all other words rather a little there. */
  tail: 56,
  plain: 60,
  /** After an article, preposition, pronoun or auxiliary, within a name, before a particle. */
  bound: 110,
  /** Within a word of a script without blanks: only where nothing else fits. */
  inside: 300,
} as const;

export type BreakKind = keyof typeof breakCosts;
