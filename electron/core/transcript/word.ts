/**
 * How a word's times came to be: `measured` by an engine with real alignment or by the aligner,
 * `estimated` by spreading or interpolation, `manual` by a person.
 */
export type WordTiming = 'measured' | 'estimated' | 'manual';

/**
 * One spoken word. `text` is the token alone; `before` holds opening marks, `after` closing marks,
 * blanks and manual line breaks, so that joining all three of every word gives the sentence's text
 * unchanged [TX1]. Times are integer milliseconds from the media element's zero.
 */
export interface Word {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly beginMs: number;
  readonly endMs: number;
  readonly timing: WordTiming;
  /** 0 to 1, the least probability among the word's tokens; absent where no engine gave one. */
  readonly confidence?: number;
}

/** The text a list of words spells: the plain join of their parts [TX1]. */
export function joinWords(words: readonly Word[]): string {
  let text = '';
  for (const word of words) text += word.before + word.text + word.after;
  return text;
}
