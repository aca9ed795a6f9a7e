/** One number for each channel. */
export type PerChannel<T> = readonly [first: T, second: T];

/** What was measured of the two channels of a recording, in ms [CH2]. */
export interface StereoFacts {
  /** `level`: there was no voice detector, and whatever is loud enough counts as speech. */
  readonly by: 'voice' | 'level';
  /** Sound that both hold, be it the very same or the same speech with other noise. */
  readonly sharedMs: number;
  /** Of it, the very same, at any level and phase. */
  readonly sameMs: number;
  /** Of it, in opposite phase, so that the sum of both is next to nothing. */
  readonly oppositeMs: number;
  /** Of it, how much is clearly louder in a channel. */
  readonly louderMs: PerChannel<number>;
  /** Speech of a channel that is not the other one's. */
  readonly ownMs: PerChannel<number>;
  /** Of it, while both speak. */
  readonly togetherMs: number;
  /** Of that, while one is so much fainter that it may be the other one heard across the room. */
  readonly faintMs: number;
}
