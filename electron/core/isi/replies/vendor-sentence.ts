/** A word as the service timed it. */
export interface VendorWord {
  readonly text: string;
  /** The mark after it where the service gives it apart; only for a sentence without a text. */
  readonly mark?: string;
  readonly beginMs: number | undefined;
  readonly endMs: number | undefined;
}

/** A sentence as a service gave it, the same for every shape of reply. */
export interface VendorSentence {
  /** Undefined where the reply has none; its words then say it. */
  readonly text: string | undefined;
  readonly beginMs: number;
  readonly endMs: number;
  readonly channel: number;
  readonly speaker?: string;
  readonly words: readonly VendorWord[];
}

/** What a reply does not say about itself; the request does. */
export interface MapReplyOptions {
  /**
   * Whether times were measured on the sound: timestamp alignment was asked for and the model has
   * it. Otherwise the service spread them evenly over the sentence (protocol §0.9).
   */
  readonly hasMeasuredTimes: boolean;
  /** Whether `auto_split` was asked for: without a SpeakerId the channel then is the speaker. */
  readonly isSpeakerSplit?: boolean;
}
