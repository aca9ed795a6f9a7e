import { parseScriptTime, type ScriptTime } from './script-time';
import { readScriptText } from './script-text';

/** The columns of events, and where those stand that say something to every format. */
export interface EventColumns {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly speaker: number;
  readonly text: number;
}

/** An event as its line has it. */
export interface ScriptEvent {
  readonly begin: ScriptTime;
  readonly end: ScriptTime;
  readonly text: string;
  /** Empty where the line has none. */
  readonly style: string;
  readonly speaker: string;
  /** What the other columns hold, by their names; those of the usual value are not there. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What every event has that says nothing else. */
export const usualStyle = 'Default';
/** What old SubStation Alpha puts where nobody was named. */
const nobody = 'NTP';

/** Where the columns stand that a `Format` line, or the version of the script, gives. */
export function findColumns(names: readonly string[]): EventColumns {
  const keys = names.map((name) => name.toLowerCase());
  const find = (...wanted: string[]): number => keys.findIndex((key) => wanted.includes(key));
  return {
    names,
    start: find('start'),
    end: find('end'),
    style: find('style'),
    speaker: find('name', 'actor'),
    text: find('text'),
  };
}

/** The names behind `Format:`; each once, as one that is there twice cannot be told apart. */
export function readColumnNames(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

const noSettings: Readonly<Record<string, string>> = {};
const zero = /^-?0*$/u;

/**
 * Reads what stands behind `Dialogue:`; the last column takes all commas that are left.
 * @returns undefined where a column is missing, or a time is none
 */
export function parseEvent(
  line: string,
  from: number,
  columns: EventColumns,
  softBreak: ' ' | '\n',
): ScriptEvent | undefined {
  const { names, start, end: endColumn } = columns;
  const last = names.length - 1;
  let begin: ScriptTime | undefined;
  let end: ScriptTime | undefined;
  let text = '';
  let style = '';
  let speaker = '';
  let settings: Record<string, string> | undefined;
  let at = from;
  for (let column = 0; column <= last; column++) {
    const comma = column === last ? line.length : line.indexOf(',', at);
    if (comma === -1) return undefined;
    const field = line.slice(at, comma);
    at = comma + 1;
    if (column === columns.text) {
      text = readScriptText(column === 0 ? field.trimStart() : field, softBreak);
      continue;
    }
    const value = field.trim();
    if (column === start) begin = parseScriptTime(value);
    else if (column === endColumn) end = parseScriptTime(value);
    else if (column === columns.style) style = readStyleName(value);
    else if (column === columns.speaker) speaker = value === nobody ? '' : value;
    else {
      const name = names[column]!;
      const kept = name === 'Marked' ? value.replace(/^marked=/iu, '') : value;
      if (!zero.test(kept)) (settings ??= {})[name] = kept;
    }
  }
  if (begin === undefined || end === undefined) return undefined;
  return { begin, end, text, style, speaker, settings: settings ?? noSettings };
}

/** Without the asterisks that SubStation Alpha put before it, and empty where it is the usual one. */
function readStyleName(value: string): string {
  const name = value.replace(/^\*+/u, '');
  return name === usualStyle ? '' : name;
}

/** What a line says: the fields of {@link ScriptEvent} as they are written. */
export interface EventFields {
  readonly begin: string;
  readonly end: string;
  /** Escaped. */
  readonly text: string;
  readonly style: string;
  readonly speaker: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A line of an event, without its end. */
export function formatEvent(kind: string, fields: EventFields, columns: EventColumns): string {
  const { names } = columns;
  let line = `${kind}: `;
  for (let column = 0; column < names.length; column++) {
    if (column > 0) line += ',';
    if (column === columns.text) line += fields.text;
    else if (column === columns.start) line += fields.begin;
    else if (column === columns.end) line += fields.end;
    else if (column === columns.style) line += fields.style;
    else if (column === columns.speaker) line += fields.speaker;
    else line += formatSetting(names[column]!, fields.settings[names[column]!]);
  }
  return line;
}

function formatSetting(name: string, value: string | undefined): string {
  if (name === 'Marked') return `Marked=${value ?? '0'}`;
  return value?.replaceAll(',', ';') ?? (name === 'Effect' ? '' : usualValue(name));
}

function usualValue(name: string): string {
  return name === 'Layer' || name.startsWith('Margin') ? '0' : '';
}

/** A name that may hold no comma, as Aegisub writes it. */
export function toField(name: string): string {
  return /[,\r\n]/u.test(name) ? name.replaceAll(',', ';').replace(/[\r\n]+/gu, ' ') : name;
}
