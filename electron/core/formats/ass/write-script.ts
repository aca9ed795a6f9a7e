import { findAsWritten } from '../as-written';
import { placeSentences } from '../file-order';
import type { FormatDocument } from '../format-document';
import type { TimeSpan } from '../../alignment/time-span';
import { cleanLines, makeLineBreaker, type TimedTextOptions } from '../timed-text';
import type { Sentence } from '../../transcript/sentence';
import { arrangeSections } from './arrange-sections';
import { findScriptSettings, formatCueLine, type LineCue, saysSame } from './cue-line';
import { type EventColumns, findColumns, readColumnNames } from './event-line';
import { findCuePlace } from './find-cue-place';
import { addSyllables } from './karaoke';
import { hasWordTimes } from '../../transcript/pending-words';
import { findOwnSource, makeStyleFilter, type OwnSource } from './own-source';
import type { FileSection } from './parse-script';
import { findHeader } from './script-headers';
import { findSectionKind, findVersion, type ScriptVersion } from './script-version';
import { listUsualHeaders, makeUsualStyle } from './usual-script';

/**
 * A document as a script [FM30]. What came from a script of the same version and was not changed is
 * written as it stood [FM14]; of a document without one, headers and a style are as is usual.
 */
export function writeScript(
  document: FormatDocument,
  options: TimedTextOptions,
  version: ScriptVersion,
): string {
  const found = findOwnSource(document);
  const isForeign = found === undefined;
  const own = found ?? makeSource(document, version);
  const sections = arrangeSections(own, version, isForeign || document.sentences.length > 0);
  const writeCue = makeCueWriter(document, options, own, version);
  const writer = new ScriptWriter(version);
  let next = 0;
  for (const { sentence, order } of placeSentences(
    document.sentences,
    ({ format }) => findVersion(format) !== undefined,
  )) {
    for (; next < sections.length && (sections[next]!.afterCues ?? 0) <= order; next++) {
      writer.addSection(sections[next]!);
    }
    writeCue(sentence, writer);
  }
  for (; next < sections.length; next++) writer.addSection(sections[next]!);
  return writer.join();
}

/** The text of a file that grows, and the columns that its last line of columns names. */
class ScriptWriter {
  columns: EventColumns;
  readonly #pieces: string[] = [];
  /** Whether what is written so far ends in the middle of a line. */
  #isOpen = false;

  constructor({ eventColumns }: ScriptVersion) {
    this.columns = findColumns(eventColumns);
  }

  addSection({ name, text }: FileSection): void {
    if (this.#isOpen) this.#pieces.push('\n');
    this.#pieces.push(text);
    this.#isOpen = !text.endsWith('\n');
    if (findSectionKind(name) !== 'events') return;
    for (const [, names] of text.matchAll(columnsLine)) {
      this.columns = findColumns(readColumnNames(names!));
    }
  }

  /** @param tail the end of the line; the last one of a file may have none */
  addLine(line: string, tail: string): void {
    if (this.#isOpen) this.#pieces.push('\n');
    this.#pieces.push(line + tail);
    this.#isOpen = tail === '';
  }

  join(): string {
    return this.#pieces.join('');
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

type CueWriter = (sentence: Sentence, writer: ScriptWriter) => void;

function makeCueWriter(
  document: FormatDocument,
  options: TimedTextOptions,
  own: OwnSource,
  version: ScriptVersion,
): CueWriter {
  const { breakText } = makeLineBreaker(document, options);
  // Blank lines and blanks at the ends of lines are kept where somebody made the lines.
  const toText = breakText === cleanLines ? (text: string): string => text : breakText;
  const softBreak = findHeader(own.headers, 'WrapStyle') === '2' ? '\n' : ' ';
  const names = options.speakers !== false;
  const findStyle = makeStyleFilter(document);
  const regions = new Map(document.regions?.map((region) => [region.id, region]));
  const toCue = (sentence: Sentence, span: TimeSpan, text: string): LineCue => ({
    beginMs: span.beginMs,
    endMs: span.endMs,
    text,
    speaker: names ? sentence.speaker : undefined,
    style: findStyle(sentence.style),
    settings: findScriptSettings(sentence),
  });
  const writeWhole: CueWriter = (sentence, writer) => {
    const isKaraoke = options.karaoke === true && hasWordTimes(sentence);
    const place = findCuePlace(sentence, regions);
    const said = isKaraoke ? addSyllables(sentence) : sentence.text;
    const text = toText(place === undefined ? said : `{\\an${place}}${said}`);
    const cue = toCue(sentence, sentence, text);
    const { columns } = writer;
    const written = findAsWritten({ sentence }, version.format);
    if (written === undefined) {
      writer.addLine(formatCueLine(cue, columns, version), '\n');
      return;
    }
    const end = written.indexOf('\n');
    const line = end === -1 ? written : written.slice(0, end);
    const isSame = saysSame(line, cue, columns, softBreak);
    writer.addLine(
      isSame ? line : formatCueLine(cue, columns, version),
      written.slice(line.length),
    );
  };
  const writeWords: CueWriter = (sentence, writer) => {
    for (const word of sentence.words) {
      const text = toText(word.before + word.text + word.after).trim();
      if (text === '') continue;
      writer.addLine(formatCueLine(toCue(sentence, word, text), writer.columns, version), '\n');
    }
  };
  return options.words === true ? writeWords : writeWhole;
}
