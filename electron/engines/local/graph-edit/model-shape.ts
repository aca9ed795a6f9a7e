/** Sizes of a Moonshine model's decoder. */
export interface ModelShape {
  readonly layers: number;
  readonly heads: number;
  /** Numbers per head; heads × head size is the width of the model. */
  readonly headSize: number;
  /** How many of a head's numbers are rotated by position. */
  readonly rotarySize: number;
}

/** One attention head of the decoder, counted from 0. */
export interface AttentionHead {
  readonly layer: number;
  readonly head: number;
}

/**
 * Positions the decoder's rotary tables cover. A segment has at most 25 s, so about 1,040 frames of
 * sound, and a text with more tokens than frames cannot be placed on it anyway.
 */
export const maximumTokens = 1024;
