import type { StudioErrorJson } from '@core/errors/studio-error';

/**
 * Messages between the local engine and its child processes (`child/index.ts`). They travel over
 * Node's IPC channel with `serialization: 'advanced'`, so typed arrays stay typed arrays. A child
 * answers every request with exactly one reply of the same `id`, in the order of asking.
 */

/** One model's files and constants as a child needs them; see `models/catalogue.ts`. */
export interface LoadRecogniser {
  readonly kind: 'load-recogniser';
  readonly id: number;
  /** Absolute folder of the prepared model. */
  readonly directory: string;
  readonly model: 'base' | 'tiny';
}

export interface LoadDetector {
  readonly kind: 'load-detector';
  readonly id: number;
  /** Absolute path of the voice activity model. */
  readonly path: string;
}

/** Speech of one segment, 16 kHz mono, at most the cap of the segmentation recipe. */
export interface Recognise {
  readonly kind: 'recognise';
  readonly id: number;
  readonly samples: Float32Array;
}

/** A known text to place on a segment: blank-separated chunks, cased and punctuated. */
export interface Align {
  readonly kind: 'align';
  readonly id: number;
  readonly samples: Float32Array;
  readonly chunks: readonly string[];
}

/** The next stretch of a recording; the detector keeps its state from one to the next. */
export interface Detect {
  readonly kind: 'detect';
  readonly id: number;
  /** A multiple of 512 samples, except at the end of the recording. */
  readonly samples: Float32Array;
  /** Which of several channels that are heard side by side; by default the first, 0. */
  readonly channel?: number;
  /** Forget the state: a new recording begins. */
  readonly reset: boolean;
}

export type ChildRequest = LoadRecogniser | LoadDetector | Recognise | Align | Detect;

/** A chunk of text between blanks, with times in ms from the segment's first sample. */
export interface TimedChunk {
  readonly text: string;
  readonly beginMs: number;
  readonly endMs: number;
  /** Least probability of its tokens, 0 to 1. */
  readonly confidence: number;
  /** Set where nothing could be measured and the times are a share of the segment's. */
  readonly isEstimated?: boolean;
}

export interface Loaded {
  readonly kind: 'loaded';
  readonly id: number;
}

export interface Recognised {
  readonly kind: 'recognised';
  readonly id: number;
  readonly chunks: readonly TimedChunk[];
  /** Mean natural log probability of the emitted tokens; 0 where there was none. */
  readonly meanLogProbability: number;
  /** Share of them that were less likely than 1 / e, 0 to 1. */
  readonly improbableShare?: number;
  /** How decoding stopped: by itself, at the token cap, or by the repetition guard. */
  readonly outcome: 'ended' | 'capped' | 'looped';
  /** Set where a text that repeats itself was read with stumbles: a copy twice, or over one. */
  readonly hasStumbled?: boolean;
}

export interface Aligned {
  readonly kind: 'aligned';
  readonly id: number;
  /** One for each chunk of the request, in order; `confidence` is that of the given text. */
  readonly chunks: readonly TimedChunk[];
}

export interface Detected {
  readonly kind: 'detected';
  readonly id: number;
  /** Probability of speech for each 512-sample frame. */
  readonly probabilities: Float32Array;
}

export interface Failed {
  readonly kind: 'failed';
  readonly id: number;
  readonly error: StudioErrorJson;
}

export type ChildReply = Loaded | Recognised | Aligned | Detected | Failed;
