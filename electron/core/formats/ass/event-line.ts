import { isScriptTime, parseScriptTime, readUsualTime } from './script-time';
import { readScriptText } from './script-text';

/** The columns of events, and where those stand that say something to every format. */
export interface EventColumns {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly speaker: number;
  readonly text: number;
  /** What each of the others holds where nothing was chosen. */
  readonly usual: readonly string[];
  /** What stands before each field of a line whose other columns hold the usual, in their order. */
  readonly usualPieces: readonly UsualPiece[];
}

interface UsualPiece {
  readonly before: string;
  /** Absent behind the last field. */
  readonly field?: FieldName;
}

/** The fields of an event that every format knows of. */
type FieldName = 'begin' | 'end' | 'style' | 'speaker' | 'text';

/** An event as its line has it. */
export interface ScriptEvent {
  /** May lie below zero, and after {@link endMs}. */
  readonly beginMs: number;
  readonly endMs: number;
  /** Whether both times, but for a sign, are written as the format has them. */
  readonly areTimesUsual: boolean;
  readonly text: string;
  /** As the line has it. */
  readonly rawText: string;
  /** Empty where the line has none. */
  readonly style: string;
  readonly speaker: string;
  /** What the other columns hold, by their names; those of the usual value are not there. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether all of it but the text is written as {@link formatEvent} would. */
  readonly isUsual: boolean;
}

/** What every event has that says nothing else. */
export const usualStyle = 'Default';
/** What old SubStation Alpha puts where nobody was named. */
const nobody = 'NTP';

/** Where the columns stand that a `Format` line, or the version of the script, gives. */
export function findColumns(names: readonly string[]): EventColumns {
  const keys = names.map((name) => name.toLowerCase());
  const find = (wanted: string): number => keys.indexOf(wanted);
  const places = {
    start: find('start'),
    end: find('end'),
    style: find('style'),
    speaker: keys.findIndex(isSpeaker),
    text: find('text'),
  };
  const usual = keys.map((key, index) =>
    key === 'style' ? usualStyle : isSpeaker(key) ? '' : formatSetting(names[index]!, undefined),
  );
  return { names, ...places, usual, usualPieces: listUsualPieces(places, usual) };
}

function listUsualPieces(
  places: Pick<EventColumns, 'start' | 'end' | 'style' | 'speaker' | 'text'>,
  usual: readonly string[],
): readonly UsualPiece[] {
  const fields = new Map<number, FieldName>([
    [places.speaker, 'speaker'],
    [places.style, 'style'],
    [places.end, 'end'],
    [places.start, 'begin'],
    [places.text, 'text'],
  ]);
  const pieces: UsualPiece[] = [];
  let before = '';
  usual.forEach((value, column) => {
    if (column > 0) before += ',';
    const field = fields.get(column);
    if (field === undefined) before += value;
    else {
      pieces.push({ before, field });
      before = '';
    }
  });
  return [...pieces, { before }];
}

function isSpeaker(key: string): boolean {
  return key === 'name' || key === 'actor';
}

/** The names behind `Format:`; each once, as one that is there twice cannot be told apart. */
export function readColumnNames(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** What the other columns hold where all of it is usual. */
export const noSettings: Readonly<Record<string, string>> = {};
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
  const { names } = columns;
  const last = names.length - 1;
  let beginMs: number | undefined;
  let endMs: number | undefined;
  let areTimesUsual = true;
  let isUsual = true;
  let rawText = '';
  let style = '';
  let speaker = '';
  let settings: Record<string, string> | undefined;
  const readTime = (begin: number, end: number): number | undefined => {
    const timeMs = readUsualTime(line, begin, end);
    if (timeMs !== -1) return timeMs;
    isUsual = false;
    const given = line.slice(begin, end).trim();
    areTimesUsual &&= isScriptTime(given.replace(/^-/u, ''));
    return parseScriptTime(given);
  };
  let at = from;
  for (let column = 0; column <= last; column++) {
    const comma = column === last ? line.length : line.indexOf(',', at);
    if (comma === -1) return undefined;
    const begin = at;
    at = comma + 1;
    if (column === columns.text) {
      rawText = line.slice(begin, comma);
      continue;
    }
    if (column === columns.start) {
      beginMs = readTime(begin, comma);
      continue;
    }
    if (column === columns.end) {
      endMs = readTime(begin, comma);
      continue;
    }
    const usual = columns.usual[column]!;
    if (comma - begin === usual.length && line.startsWith(usual, begin)) continue;
    const field = line.slice(begin, comma);
    const value = field.trim();
    if (column === columns.style) {
      style = readStyleName(value);
      isUsual &&= field === (style === '' ? usualStyle : style);
    } else if (column === columns.speaker) {
      speaker = value === nobody ? '' : value;
      isUsual &&= field === speaker;
    } else {
      const name = names[column]!;
      const kept = name === 'Marked' ? value.replace(/^marked=/iu, '') : value;
      const isZero = zero.test(kept);
      if (!isZero) (settings ??= {})[name] = kept;
      isUsual &&= field === formatSetting(name, isZero ? undefined : kept);
    }
  }
  if (beginMs === undefined || endMs === undefined) return undefined;
  return {
    beginMs,
    endMs,
    areTimesUsual,
    text: readScriptText(rawText, softBreak),
    rawText,
    style,
    speaker,
    settings: settings ?? noSettings,
    // One that is not longer than nothing would be written longer.
    isUsual: isUsual && endMs > beginMs,
  };
}

/** Without the asterisks that SubStation Alpha put before it, and empty where it is the usual one. */
function readStyleName(value: string): string {
  const name = value.startsWith('*') ? value.replace(/^\*+/u, '') : value;
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
  const { names, usualPieces } = columns;
  let line = `${kind}: `;
  // Nearly all lines of nearly all files.
  if (fields.settings === noSettings) {
    for (const { before, field } of usualPieces) {
      line += before;
      if (field !== undefined) line += fields[field];
    }
    return line;
  }
  for (let column = 0; column < names.length; column++) {
    if (column > 0) line += ',';
    if (column === columns.text) line += fields.text;
    else if (column === columns.start) line += fields.begin;
    else if (column === columns.end) line += fields.end;
    else if (column === columns.style) line += fields.style;
    else if (column === columns.speaker) line += fields.speaker;
    else line += formatSetting(names[column]!, findSetting(fields.settings, names[column]!));
  }
  return line;
}

/** Columns may be called as anything, also as what every object has. */
export function findSetting(
  settings: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  return Object.hasOwn(settings, name) ? settings[name] : undefined;
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
