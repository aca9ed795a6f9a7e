import type { Wording } from './catalogue';

/** What a person reads of an engine; a new one may bring its own texts. */
export interface EngineTexts {
  readonly name: Wording;
  /** One sentence that says what it is for. */
  readonly about?: Wording;
  /** What it needs, which is a price; absent where it needs nothing. */
  readonly needs?: Wording;
  /** What one gets, a few words each. */
  readonly gives?: readonly Wording[];
  /** What of a recording leaves this computer (`duration`, `size`, `region`), and what stays there. */
  readonly sends?: Wording;
  readonly sendsAndKeeps?: Wording;
  /** What its service takes. */
  readonly limits?: Wording;
  /** How long it takes (`duration`), where that is more than a time. */
  readonly takes?: Wording;
}
