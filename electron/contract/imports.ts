import type { ImportMode } from '@core/edits/kinds/import-text';
import type { Repair, TextEncoding } from '@core/formats/format';
import type { ErrorData } from '@core/errors/studio-error';
import type { Loss } from '@core/formats/list-losses';
import type { DocumentSource } from '@core/records/document-properties';

/** What a file of subtitles holds, and what had to be mended in it. */
export interface SubtitleFacts {
  /** File name without folders. */
  readonly name: string;
  /** Id of the format. */
  readonly format: string;
  /** Absent for a binary format. */
  readonly encoding?: TextEncoding;
  /** Absent where it has none, as a binary format. */
  readonly lineEnding?: NonNullable<DocumentSource['lineEnding']>;
  readonly cueCount: number;
  /** The first of them; no more than a person can read. */
  readonly repairs: readonly Repair[];
  readonly repairCount: number;
}

/** A file of subtitles that came into a project. */
export interface ImportedFile extends SubtitleFacts {
  readonly id: string;
  /** When it came in, ms since 1970. */
  readonly atMs: number;
}

/** The file on this computer that a project's text came from, as saving it back would find it. */
export interface SourceFile extends Pick<
  DocumentSource,
  'encoding' | 'hasByteOrderMark' | 'lineEnding'
> {
  readonly name: string;
  readonly path: string;
  /** Id of the format. */
  readonly format: string;
  /** What the text has by now that the file cannot hold. */
  readonly losses: readonly Loss[];
  /** What the chosen encoding has not, as `text/encoding-lacks` tells it: it cannot be written so. */
  readonly lacks?: ErrorData;
  /** Somebody else wrote it since it was read or saved here. */
  readonly isChanged: boolean;
  /** It is there no more; saving makes it anew. */
  readonly isMissing: boolean;
}

/** Where a file was saved back, or what it holds now where a browser has to bring it to its place. */
export type SavedBack =
  | { readonly savedAs: string }
  | { readonly copy: { readonly name: string; readonly base64: string } };

/** One of the first sentences of a file. */
export interface SampleSentence {
  readonly beginMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speaker?: string;
}

/** What an import would do to the sentences of a project. */
export interface ImportEffect {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The bytes of an import: a file that was granted, or one that came into the project before. */
export type ImportSource =
  | { readonly fileId: string; readonly encoding?: string | undefined }
  | { readonly importId: string; readonly encoding?: string | undefined };

export interface ImportPreview {
  readonly file: SubtitleFacts;
  /**
   * Labels of other encodings in which the file is plausible text as well, the likeliest first; none
   * where a person named the encoding.
   */
  readonly otherEncodings: readonly string[];
  /** The first twenty. */
  readonly sample: readonly SampleSentence[];
  /** Where a project was named: what each way would do to it now. */
  readonly effects?: Readonly<Record<ImportMode, ImportEffect>>;
}
