import type { FormatId, TranscriptFormat } from '@core/formats/registry';
import { findFormat } from '@core/formats/registry';
import { type FormatOptions, listTimedTexts } from '@core/formats/timed-text';
import { dropHarmful } from '@core/messages/show-harmless';
import type { Project } from '@core/project-file/project';
import { splitGraphemes } from '@core/transcript/graphemes';
import { type Transcript, transcriptVersion } from '@core/transcript/transcript';

/** As typed; empty: as the language has it. */
export interface ExportChoices {
  readonly format: FormatId;
  readonly maxLines: string;
  readonly maxLineCharacters: string;
  readonly speakers: boolean;
  readonly words: boolean;
}

export const numberLimits = {
  maxLines: { least: 1, most: 9 },
  maxLineCharacters: { least: 4, most: 200 },
} as const;

export type NumberName = keyof typeof numberLimits;

/** The project as a transcript, for the formats. */
export function toTranscript({ media, language, engine, sentences }: Project): Transcript {
  return {
    version: transcriptVersion,
    media: { path: media.path, durationMs: media.durationMs },
    language,
    engine,
    sentences,
  };
}

/** The whole number that was typed; undefined where nothing was, or nothing that can be used. */
export function parseLimit(name: NumberName, typed: string): number | undefined {
  if (!/^\d{1,3}$/u.test(typed.trim())) return undefined;
  const value = Number(typed);
  const { least, most } = numberLimits[name];
  return value >= least && value <= most ? value : undefined;
}

/** Whether something was typed that cannot be used. */
export function isWrongLimit(name: NumberName, typed: string): boolean {
  return typed.trim() !== '' && parseLimit(name, typed) === undefined;
}

/** The options of the format that was chosen, without those it has no use for. */
export function toFormatOptions(format: TranscriptFormat, choices: ExportChoices): FormatOptions {
  const maxLines = parseLimit('maxLines', choices.maxLines);
  const maxLineCharacters = parseLimit('maxLineCharacters', choices.maxLineCharacters);
  const all: FormatOptions = {
    words: choices.words,
    speakers: choices.speakers,
    ...(maxLines === undefined ? {} : { maxLines }),
    ...(maxLineCharacters === undefined ? {} : { maxLineCharacters }),
  };
  return Object.fromEntries(
    format.options.filter((name) => name in all).map((name) => [name, all[name]]),
  );
}

/** The whole file. */
export function formatExport(project: Project, choices: ExportChoices): string {
  const format = getFormat(choices.format);
  return format.format(toTranscript(project), toFormatOptions(format, choices));
}

export interface Preview {
  readonly text: string;
  /** Cues of a subtitle file, else sentences, in the whole of it. */
  readonly count: number;
  /** Whether the file goes on where the preview ends. */
  readonly isPart: boolean;
}

/** Sentences that a preview shows: more than a person reads there, and formatted within a frame. */
const previewSentences = 200;

/** The beginning of the file exactly as it will be, and how much there is of it. */
export function makePreview(project: Project, choices: ExportChoices): Preview {
  const format = getFormat(choices.format);
  const options = toFormatOptions(format, choices);
  const { sentences } = project;
  const beginning = { ...project, sentences: sentences.slice(0, previewSentences) };
  const isSubtitle = format.options.includes('words');
  return {
    text: format.format(toTranscript(beginning), options),
    count: isSubtitle
      ? listTimedTexts(toTranscript(project), options).length
      : sentences.filter(({ text }) => text.trim() !== '').length,
    isPart: sentences.length > previewSentences,
  };
}

/** A file name of the project's title: without what file systems do not take. */
export function nameExport(title: string, format: FormatId): string {
  const { extension } = getFormat(format);
  const safe = dropHarmful(title, ' ')
    .replace(/[<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  // 255 bytes is the most a file name may have; a Chinese character is three of them.
  return `${safe === '' ? 'transcript' : splitGraphemes(safe).slice(0, 80).join('')}${extension}`;
}

function getFormat(id: FormatId): TranscriptFormat {
  return findFormat(id)!;
}
