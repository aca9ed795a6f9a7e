import type { z } from 'zod';
import type { Wording } from '../messages/catalogue';
import type { Steps } from '../steps';
import type { AsrDialect } from './asr-json/dialect';
import type { FrameRate } from '../timing/frame-rate';
import type { FormatDocument } from './format-document';
import type { Holdings, Loss } from './list-losses';
import type { OptionField } from './option-fields';
import type { TimecodeForm } from '../timing/frame-timecode';
import type { OptionProblem } from './writing-rules/writing-rule';

/** A text, or the bytes of a binary file. */
export type FileContent = string | Uint8Array<ArrayBuffer>;

/** How the bytes of a text stand for its characters. */
export interface TextEncoding {
  /** Name of the WHATWG encoding standard, as `utf-8` or `gb18030`. */
  readonly label: string;
  /** Whether a byte order mark stood before the text. */
  readonly hasMark: boolean;
}

/** One thing that was not as the format has it, and what was made of it. */
export interface Repair<Code extends string = string> {
  /** One of `sharedRepairTexts`, or of the format's own `repairTexts`. */
  readonly code: Code;
  /** From 1. */
  readonly line: number;
  /** What was dropped or rewritten, as it stood. */
  readonly before?: string;
  /** What took its place. */
  readonly after?: string;
}

/** What is known of a file beside its content. */
export interface ReadHints {
  /** BCP 47 tag of the text; by default as the file says, else `und`. */
  readonly language?: string | undefined;
  /** Of a text that was decoded already. */
  readonly encoding?: TextEncoding | undefined;
  /** What the source is called, for errors. */
  readonly name?: string | undefined;
  /** Whose results are known beside those of core: a vendor's, say [FM70]. */
  readonly dialects?: readonly AsrDialect[] | undefined;
  /** Frames a second of its recording, for a file that counts frames and does not say of what rate. */
  readonly fps?: FrameRate | undefined;
  /** Of captions that a file has two channels of, 1 or 2; by default the first that says something. */
  readonly captionChannel?: 1 | 2 | undefined;
}

export interface ReadFile {
  readonly document: FormatDocument;
  /** In order of lines. */
  readonly repairs: readonly Repair[];
  /** Absent for a binary format, and for a text that came without its bytes. */
  readonly encoding?: TextEncoding;
}

export interface WrittenFile {
  /** A text is encoded as UTF-8 without a mark unless a person chose otherwise. */
  readonly content: FileContent;
  /** What the format cannot hold. */
  readonly losses: readonly Loss[];
}

/** Options by their names, as they come from a form or a command line. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** What can be known of a file before it is read. */
export interface Specimen {
  readonly fileName: string;
  /** The content where it is text. */
  readonly text?: string;
  /** The content as it lies on the disk. */
  readonly bytes?: Uint8Array;
}

/** What a person writes a file for, in the order in which formats are offered. */
export const formatPurposes = ['subtitles', 'reading', 'editing', 'data'] as const;

export type FormatPurpose = (typeof formatPurposes)[number];

