import type { DocumentSource } from '../records/document-properties';
import type { FrameRate } from '../timing/frame-rate';
import type { Sentence } from '../transcript/sentence';
import type { RecordLists } from '../records/record-kinds';

/** Records beside sentences that files can hold. */
export type FileRecords = Partial<
  Pick<RecordLists, 'speakers' | 'styles' | 'regions' | 'comments' | 'secondTexts'>
>;

/** What formats speak of: a text in time. A `Transcript` is one, and so is a `Project`. */
export interface FormatDocument extends FileRecords {
  /** BCP 47 tag; `und` where it is not known. */
  readonly language: string;
  /** Sorted [TX3], with all words [TX1]. */
  readonly sentences: readonly Sentence[];
  readonly media?: { readonly path: string; readonly durationMs: number };
  /** By which formats that count frames have its times; absent: that of the picture. */
  readonly frameRate?: FrameRate;
  /** Id of the engine that made it. */
  readonly engine?: string;
  /** Under which a service made it. */
  readonly taskId?: string;
  /** What is kept of the file it was read from, so that it can be written back. */
  readonly source?: DocumentSource;
  /** By a rule of writing: whether lines stay as they are; by default as the source says. */
  readonly keepsLines?: boolean;
  /** By a rule of writing: when the programme begins, in a file that says so; its cues count from there. */
  readonly programmeStartMs?: number;
  /** By a rule of writing: the number of the first cue, which all others follow. */
  readonly firstNumber?: number;
}
