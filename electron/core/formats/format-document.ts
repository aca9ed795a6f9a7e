import type { Sentence } from '../transcript/sentence';

/** A part of a file that is kept word for word, as a style sheet or a comment. */
export interface SourceSection {
  /** As the format calls it: `NOTE`, `STYLE`, `REGION`. */
  readonly kind: string;
  readonly text: string;
  /** How many cues of the file stand before it. */
  readonly afterCues: number;
}

/** What a document keeps of the file it was read from, so that it can be written back. */
export interface SourceFile {
  /** Id of the format. */
  readonly format: string;
  readonly lineEnding: 'lf' | 'crlf' | 'cr';
  /** Lines before the first part, without the mark of the format. */
  readonly headers: readonly string[];
  readonly sections: readonly SourceSection[];
}

/** What formats speak of: a text in time. A `Transcript` is one, and so is a project's text. */
export interface FormatDocument {
  /** BCP 47 tag; `und` where it is not known. */
  readonly language: string;
  /** Sorted [TX3], with all words [TX1]. */
  readonly sentences: readonly Sentence[];
  readonly media?: { readonly path: string; readonly durationMs: number };
  /** Id of the engine that made it. */
  readonly engine?: string;
  /** Under which a service made it. */
  readonly taskId?: string;
  readonly source?: SourceFile;
}
