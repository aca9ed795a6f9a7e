import type { Word } from './word';

/**
 * A sentence, also called a cue: what is shown at once as a subtitle and edited as one row.
 * `text` equals the join of its words [TX1]. Overlapping sentences are legal [TX4].
 */
export interface Sentence {
  readonly id: string;
  readonly beginMs: number;
  readonly endMs: number;
  readonly text: string;
  /** Audio channel the words came from, 0 where channels were mixed. */
  readonly channel: number;
  readonly speaker?: string;
  readonly words: readonly Word[];
}
