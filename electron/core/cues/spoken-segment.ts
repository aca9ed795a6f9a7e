import type { Word } from '../transcript/word';

/** Speech of one speaker on one channel, not yet cut for reading; an engine's segment is one. */
export interface SpokenSegment {
  readonly beginMs: number;
  readonly endMs: number;
  readonly channel: number;
  readonly speaker?: string;
  readonly words: readonly Word[];
  /** It was cut in the middle of speech, so that what follows may follow at once. */
  readonly isCut?: true;
}
