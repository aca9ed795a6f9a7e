import type { Transcript } from '../transcript/transcript';
import { formatJson } from './json';
import { formatSrt } from './srt';
import type { FormatOptions } from './timed-text';
import { formatTxt } from './txt';
import { formatVtt } from './vtt';

export type FormatId = 'srt' | 'vtt' | 'txt' | 'json';

/** A file format transcripts are written in; its text is encoded as UTF-8 without a mark [FM7]. */
export interface TranscriptFormat {
  readonly id: FormatId;
  /** With the point. */
  readonly extension: `.${string}`;
  /** Name of the format; the same in every language. */
  readonly label: string;
  /** The options that make a difference. */
  readonly options: readonly (keyof FormatOptions)[];
  readonly format: (transcript: Transcript, options?: FormatOptions) => string;
}

export const transcriptFormats: readonly TranscriptFormat[] = [
  {
    id: 'srt',
    extension: '.srt',
    label: 'SubRip',
    options: ['words', 'maxLineCharacters', 'maxLines'],
    format: formatSrt,
  },
  {
    id: 'vtt',
    extension: '.vtt',
    label: 'WebVTT',
    options: ['words', 'maxLineCharacters', 'maxLines', 'speakers'],
    format: formatVtt,
  },
  { id: 'txt', extension: '.txt', label: 'Text', options: ['speakers'], format: formatTxt },
  { id: 'json', extension: '.json', label: 'JSON', options: [], format: formatJson },
];

/** The format of an id or of a file's extension, with or without its point, in any case. */
export function findFormat(idOrExtension: string): TranscriptFormat | undefined {
  const key = idOrExtension.toLowerCase().replace(/^\./u, '');
  return transcriptFormats.find(({ id, extension }) => id === key || extension === `.${key}`);
}
