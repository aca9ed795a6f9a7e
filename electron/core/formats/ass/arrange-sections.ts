import type { Style } from '../../records/kinds/style-kind';
import { convertStyle } from './convert-style';
import {
  type EventColumns,
  findColumns,
  formatEvent,
  parseEvent,
  readColumnNames,
} from './event-line';
import type { OwnSource } from './own-source';
import type { FileSection } from './parse-script';
import { applyHeaders, formatHeaders, type ScriptHeader } from './script-headers';
import { applyStyles, formatStyles } from './script-styles';
import { findSectionKind, type ScriptVersion } from './script-version';

/** The part of a file that names the columns of its events. */
export function formatEventsHead({ eventColumns }: ScriptVersion): string {
  return `[Events]\nFormat: ${eventColumns.join(', ')}\n`;
}

/**
 * Sections with those that a script cannot be without: where one is missing it is as the format has it,
 * headers first, then styles, and events last, where there are any.
 */
export function addUsualSections(
  sections: readonly FileSection[],
  headers: readonly ScriptHeader[],
  styles: readonly Style[],
  version: ScriptVersion,
  hasCues: boolean,
): readonly FileSection[] {
  const all = [...sections];
  const has = (kind: string): boolean => all.some(({ name }) => findSectionKind(name) === kind);
  if (!has('info')) {
    all.unshift({ name: 'Script Info', text: formatHeaders(headers), afterCues: 0 });
  }
  if (!has('styles') && styles.length > 0) {
    const place = all.findIndex(({ name }) => findSectionKind(name) === 'info') + 1;
    const text = formatStyles(styles, version);
    all.splice(place, 0, { name: version.styleSection, text, afterCues: 0 });
  }
  if (!has('events') && hasCues) {
    const later = all.findIndex(({ afterCues = 0 }) => afterCues > 0);
    const text = formatEventsHead(version);
    all.splice(later === -1 ? all.length : later, 0, { name: 'Events', text, afterCues: 0 });
  }
  return all;
}

/** The sections that have to be kept: not those that {@link addUsualSections} makes again. */
export function keepSections(
  sections: readonly FileSection[],
  headers: readonly ScriptHeader[],
  styles: readonly Style[],
  version: ScriptVersion,
  hasCues: boolean,
): readonly FileSection[] {
  const usual = new Set([
    formatHeaders(headers),
    formatStyles(styles, version),
    ...(hasCues ? [formatEventsHead(version)] : []),
  ]);
  const kept = sections.filter(({ text }) => !usual.has(text));
  const again = addUsualSections(kept, headers, styles, version, hasCues);
  const isSame =
    again.length === sections.length &&
    again.every(
      ({ text, afterCues }, index) =>
        text === sections[index]!.text && afterCues === sections[index]!.afterCues,
    );
  return isSame ? kept : sections;
}

/** The sections of a script with the headers and styles it has now, in the words of a version. */
export function arrangeSections(
  { sections, headers, styles, version: from }: OwnSource,
  version: ScriptVersion,
  hasCues: boolean,
): readonly FileSection[] {
  const isSame = from === version;
  const now = styles.map((style) => convertStyle(style, version));
  const fields = headers.map((header) =>
    !isSame && header.name === 'ScriptType' ? { ...header, value: version.scriptType } : header,
  );
  let columns = findColumns(from.eventColumns);
  const converted = sections.flatMap((section): FileSection[] => {
    const { text } = section;
    const kind = findSectionKind(section.name);
    if (kind === 'info') return [{ ...section, text: applyHeaders(text, fields) }];
    if (kind === 'styles') {
      return isSame ? [{ ...section, text: applyStyles(text, now, version) }] : [];
    }
    if (kind !== 'events' || isSame) return [section];
    const events = convertEvents(text, columns, version);
    ({ columns } = events);
    return [{ ...section, text: events.text }];
  });
  return addUsualSections(converted, fields, now, version, hasCues);
}

const formatLine = /^\s*Format\s*:(.*)$/iu;
const otherEvent = /^\s*(Comment)\s*:/iu;

/** Lines between events, which are kept word for word, in the columns of another version. */
function convertEvents(
  text: string,
  given: EventColumns,
  version: ScriptVersion,
): { readonly text: string; readonly columns: EventColumns } {
  let columns = given;
  const wanted = findColumns(version.eventColumns);
  const lines = text.split('\n').map((line) => {
    const names = formatLine.exec(line)?.[1];
    if (names !== undefined) {
      columns = findColumns(readColumnNames(names));
      return `Format: ${version.eventColumns.join(', ')}`;
    }
    const head = otherEvent.exec(line)?.[0];
    if (head === undefined) return line;
    return convertEvent(line, head.length, columns, wanted) ?? line;
  });
  return { text: lines.join('\n'), columns };
}

function convertEvent(
  line: string,
  from: number,
  columns: EventColumns,
  wanted: EventColumns,
): string | undefined {
  const event = parseEvent(line, from, columns, ' ');
  if (event === undefined) return undefined;
  const field = (column: number): string => line.slice(from).split(',')[column]?.trim() ?? '';
  const text = line.slice(from).split(',').slice(columns.text).join(',');
  return formatEvent(
    'Comment',
    {
      ...{ begin: field(columns.start), end: field(columns.end), text },
      ...{ style: field(columns.style), speaker: event.speaker, settings: event.settings },
    },
    wanted,
  );
}
