import { addPendingWords } from '../transcript/pending-words';
import { finishSteps, type Steps } from '../steps';
import type { DocumentSource } from '../records/document-properties';
import type { Sentence } from '../transcript/sentence';
import { stripMarkup } from '../transcript/markup';
import { sortSentences } from '../transcript/sort-sentences';
import type { Word } from '../transcript/word';
import type { Repair } from './format';
import type { FileRecords, FormatDocument } from './format-document';
import { isBlankCode } from './text-lines';

/** A cue as a file has it. */
export interface FileCue {
  /** From 1: where its times stand. */
  readonly line: number;
  readonly beginMs: number;
  /** May lie before the begin. */
  readonly endMs: number;
  readonly text: string;
  readonly speaker?: string;
  readonly channel?: number;
  /** Id of a style or region of the file. */
  readonly style?: string;
  readonly region?: string;
  /** What only the format knows of it, in its own words. */
  readonly settings?: Readonly<Record<string, string>>;
  /** With times of their own; the join of them is the text [TX1]. Absent: they share the cue's. */
  readonly words?: readonly Word[];
}

interface BuiltDocument {
  readonly document: FormatDocument;
  readonly repairs: readonly Repair[];
}

/** Cues made in one step: a few milliseconds of work. */
const cuesPerStep = 100;

type Wordless = Omit<Sentence, 'words'>;
type Draft = { -readonly [Name in keyof Wordless]: Wordless[Name] };

/**
 * A document of cues in the order of their file. One that ends before it begins ends where it
 * begins; those that are not in order of time are sorted; both are repairs [FM9]. Words share the
 * time of their cue and are `estimated`. Ids are `cue-000001`… in the order of the file.
 */
export function buildDocument(...given: Parameters<typeof buildInSteps>): BuiltDocument {
  return finishSteps(buildInSteps(...given));
}

interface BuildOptions {
  readonly language: string;
  readonly source: DocumentSource;
  readonly records?: FileRecords;
  /** A time as the format has it, for what is told of repairs. */
  readonly formatTime: (timeMs: number) => string;
  /** What is no fault in a file of the format: cues in any order, cues without text. */
  readonly allows?: { readonly order?: true; readonly blanks?: true };
}

/** The same in steps: a hundred thousand cues take a second. */
export function* buildInSteps(
  cues: readonly FileCue[],
  options: BuildOptions,
): Steps<BuiltDocument> {
  const { language, source, records = {} } = options;
  const repairs: Repair[] = [];
  const sentences: Sentence[] = [];
  let lastBeginMs = 0;
  for (let begin = 0; begin < cues.length; begin += cuesPerStep) {
    if (begin > 0) yield;
    const end = Math.min(begin + cuesPerStep, cues.length);
    for (let index = begin; index < end; index++) {
      const cue = cues[index]!;
      noteRepairs(cue, lastBeginMs, options, repairs);
      lastBeginMs = Math.max(lastBeginMs, cue.beginMs);
      sentences.push(makeSentence(cue, index, source));
    }
  }
  const document = { language, ...records, sentences: sortSentences(sentences), source };
  return { document, repairs };
}

function noteRepairs(
  { line, beginMs, endMs, text }: FileCue,
  lastBeginMs: number,
  { formatTime, allows = noAllowance }: BuildOptions,
  repairs: Repair[],
): void {
  if (endMs < beginMs) {
    const before = formatTime(endMs);
    repairs.push({ code: 'end-raised', line, before, after: formatTime(beginMs) });
  }
  if (beginMs < lastBeginMs && allows.order !== true) {
    repairs.push({ code: 'cue-sorted', line, before: formatTime(beginMs) });
  }
  if (allows.blanks !== true && !beginsWithText(text) && stripMarkup(text).trim() === '') {
    repairs.push({ code: 'cue-empty', line, ...(text === '' ? {} : { before: text }) });
  }
}

const noAllowance: NonNullable<BuildOptions['allows']> = {};
const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** `cue-000001`… As long as each other, so that cues of the same times stay in the order of the file [TX3]. */
function formatId(number: number): string {
  const hundreds = Math.floor(number / 100);
  const rest = twoDigits[number - hundreds * 100]!;
  const more = Math.floor(hundreds / 100);
  const middle = twoDigits[hundreds - more * 100]!;
  return `cue-${twoDigits[more] ?? String(more)}${middle}${rest}`;
}

function makeSentence(cue: FileCue, index: number, { format }: DocumentSource): Sentence {
  const { beginMs, text, channel, speaker, style, region, settings, words } = cue;
  const sentence: Draft = {
    id: formatId(index + 1),
    beginMs,
    endMs: Math.max(beginMs, cue.endMs),
    text,
    channel: channel ?? 0,
  };
  // Written out, as spreads for each cue would take longer than all the rest.
  if (speaker !== undefined) sentence.speaker = speaker;
  if (style !== undefined) sentence.style = style;
  if (region !== undefined) sentence.region = region;
  if (settings !== undefined) sentence.source = { format, settings };
  return words === undefined ? addPendingWords(sentence) : { ...sentence, words };
}

/** Whether a text surely has more than marks and blanks: what begins with a letter, or has one behind a tag. */
function beginsWithText(text: string): boolean {
  // A mark that begins with this bracket ends at the first one of the other kind.
  const at = text.startsWith('<') ? text.indexOf('>') + 1 : 0;
  const code = text.charCodeAt(at);
  return code > 0x20 && code !== 0x3c && code !== 0x7b && !isBlankCode(code);
}

/** The line ending of a text; of several the one that comes first. */
export function findLineEnding(text: string): 'lf' | 'crlf' | 'cr' {
  const first = /\r\n|\n|\r/u.exec(text)?.[0];
  return first === '\r\n' ? 'crlf' : first === '\r' ? 'cr' : 'lf';
}

/** In order of lines; those of one line as they were found. */
export function sortRepairs<Code extends string>(
  repairs: readonly Repair<Code>[],
): readonly Repair<Code>[] {
  return repairs.toSorted((left, right) => left.line - right.line);
}
