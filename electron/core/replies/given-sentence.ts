/** A word as the service timed it. */
export interface GivenWord {
  /** Empty where the reply has none that can be read. */
  readonly text: string;
  /** The mark after it where the service gives it apart; only for a sentence without a text. */
  readonly mark?: string;
  readonly beginMs: number | undefined;
  readonly endMs: number | undefined;
  /** How sure the service is of it, 0 to 1. */
  readonly confidence?: number;
  /** What should tell the word is no text. */
  readonly isUnreadable?: boolean;
}

/** A word of a list that does not say to which sentence it belongs. */
export interface LooseWord extends GivenWord {
  readonly channel: number;
}

/** A sentence as a service gave it, the same for every shape of reply. */
export interface GivenSentence {
  /** Undefined where the reply has none; its words then say it. */
  readonly text: string | undefined;
  readonly beginMs: number | undefined;
  readonly endMs: number | undefined;
  readonly channel: number;
  readonly speaker?: string;
  readonly words: readonly GivenWord[];
  /** Something of it could not be read; what is left is used. */
  readonly isUnreadable?: true;
}

/** What a reply says of the speech, as it stands there; times and texts may be missing. */
export interface GivenSpeech {
  readonly sentences: readonly GivenSentence[];
  /** A flat list beside the sentences; empty where words stand in them. */
  readonly words: readonly LooseWord[];
  /** Whether some sentence does not say its channel. */
  readonly hasUnknownChannel: boolean;
}

/** What a reply does not say about itself; the request does. */
export interface MapReplyOptions {
  /**
   * Whether times were measured on the sound: timestamp alignment was asked for and the model has
   * it. Otherwise the service spread them evenly over the sentence.
   */
  readonly hasMeasuredTimes: boolean;
  /** Whether `auto_split` was asked for: without a SpeakerId the channel then is the speaker. */
  readonly isSpeakerSplit?: boolean;
  /** Length of the recording by its container, to tell times that cannot be. */
  readonly recordingMs?: number | undefined;
}
