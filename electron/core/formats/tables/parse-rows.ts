import type { Repair } from '../format';

export interface TableRow {
  /** From 1: where it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What stands between its cells in the file. */
  readonly delimiter?: Delimiter;
}

export type Delimiter = ',' | ';' | '\t';

const delimiters: readonly Delimiter[] = ['\t', ',', ';'];
const plainCell: Readonly<Record<Delimiter, RegExp>> = {
  ',': /[^,\r\n]*/uy,
  ';': /[^;\r\n]*/uy,
  '\t': /[^\t\r\n]*/uy,
};
const lineBreak = /\r\n|\r|\n/gu;
/** By which Excel is told, in the first line of a file. */
const told = /^sep=([,;\t])(?:\r\n|\r|\n|$)/iu;
const sampleCharacters = 4000;

/**
 * The character between cells: as the file says, else the first one by which it is a table of cues, of
 * those that the first lines have most often.
 * @param isTable whether rows look like one
 */
export function findDelimiter(
  text: string,
  isTable: (rows: readonly TableRow[]) => boolean,
): Delimiter {
  const given = told.exec(text)?.[1];
  if (given !== undefined) return given as Delimiter;
  const sample = text.slice(0, sampleCharacters);
  const lines = sample.replace(/"(?:[^"]|"")*"/gu, '').split(/[\r\n]+/u);
  const first = lines.find((line) => /[,;\t]/u.test(line)) ?? '';
  const count = (delimiter: Delimiter): number => first.split(delimiter).length;
  const likeliest = delimiters.toSorted((left, right) => count(right) - count(left));
  return likeliest.find((each) => isTable(parseRows(sample, each, []))) ?? likeliest[0]!;
}

/**
 * The rows of a table in delimited text (RFC 4180), without blank ones. A quote that is never closed is
 * a character, and so are those behind it. Line breaks within cells become line feeds.
 */
export function parseRows(text: string, delimiter: Delimiter, repairs: Repair[]): TableRow[] {
  const rows: TableRow[] = [];
  const plain = plainCell[delimiter];
  let at = told.exec(text)?.[0].length ?? 0;
  let line = at > 0 ? 2 : 1;
  let hasOpenQuote = false;
  while (at < text.length) {
    const cells: string[] = [];
    const begin = line;
    for (;;) {
      let cell = '';
      if (text.charAt(at) === '"' && !hasOpenQuote) {
        const end = findClosingQuote(text, at + 1);
        if (end === -1) {
          hasOpenQuote = true;
          repairs.push({ code: 'quote-unclosed', line, before: text.slice(at, at + 80) });
        } else {
          const quoted = text.slice(at + 1, end);
          cell = quoted.replaceAll('""', '"').replace(lineBreak, '\n');
          line += quoted.match(lineBreak)?.length ?? 0;
          at = end + 1;
        }
      }
      plain.lastIndex = at;
      cell += plain.exec(text)![0];
      at = plain.lastIndex;
      cells.push(cell);
      if (text.charAt(at) !== delimiter) break;
      at++;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    if (cells.some((cell) => cell !== '')) rows.push({ line: begin, cells, delimiter });
  }
  return rows;
}

/** Two quotes within a quoted cell are one that belongs to it. */
function findClosingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** By which a program takes a cell for a formula (OWASP, "CSV Injection"); and our guard before it. */
const formula = /^'*[=+\-@\t\r\n]/u;
const guardedFormula = /^'+[=+\-@\t\r\n]/u;

/** A cell that no program takes for a formula, in quotes where it needs them. */
export function writeCell(given: string, delimiter: Delimiter): string {
  const text = given.replace(lineBreak, '\n');
  const safe = formula.test(text) ? `'${text}` : text;
  const needsQuotes = safe.includes(delimiter) || /["\n]/u.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What {@link writeCell} was given, of a cell without its quotes. */
export function dropFormulaGuard(cell: string): string {
  return guardedFormula.test(cell) ? cell.slice(1) : cell;
}
