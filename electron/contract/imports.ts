import type { ImportMode } from '@core/edits/kinds/import-text';
import type { Repair, TextEncoding } from '@core/formats/format';

/** What a file of subtitles holds, and what had to be mended in it. */
export interface SubtitleFacts {
  /** File name without folders. */
  readonly name: string;
  /** Id of the format. */
  readonly format: string;
  /** Absent for a binary format. */
  readonly encoding?: TextEncoding;
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

export interface ImportPreview {
  readonly file: SubtitleFacts;
  /** The first twenty. */
  readonly sample: readonly SampleSentence[];
  /** Where a project was named: what each way would do to it now. */
  readonly effects?: Readonly<Record<ImportMode, ImportEffect>>;
}
