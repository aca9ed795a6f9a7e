import type { Steps } from '../../steps';
import type { SpokenReply } from '../../replies/spoken-reply';

/** What a file of another program says, in our terms. */
export interface AsrResult {
  readonly reply: SpokenReply;
  /** BCP 47 tag of the speech, where the file tells it. */
  readonly language?: string;
  /** Which of the services that speak this dialect made it; by default the dialect's own id. */
  readonly service?: string;
  /**
   * Whether its segments were cut for reading, so that one that fits is a cue as it stands; otherwise
   * cues are made of all that was said.
   */
  readonly hasCues: boolean;
}

/** The JSON in which one program or service says what it recognised [FM70]. */
export interface AsrDialect {
  readonly id: string;
  /** What people call the program or service. */
  readonly name: string;
  /** @param values the JSON values of a file, of which there nearly always is one */
  readonly recognise: (values: readonly unknown[]) => boolean;
  /**
   * At once, or in steps of some milliseconds where long recordings are usual.
   * @throws StudioError `text/unreadable` as `refuseResult` makes it, for what holds no transcript
   */
  readonly read: (values: readonly unknown[]) => AsrResult | Steps<AsrResult>;
}
