import { findAsWritten } from '../as-written';
import type { WrittenFile } from '../format';
import type { FormatDocument } from '../format-document';
import { listLines, makeLineBreaker, type TimedTextOptions } from '../timed-text';
import type { Sentence } from '../../transcript/sentence';
import { arrangeSections } from './arrange-sections';
import { findScriptSettings, formatCueLine, type LineCue, saysSame } from './cue-line';
import { type EventColumns, findColumns, readColumnNames } from './event-line';
import { addSyllables, hasWordTimes } from './karaoke';
import { listScriptLosses } from './list-script-losses';
import { orderLines } from './order-lines';
import { findOwnSource, type OwnSource } from './own-source';
import type { FileSection } from './parse-script';
import { findHeader } from './script-headers';
import { findSectionKind, type ScriptVersion } from './script-version';
import { listUsualHeaders, makeUsualStyle } from './usual-script';

/**
 * A document as a script [FM30]. What came from a script of the same version and was not changed is
 * written as it stood [FM14]; of a document without one, headers and a style are as is usual.
 */
export function writeScript(
  document: FormatDocument,
  options: TimedTextOptions,
  version: ScriptVersion,
): WrittenFile {
  const found = findOwnSource(document);
  const isForeign = found === undefined;
  const own = found ?? makeSource(document, version);
  const sections = arrangeSections(own, version, isForeign || document.sentences.length > 0);
  const toLine = makeLineWriter(document, options, own, version);
  const writer = new ScriptWriter(version);
  let next = 0;
  for (const { sentence, order } of orderLines(document.sentences)) {
    for (; next < sections.length && (sections[next]!.afterCues ?? 0) <= order; next++) {
      writer.addSection(sections[next]!);
    }
    writer.addLines(toLine(sentence, writer.columns));
  }
  for (; next < sections.length; next++) writer.addSection(sections[next]!);
  return {
    content: writer.finish(),
    losses: listScriptLosses(document, options, version),
  };
}

/** The text of a file that grows, and the columns that its last line of columns names. */
class ScriptWriter {
  readonly #parts: string[] = [];
  columns: EventColumns;

  constructor({ eventColumns }: ScriptVersion) {
    this.columns = findColumns(eventColumns);
  }

  addSection({ name, text }: FileSection): void {
    this.#add(text);
    if (findSectionKind(name) !== 'events') return;
    for (const [, names] of text.matchAll(columnsLine)) {
      this.columns = findColumns(readColumnNames(names!));
    }
  }

  addLines(lines: readonly string[]): void {
    for (const line of lines) this.#add(line);
  }

  #add(text: string): void {
    const before = this.#parts.at(-1);
    if (before !== undefined && !before.endsWith('\n')) this.#parts.push('\n');
    this.#parts.push(text);
  }

  finish(): string {
    return this.#parts.join('');
  }
}

const columnsLine = /^[ \t]*Format[ \t]*:(.*)$/gimu;

function makeSource({ language }: FormatDocument, version: ScriptVersion): OwnSource {
  return {
    version,
    sections: [],
    headers: listUsualHeaders(version),
    styles: [makeUsualStyle(version, language)],
  };
}

type LineWriter = (sentence: Sentence, columns: EventColumns) => readonly string[];

function makeLineWriter(
  document: FormatDocument,
  options: TimedTextOptions,
  own: OwnSource,
  version: ScriptVersion,
): LineWriter {
  const { toLines } = makeLineBreaker(document, options);
  // Blank lines and blanks at the ends of lines are kept where somebody made the lines.
  const toText =
    toLines === listLines
      ? (text: string): string => text
      : (text: string): string => toLines(text).join('\n');
  const softBreak = findHeader(own.headers, 'WrapStyle') === '2' ? '\n' : ' ';
  const names = options.speakers !== false;
  const toCue = (sentence: Sentence, text: string): LineCue => ({
    ...{ beginMs: sentence.beginMs, endMs: sentence.endMs, text },
    ...{ speaker: names ? sentence.speaker : undefined, style: sentence.style },
    settings: findScriptSettings(sentence),
  });
  const writeWhole: LineWriter = (sentence, columns) => {
    const isKaraoke = options.karaoke === true && hasWordTimes(sentence);
    const text = toText(isKaraoke ? addSyllables(sentence) : sentence.text);
    const cue = toCue(sentence, text);
    const written = findAsWritten({ sentence }, version.format);
    const end = written?.indexOf('\n') ?? -1;
    const line = end === -1 ? written : written!.slice(0, end);
    if (line !== undefined && saysSame(line, cue, columns, softBreak)) return [written!];
    const rest = end === -1 ? '' : written!.slice(end);
    return [formatCueLine(cue, columns, version) + (written === undefined ? '\n' : rest)];
  };
  const writeWords: LineWriter = (sentence, columns) =>
    sentence.words.flatMap((word) => {
      const text = toText(word.before + word.text + word.after).trim();
      if (text === '') return [];
      const { beginMs, endMs } = word;
      const cue = { ...toCue(sentence, text), beginMs, endMs };
      return [`${formatCueLine(cue, columns, version)}\n`];
    });
  return options.words === true ? writeWords : writeWhole;
}
