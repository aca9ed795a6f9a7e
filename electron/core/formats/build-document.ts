import type { Steps } from '../steps';
import { retimeWords } from '../alignment/retime-words';
import type { DocumentSource } from '../records/document-properties';
import type { Sentence } from '../transcript/sentence';
import { stripMarkup } from '../transcript/markup';
import { sortSentences } from '../transcript/sort-sentences';
import type { Repair } from './format';
import type { FormatDocument } from './format-document';

/** A cue as a file has it. */
export interface FileCue {
  /** From 1: where its times stand. */
  readonly line: number;
  readonly beginMs: number;
  /** May lie before the begin. */
  readonly endMs: number;
  readonly text: string;
  readonly speaker?: string;
}

/** Cues made in one step: a few milliseconds of work. */
const cuesPerStep = 100;

/**
 * A document of cues in the order of their file, made in steps. One that ends before it begins ends where it
 * begins; those that are not in order of time are sorted; both are repairs [FM9]. Words share the
 * time of their cue and are `estimated`. Ids are `cue-000001`… in the order of the file.
 */
export function* buildDocument(
  cues: readonly FileCue[],
  {
    language,
    source,
    formatTime,
  }: {
    readonly language: string;
    readonly source: DocumentSource;
    /** A time as the format has it, for what is told of repairs. */
    readonly formatTime: (timeMs: number) => string;
  },
): Steps<{ readonly document: FormatDocument; readonly repairs: readonly Repair[] }> {
  const repairs: Repair[] = [];
  let lastBeginMs = 0;
  const sentences: Sentence[] = [];
  for (const [index, { line, beginMs, endMs, text, speaker }] of cues.entries()) {
    if (index % cuesPerStep === cuesPerStep - 1) yield;
    if (endMs < beginMs) {
      const before = formatTime(endMs);
      repairs.push({ code: 'end-raised', line, before, after: formatTime(beginMs) });
    }
    if (beginMs < lastBeginMs) {
      repairs.push({ code: 'cue-sorted', line, before: formatTime(beginMs) });
    }
    if (stripMarkup(text).trim() === '') {
      repairs.push({ code: 'cue-empty', line, ...(text === '' ? {} : { before: text }) });
    }
    lastBeginMs = Math.max(lastBeginMs, beginMs);
    // As long as each other, so that cues of the same times stay in the order of the file [TX3].
    const id = `cue-${String(index + 1).padStart(6, '0')}`;
    const span = { beginMs, endMs: Math.max(beginMs, endMs) };
    const words = retimeWords([], text, span);
    // Field by field: to spread them takes longer than all the rest.
    sentences.push(
      speaker === undefined
        ? { id, beginMs, endMs: span.endMs, text, channel: 0, words }
        : { id, beginMs, endMs: span.endMs, text, channel: 0, speaker, words },
    );
  }
  return { document: { language, sentences: sortSentences(sentences), source }, repairs };
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
