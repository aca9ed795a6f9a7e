import { commonLook } from '../markup/common-look';
import type { KeypadPlace, Look, TextRun } from '../markup/look';
import { srtDialect } from '../markup/srt-dialect';

/** Several times what a row holds, so that a broken file costs no more than its length. */
const mostColumns = 256;

interface Cell {
  readonly character: string;
  readonly look: Look;
}

/** Rows of characters, as a decoder of captions holds them; what does not fit into one is kept. */
export class CaptionMemory {
  private readonly rows = new Map<number, (Cell | undefined)[]>();

  isEmpty(): boolean {
    return this.readText() === '';
  }

  clear(): void {
    this.rows.clear();
  }

  put(row: number, column: number, character: string, look: Look): void {
    const cells = this.rows.get(row) ?? [];
    cells[Math.min(column, mostColumns - 1)] = { character, look };
    this.rows.set(row, cells);
  }

  /** Without the characters from a column on. */
  cut(row: number, column: number): void {
    const cells = this.rows.get(row);
    if (cells !== undefined && cells.length > column) cells.length = column;
  }

  /** What is read, with marks of look and place. */
  readText(): string {
    const numbers = [...this.rows.keys()].toSorted((left, right) => left - right);
    const runs: TextRun[] = [];
    let first = 0;
    for (const number of numbers) {
      const line = readRow(this.rows.get(number)!);
      if (line.length === 0) continue;
      if (runs.length === 0) first = number;
      else runs.push({ text: '\n', look: commonLook(runs.at(-1)!.look, line[0]!.look) });
      runs.push(...line);
    }
    if (runs.length === 0) return '';
    const place: KeypadPlace = first <= 5 ? 8 : first <= 9 ? 5 : 2;
    return srtDialect.write({ runs, place });
  }
}

/** The runs of a row without blanks at its ends. */
function readRow(cells: readonly (Cell | undefined)[]): TextRun[] {
  const all = Array.from(cells, (cell) => cell ?? { character: ' ', look: {} });
  const isBlank = ({ character }: Cell): boolean => character.trim() === '';
  const begin = all.findIndex((cell) => !isBlank(cell));
  if (begin === -1) return [];
  const end = all.findLastIndex((cell) => !isBlank(cell));
  const runs: { text: string; look: Look; key: string }[] = [];
  for (const cell of all.slice(begin, end + 1)) {
    const last = runs.at(-1);
    const key = JSON.stringify(cell.look);
    // A blank looks like what stands before it, or else as usual.
    if (last !== undefined && (last.key === key || isBlank(cell))) last.text += cell.character;
    else runs.push({ text: cell.character, look: cell.look, key });
  }
  runs.forEach((run, index) => {
    const next = runs[index + 1];
    if (next?.key !== '{}' || !/\s$/u.test(run.text)) return;
    const kept = run.text.trimEnd();
    next.text = run.text.slice(kept.length) + next.text;
    run.text = kept;
  });
  return runs.map(({ text, look }) => ({ text, look }));
}
