import { z } from 'zod';
import { timeMs } from '../records/fields';
import type { Immutable } from '../records/immutable';
import { looseObject } from '../records/loose-object';

/**
 * One spoken word. `text` is the token alone; `before` holds opening marks, `after` closing marks,
 * blanks and manual line breaks, so that joining all three of every word gives the sentence's text
 * unchanged [TX1]. Times are integer milliseconds from the media element's zero.
 */
export const wordSchema = looseObject({
  before: z.string(),
  text: z.string(),
  after: z.string(),
  beginMs: timeMs,
  endMs: timeMs,
  /**
   * How its times came to be: `measured` by an engine with real alignment or by the aligner,
   * `estimated` by spreading or interpolation, `manual` by a person.
   */
  timing: z.enum(['measured', 'estimated', 'manual']),
  /** 0 to 1, the least probability among the word's tokens; absent where no engine gave one. */
  confidence: z.exactOptional(z.number().min(0).max(1)),
});

export type Word = Immutable<z.infer<typeof wordSchema>>;

export type WordTiming = Word['timing'];

/** The text a list of words spells: the plain join of their parts [TX1]. */
export function joinWords(words: readonly Word[]): string {
  let text = '';
  for (const word of words) text += word.before + word.text + word.after;
  return text;
}
