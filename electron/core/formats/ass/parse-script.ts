import type { DocumentSource } from '../../records/document-properties';
import type { Style } from '../../records/kinds/style-kind';
import type { Repair } from '../format';
import {
  type EventColumns,
  findColumns,
  parseEvent,
  readColumnNames,
  type ScriptEvent,
} from './event-line';
import { findHeader, readHeaders, type ScriptHeader } from './script-headers';
import { readStyles } from './script-styles';
import { findSectionKind, type ScriptVersion } from './script-version';

/** An event that is shown, and its part of the file. */
export interface ScriptCue {
  /** From 1. */
  readonly line: number;
  readonly event: ScriptEvent;
  /** Its line, without its end. */
  readonly text: string;
  /** The end of its line, where the file has one, and the blank lines that follow. */
  readonly tail: string;
  readonly columns: EventColumns;
}

export type FileSection = NonNullable<DocumentSource['sections']>[number];

export interface ParsedScript {
  /** In the order of the file. */
  readonly cues: readonly ScriptCue[];
  /** All that is not of a cue, word for word; joined with the cues it is the file. */
  readonly sections: readonly FileSection[];
  readonly headers: readonly ScriptHeader[];
  readonly styles: readonly Style[];
  readonly softBreak: ' ' | '\n';
  readonly repairs: readonly Repair[];
}

const sectionLine = /^\s*\[([^\]]+)\]\s*$/u;
/** A line of a file that is embedded: six bits for each character. */
const dataLine = /^[!-`]{1,80}$/u;
const dialogue = /^\s*dialogue\s*:\s?/iu;
const format = /^\s*format\s*:(.*)$/iu;

/**
 * Takes a script apart [FM30]. Never throws.
 * @param text with any line endings
 */
export function parseScript(text: string, version: ScriptVersion): ParsedScript {
  return new ScriptParser(text, version).parse();
}

class ScriptParser {
  readonly #version: ScriptVersion;
  readonly #lines: readonly string[];
  readonly #cues: ScriptCue[] = [];
  readonly #sections: FileSection[] = [];
  readonly #styles = new Map<string, Style>();
  readonly #repairs: Repair[] = [];
  #headers: readonly ScriptHeader[] = [];
  #softBreak: ' ' | '\n' = ' ';
  #columns: EventColumns;
  /** The section that is read, and the first line of it that is not kept yet. */
  #name = '';
  #kind: ReturnType<typeof findSectionKind> = 'other';
  #from = 0;

  constructor(text: string, version: ScriptVersion) {
    this.#version = version;
    this.#columns = findColumns(version.eventColumns);
    const hasMark = text.startsWith('\ufeff');
    if (hasMark) this.#repairs.push({ code: 'byte-order-mark-removed', line: 1 });
    this.#lines = (hasMark ? text.slice(1) : text).split(/\r\n|\n|\r/u);
  }

  parse(): ParsedScript {
    const lines = this.#lines;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!;
      if (this.#readSection(line, index) || !this.#mayHoldEvents()) continue;
      const head = line.startsWith('Dialogue: ') ? dialogueLength : dialogue.exec(line)?.[0].length;
      if (head !== undefined) index = this.#readEvent(line, head, index);
      else if (this.#kind === 'events') this.#readColumns(line);
    }
    this.#keepSection(lines.length);
    return {
      cues: this.#cues,
      sections: this.#sections,
      headers: this.#headers,
      styles: [...this.#styles.values()],
      softBreak: this.#softBreak,
      repairs: this.#repairs,
    };
  }

  /** Before the first section events are taken as well, as in parts that were cut out of a script. */
  #mayHoldEvents(): boolean {
    return this.#kind === 'events' || this.#name === '';
  }

  #readSection(line: string, index: number): boolean {
    const name = line.includes('[') ? sectionLine.exec(line)?.[1]?.trim() : undefined;
    if (name === undefined || (this.#kind === 'data' && dataLine.test(line))) return false;
    this.#keepSection(index);
    this.#name = name;
    this.#kind = findSectionKind(name);
    return true;
  }

  #readColumns(line: string): void {
    const names = format.exec(line)?.[1];
    if (names === undefined) return;
    const columns = findColumns(readColumnNames(names));
    if (columns.start !== -1 && columns.end !== -1 && columns.text !== -1) this.#columns = columns;
  }

  /** @returns the last line of the event's part of the file */
  #readEvent(line: string, head: number, index: number): number {
    const event = parseEvent(line, head, this.#columns, this.#softBreak);
    if (event === undefined) {
      this.#repairs.push({ code: 'event-unreadable', line: index + 1, before: line });
      return index;
    }
    this.#keepSection(index);
    let last = index;
    // The line behind the last line feed is none, so that it makes no part.
    while (last + 2 < this.#lines.length && this.#lines[last + 1] === '') last++;
    this.#from = last + 1;
    const ends = last - index + (this.#from === this.#lines.length ? 0 : 1);
    this.#cues.push({
      line: index + 1,
      event,
      text: line,
      tail: ends === 1 ? '\n' : '\n'.repeat(ends),
      columns: this.#columns,
    });
    return last;
  }

  /** Keeps the lines of a section up to one; what stands between events is of their section as well. */
  #keepSection(end: number): void {
    const text = this.#take(this.#from, end);
    this.#from = end;
    if (text === '') return;
    if (this.#kind === 'info' && this.#headers.length === 0) {
      this.#headers = readHeaders(text);
      this.#softBreak = findHeader(this.#headers, 'WrapStyle') === '2' ? '\n' : ' ';
    } else if (this.#kind === 'styles') {
      for (const style of readStyles(text, this.#version)) {
        const place = this.#styles.get(style.id)?.place ?? this.#styles.size;
        this.#styles.set(style.id, { ...style, place });
      }
    }
    this.#sections.push({ name: this.#name, text, afterCues: this.#cues.length });
  }

  /** Lines as they stand in the file, the last one of the file as it ends. */
  #take(from: number, end: number): string {
    if (from >= end) return '';
    const text = this.#lines.slice(from, end).join('\n');
    return end === this.#lines.length ? text : `${text}\n`;
  }
}

const dialogueLength = 'Dialogue: '.length;
