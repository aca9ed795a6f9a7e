/** A word that was said: `text` is bare, the marks after it stand apart. */
export interface SpokenWord {
  readonly text: string;
  readonly punctuation: string;
  readonly isBeforeBlank: boolean;
  readonly beginMs: number;
  readonly endMs: number;
}

/** What a recogniser heard, before either service dresses it up. */
export interface SpokenSentence {
  readonly text: string;
  readonly beginMs: number;
  readonly endMs: number;
  /** From 0. */
  readonly channel?: number;
  /** From 1. */
  readonly speaker?: number;
  /** Measured words; without them the words are spread evenly over the sentence. */
  readonly words?: readonly {
    readonly text: string;
    readonly beginMs: number;
    readonly endMs: number;
  }[];
}

/** Audio as a service received it. */
export interface ReceivedAudio {
  readonly service: 'flash' | 'file';
  /** Where it lies while it is being recognised. */
  readonly path: string;
  /** `audio_address` or `file_link`; undefined for an upload. */
  readonly link?: string;
  readonly sizeBytes: number;
  readonly durationMs: number;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly appkey: string;
  /** Of the Appkey's model. */
  readonly language: SpokenLanguage;
}

export type SpokenLanguage = 'zh' | 'en';

/** Gives what is said in a file; nothing at all where it is silent. */
export type Recognise = (audio: ReceivedAudio) => Promise<readonly SpokenSentence[]>;
