import type { Style } from '../../records/kinds/style-kind';
import { findSetting, readColumnNames } from './event-line';
import type { ScriptVersion } from './script-version';

const styleLine = /^\s*Style\s*:(.*)$/iu;
const formatLine = /^\s*Format\s*:(.*)$/iu;
/** What names a style; the first column of all known scripts. */
const nameColumn = 'Name';
/** More than any version has. */
const mostColumns = 100;

type Settings = Readonly<Record<string, string>>;

/** A style as a line has it: its settings by the names of the columns [FM31]. */
interface ReadStyle {
  readonly id: string;
  readonly settings: Settings;
}

function readStyle(value: string, columns: readonly string[]): ReadStyle | undefined {
  const values = value.split(',');
  const settings: Record<string, string> = {};
  let id = '';
  columns.forEach((name, index) => {
    const isLast = index === columns.length - 1;
    const given = (isLast ? values.slice(index).join(',') : values[index])?.trim();
    if (given === undefined) return;
    if (name === nameColumn) id = given;
    else settings[name] = given;
  });
  return id === '' ? undefined : { id, settings };
}

function formatStyle({ id, settings }: ReadStyle, columns: readonly string[]): string {
  const values = columns.map((name) =>
    name === nameColumn ? id : (findSetting(settings, name) ?? '0'),
  );
  return `Style: ${values.join(',')}`;
}

/** A line of a section of styles: its style, the columns it names, or neither. */
interface StyleLine {
  readonly line: string;
  readonly style: ReadStyle | undefined;
}

function readLines(
  text: string,
  version: ScriptVersion,
): {
  readonly lines: readonly StyleLine[];
  readonly columns: readonly string[];
} {
  let columns = version.styleColumns;
  let isOpen = false;
  const lines = text.split('\n').map((line): StyleLine => {
    const format = formatLine.exec(line);
    if (format !== null) columns = readColumnNames(format[1]!);
    // Some programs break the line of columns in two.
    else if (isOpen && columns.length < mostColumns && !line.includes(':')) {
      columns = [...new Set([...columns, ...readColumnNames(line)])];
    }
    isOpen = (format !== null || isOpen) && line.trimEnd().endsWith(',');
    const style = styleLine.exec(line);
    return { line, style: style === null ? undefined : readStyle(style[1]!, columns) };
  });
  return { lines, columns };
}

/** The styles of a section; of those with the same name the last one counts, as players have it. */
export function readStyles(text: string, version: ScriptVersion): readonly Omit<Style, 'place'>[] {
  const { lines } = readLines(text, version);
  const styles = new Map<string, Omit<Style, 'place'>>();
  for (const { style } of lines) {
    if (style === undefined) continue;
    styles.delete(style.id);
    styles.set(style.id, { id: style.id, format: version.format, settings: style.settings });
  }
  return [...styles.values()];
}

/**
 * A section of styles with the styles of a document: lines that still say what a style says stay as
 * they are, those of styles that are gone are left out, new ones follow the last.
 */
export function applyStyles(
  text: string,
  styles: readonly Style[],
  version: ScriptVersion,
): string {
  const { lines, columns } = readLines(text, version);
  const wanted = new Map(styles.map((style) => [style.id, style]));
  const last = new Map<string, number>();
  lines.forEach(({ style }, index) => {
    if (style !== undefined) last.set(style.id, index);
  });
  const written = lines.flatMap(({ line, style }, index) => {
    if (style === undefined || last.get(style.id) !== index) return [line];
    const now = wanted.get(style.id);
    if (now === undefined) return [];
    return [isSame(style.settings, now.settings) ? line : formatStyle(now, columns)];
  });
  const added = styles.filter(({ id }) => !last.has(id)).map((one) => formatStyle(one, columns));
  if (added.length === 0) return written.join('\n');
  const place = written.findLastIndex((line) => styleLine.test(line) || formatLine.test(line));
  return written.toSpliced(place + 1, 0, ...added).join('\n');
}

function isSame(left: Settings, right: Settings): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length && names.every((name) => left[name] === right[name])
  );
}

/** A section of styles as the format has it where nothing else is known. */
export function formatStyles(styles: readonly Style[], version: ScriptVersion): string {
  const { styleSection, styleColumns } = version;
  const lines = styles.map((style) => formatStyle(style, styleColumns));
  return [`[${styleSection}]`, `Format: ${styleColumns.join(', ')}`, ...lines, '\n'].join('\n');
}
