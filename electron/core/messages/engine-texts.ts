import type { TextSource } from './catalogue';

/** What a person reads of an engine; a new one may bring its own texts. */
export interface EngineTexts {
  readonly name: TextSource;
  /** One sentence that says what it is for. */
  readonly about?: TextSource;
  /** What it needs, which is a price; absent where it needs nothing. */
  readonly needs?: TextSource;
  /** What one gets, a few words each. */
  readonly gives?: readonly TextSource[];
  /** What of a recording leaves this computer (`duration`, `size`, `region`), and what stays there. */
  readonly sends?: TextSource;
  readonly sendsAndKeeps?: TextSource;
  /** What its service takes. */
  readonly limits?: TextSource;
  /** How long it takes (`duration`), where that is more than a time. */
  readonly takes?: TextSource;
}
