import { addPendingWords } from '../transcript/pending-words';
import { finishSteps, type Steps } from '../steps';
import type { DocumentSource } from '../records/document-properties';
import { makeSecondTextId, type SecondText } from '../records/kinds/second-text-kind';
import type { Sentence } from '../transcript/sentence';
import { stripMarkup } from '../transcript/markup';
import { sortSentences } from '../transcript/sort-sentences';
import type { Word } from '../transcript/word';
import type { Repair } from './format';
import type { FileRecords, FormatDocument } from './format-document';
import { isBlankText } from './lines';

/** A cue as a file has it. */
export interface FileCue {
  /** From 1: where its times stand. */
  readonly line: number;
  readonly beginMs: number;
  /** May lie before the begin. */
  readonly endMs: number;
  readonly text: string;
  readonly speaker?: string;
  /** Texts in further languages, by their tags. */
  readonly secondTexts?: Readonly<Record<string, string>>;
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

/** The same in steps: ten thousand cues take a second. */
export function* buildInSteps(
  cues: readonly FileCue[],
  {
    language,
    source,
    records = {},
    formatTime,
    allows = {},
  }: {
    readonly language: string;
    readonly source: DocumentSource;
    readonly records?: FileRecords;
    /** A time as the format has it, for what is told of repairs. */
    readonly formatTime: (timeMs: number) => string;
    /** What is no fault in a file of the format: cues in any order, cues without text. */
    readonly allows?: { readonly order?: true; readonly blanks?: true };
  },
): Steps<BuiltDocument> {
  const repairs: Repair[] = [];
  const sentences: Sentence[] = [];
  const secondTexts: SecondText[] = [];
  let lastBeginMs = 0;
  for (let begin = 0; begin < cues.length; begin += cuesPerStep) {
    yield;
    const end = Math.min(cues.length, begin + cuesPerStep);
    for (let index = begin; index < end; index++) {
      const cue = cues[index]!;
      noteRepairs(cue, { lastBeginMs, formatTime, allows }, repairs);
      lastBeginMs = Math.max(lastBeginMs, cue.beginMs);
      const sentence = toSentence(cue, index, source.format);
      sentences.push(sentence);
      if (cue.secondTexts !== undefined) addSecondTexts(sentence.id, cue.secondTexts, secondTexts);
    }
  }
  const document = {
    ...{ language, ...records },
    ...(secondTexts.length === 0 ? undefined : { secondTexts }),
    ...{ sentences: sortSentences(sentences), source },
  };
  return { document, repairs };
}

function addSecondTexts(
  sentenceId: string,
  texts: Readonly<Record<string, string>>,
  to: SecondText[],
): void {
  for (const [language, text] of Object.entries(texts)) {
    to.push({ id: makeSecondTextId(sentenceId, language), sentenceId, language, text });
  }
}

interface CueRules {
  /** The latest begin of all cues before. */
  readonly lastBeginMs: number;
  readonly formatTime: (timeMs: number) => string;
  readonly allows: { readonly order?: true; readonly blanks?: true };
}

function noteRepairs(
  { line, beginMs, endMs, text }: FileCue,
  { lastBeginMs, formatTime, allows }: CueRules,
  repairs: Repair[],
): void {
  if (endMs < beginMs) {
    const before = formatTime(endMs);
    repairs.push({ code: 'end-raised', line, before, after: formatTime(beginMs) });
  }
  if (beginMs < lastBeginMs && allows.order !== true) {
    repairs.push({ code: 'cue-sorted', line, before: formatTime(beginMs) });
  }
  if (allows.blanks !== true && saysNothing(text)) {
    repairs.push({ code: 'cue-empty', line, ...(text === '' ? {} : { before: text }) });
  }
}

function saysNothing(text: string): boolean {
  // A letter that no mark holds tells it at once: the first one, or the one behind a tag.
  const at = text.startsWith('<') ? text.indexOf('>') + 1 : 0;
  const code = text.charCodeAt(at);
  if (code > 0x20 && code < 0x80 && code !== 0x3c && code !== 0x7b) return false;
  return isBlankText(stripMarkup(text));
}

function toSentence(cue: FileCue, index: number, format: DocumentSource['format']): Sentence {
  const { beginMs, endMs, text, channel = 0, speaker, style, region, settings, words } = cue;
  // As long as each other, so that cues of the same times stay in the order of the file [TX3].
  const id = `cue-${String(index + 1).padStart(6, '0')}`;
  const sentence: Draft = { id, beginMs, endMs: Math.max(beginMs, endMs), text, channel };
  // Written out, as spreads for each cue would take longer than all the rest.
  if (speaker !== undefined) sentence.speaker = speaker;
  if (style !== undefined) sentence.style = style;
  if (region !== undefined) sentence.region = region;
  if (settings !== undefined) sentence.source = { format, settings };
  return words === undefined ? addPendingWords(sentence) : { ...sentence, words };
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
