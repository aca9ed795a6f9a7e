import { SaxesParser } from 'saxes';
import type { Look, TextRun } from '../markup/look';

/** A paragraph, or all that stands in a cell. */
export interface DocxText {
  readonly runs: readonly TextRun[];
}

/** What stands in a document, in its order. */
export type DocxPart =
  | { readonly kind: 'paragraph'; readonly text: DocxText }
  | { readonly kind: 'row'; readonly cells: readonly DocxText[] };

type MutableLook = { -readonly [Key in keyof Look]: Look[Key] };

interface OpenText {
  readonly runs: TextRun[];
}

/** Far more tables within one another than a person makes. */
const mostTables = 50;

/** Of these nothing is read: what an older program would see, what was deleted, codes of fields. */
const passedOver = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:pPr']);

/**
 * Paragraphs and rows of the main part of a Word document (ECMA-376).
 * @throws Error where it is not well-formed
 */
export function readBody(xml: string): readonly DocxPart[] {
  const parts: DocxPart[] = [];
  const rows: OpenText[][] = [];
  const cells: OpenText[] = [];
  const paragraphs: OpenText[] = [];
  let look: MutableLook = {};
  let isText = false;
  let depth = 0;
  const add = (text: string): void => {
    const open = paragraphs.at(-1);
    if (open !== undefined && text !== '') open.runs.push({ text, look });
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (depth > 0 || passedOver.has(name)) {
      depth++;
      return;
    }
    if (rows.length > mostTables) throw new Error('its tables are nested too deeply');
    if (name === 'w:tr') rows.push([]);
    else if (name === 'w:tc') cells.push({ runs: [] });
    else if (name === 'w:p') paragraphs.push({ runs: [] });
    else if (name === 'w:r') look = {};
    else if (name === 'w:t') isText = !isSelfClosing;
    else if (name === 'w:tab') add('\t');
    else if (name === 'w:br' || name === 'w:cr') add('\n');
    else if (name === 'w:noBreakHyphen') add('\u2011');
    else readProperty(name, attributes['w:val'], look);
  });
  parser.on('text', (text) => {
    if (isText && depth === 0) add(text);
  });
  parser.on('closetag', ({ name }) => {
    if (depth > 0) {
      depth--;
      return;
    }
    if (name === 'w:t') isText = false;
    else if (name === 'w:p') {
      const text = paragraphs.pop()!;
      const cell = cells.at(-1);
      if (cell === undefined) parts.push({ kind: 'paragraph', text });
      else {
        if (cell.runs.length > 0 && text.runs.length > 0) cell.runs.push({ text: '\n', look: {} });
        for (const run of text.runs) cell.runs.push(run);
      }
    } else if (name === 'w:tc') {
      const cell = cells.pop()!;
      rows.at(-1)?.push(cell);
    } else if (name === 'w:tr') {
      const row = rows.pop()!;
      // A table within a cell is text of that cell.
      const outer = cells.at(-1);
      if (outer === undefined) parts.push({ kind: 'row', cells: row });
      else {
        for (const { runs } of row) {
          for (const run of runs) outer.runs.push(run);
          outer.runs.push({ text: '\n', look: {} });
        }
      }
    }
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return parts;
}

function readProperty(name: string, value: string | undefined, look: MutableLook): void {
  const isOn = value === undefined || !['0', 'false', 'off', 'none'].includes(value);
  if (name === 'w:b' && isOn) look.bold = true;
  else if (name === 'w:i' && isOn) look.italic = true;
  else if (name === 'w:strike' && isOn) look.strike = true;
  else if (name === 'w:u' && isOn) look.underline = true;
  else if (name === 'w:color' && /^[\da-f]{6}$/iu.test(value ?? '') && !/^0{6}$/u.test(value!)) {
    look.color = `#${value!.toLowerCase()}`;
  }
}

/** The characters alone. */
export function readPlain({ runs }: DocxText): string {
  return runs.map(({ text }) => text).join('');
}