/** What a format's own file says of it; {@link TranscriptFormat} is made of this. */
export interface FormatSpec<Options extends z.ZodObject> {
  /** As `--format` takes it. */
  readonly id: string;
  readonly name: Wording;
  /** One sentence: what it is good for. */
  readonly about: Wording;
  readonly purpose: FormatPurpose;
  /** Programs and services that take it or give it, in either language, by which a person seeks it. */
  readonly programs?: readonly string[];
  /** With the point; the first is the one that is written. */
  readonly extensions: readonly [`.${string}`, ...`.${string}`[]];
  readonly mediaTypes: readonly string[];
  /** Whether a file of it is a list of cues, each shown by itself: a subtitle. */
  readonly unit: 'cue' | 'sentence';
  /** Whether its cues bear numbers that a person may choose. */
  readonly numbersCues?: true;
  /**
   * Whether a file of it is text for reading, which may have times: its name alone makes it no subtitle,
   * and what is aligned to a recording is its text.
   */
  readonly isProse?: boolean;
  /** Whether it keeps all that a transcript has: what is written where everything counts. */
  readonly isWhole?: true;
  /** Whether {@link read} takes the text or the bytes of a file; by default the text. */
  readonly takes?: 'text' | 'bytes';
  readonly options: Options;
  readonly holds: Holdings;
  /** Texts of the repairs that no other format has, by their codes. */
  readonly repairTexts?: Readonly<Record<string, Wording>>;
  /** Texts (`count`) of what it loses that {@link holds} does not tell, by the codes {@link write} gives. */
  readonly lossTexts?: Readonly<Record<string, Wording>>;
  /** How surely a file is of this format by its content, 0 to 1; its name is looked at elsewhere. */
  readonly recognise: (specimen: Specimen) => number;
  /**
   * At once, or in steps of some milliseconds where long files are usual.
   * @throws StudioError `text/unreadable` with where and why
   */
  readonly read?: (
    input: string | Uint8Array,
    hints: ReadHints,
  ) => Omit<ReadFile, 'encoding'> | Steps<Omit<ReadFile, 'encoding'>>;
  /** Losses of its own that need no writing to be known; {@link write} then gives the content alone. */
  readonly listOwnLosses?: (
    document: FormatDocument,
    options: z.output<Options>,
  ) => readonly Loss[];
  /** By which a file counts frames; absent or undefined where it does not. */
  readonly timecode?: (
    document: FormatDocument,
    options: z.output<Options>,
  ) => TimecodeForm | undefined;
  /** Whether a file says when its programme begins, so that its cues need not be moved there. */
  readonly holdsStart?: true;
  /** Losses that {@link holds} does not tell are the format's own, and have their {@link lossTexts}. */
  readonly write?: (
    document: FormatDocument,
    options: z.output<Options>,
  ) => FileContent | { readonly content: FileContent; readonly losses: readonly Loss[] };
}

/** A file format, as everything outside of this folder knows it: by its row in the registry. */
export interface TranscriptFormat {
  readonly id: string;
  readonly name: Wording;
  readonly about: Wording;
  readonly purpose: FormatPurpose;
  /** Programs and services that take it or give it. */
  readonly programs: readonly string[];
  /** The one that is written, with the point. */
  readonly extension: `.${string}`;
  readonly extensions: readonly `.${string}`[];
  readonly mediaTypes: readonly string[];
  readonly unit: 'cue' | 'sentence';
  readonly isProse: boolean;
  readonly isWhole: boolean;
  readonly takes: 'text' | 'bytes';
  /** The options that make a difference, for forms and command lines. */
  readonly options: readonly OptionField[];
  readonly repairTexts: Readonly<Record<string, Wording>>;
  /** How likely a file is of this format, 0 to 1. */
  readonly probe: (specimen: Specimen) => number;
  /** Of losses of its own; `describeLoss` knows them all. */
  readonly lossTexts: Readonly<Record<string, Wording>>;
  /**
   * What a file of this document does not have of what is asked for, as a frame; {@link write} refuses it.
   * @throws StudioError `usage/invalid` for a value that an option never takes
   */
  readonly findOptionProblem: (
    document: FormatDocument,
    options?: GivenOptions,
  ) => OptionProblem | undefined;
  /** A document by the rules of writing among the options, as {@link write} has it. */
  readonly prepare: (document: FormatDocument, options?: GivenOptions) => FormatDocument;
  /**
   * What a file written with these options would not have of a document; as {@link write} tells it.
   * @throws StudioError `usage/invalid` for a value that an option does not take
   */
  readonly listLosses: (document: FormatDocument, options?: GivenOptions) => readonly Loss[];
  /** Absent where it cannot be read. @throws StudioError `text/unreadable` */
  readonly read?: (input: string | Uint8Array, hints?: ReadHints) => ReadFile;
  /** The same in steps: a long file takes seconds. */
  readonly readInSteps?: (input: string | Uint8Array, hints?: ReadHints) => Steps<ReadFile>;
  /**
   * Absent where it cannot be written.
   * @param options those it has no use for are ignored
   * @throws StudioError `usage/invalid` for a value that an option does not take
   */
  readonly write?: (document: FormatDocument, options?: GivenOptions) => WrittenFile;
}

/** A format that can be opened. */
export type ReadableFormat = TranscriptFormat &
  Required<Pick<TranscriptFormat, 'read' | 'readInSteps'>>;
/** A format that can be exported. */
export type WritableFormat = TranscriptFormat & Required<Pick<TranscriptFormat, 'write'>>;
