import { strFromU8, unzipSync } from 'fflate';
import { describeThrown, StudioError } from '../../errors/studio-error';
import type { FileCue } from '../build-document';
import type { ReadHints, Repair } from '../format';
import { srtDialect } from '../markup/srt-dialect';
import { findColumns } from '../tables/find-columns';
import type { TableRow } from '../tables/parse-rows';
import { readTable } from '../tables/read-table';
import { readTxt } from '../txt/read-txt';
import { type DocxPart, readBody, readPlain } from './read-body';

const mainPart = /^word\/document\d*\.xml$/u;
/** Far more than text is ever packed by; a ZIP that says more is made to fill the memory. */
const mostRatio = 200;
/** A book has a hundredth of it. */
const mostBytes = 2 ** 27;

/**
 * The cues of a Word document [FM62]: the rows of its table, if it has one of times and texts, else its
 * paragraphs. Lines are counted by paragraphs and rows.
 *
 * @throws StudioError `text/unreadable` where it is no such document, or damaged
 */
export function readDocx(bytes: Uint8Array, hints: ReadHints, repairs: Repair[]): FileCue[] {
  const parts = openBody(bytes);
  const rows = parts.flatMap((part, index) =>
    part.kind === 'row' ? [{ line: index + 1, cells: part.cells }] : [],
  );
  const plainRows = rows.map(({ line, cells }): TableRow => ({
    line,
    cells: cells.map(readPlain),
  }));
  const columns = findColumns(plainRows)?.columns;
  if (columns === undefined) {
    return readTxt(listLines(parts).join('\n'), hints.language ?? 'und', repairs);
  }
  const textsAt = columns.flatMap(({ kind, language }, at) =>
    kind === 'text' || language !== undefined ? [at] : [],
  );
  const marked = rows.map(({ line, cells }, index): TableRow => {
    let marked = plainRows[index]!.cells;
    for (const at of textsAt) {
      const cell = cells[at];
      // Only what is shown has a look; names of columns are bold in their own right.
      if (cell === undefined || columns[at]!.name === marked[at]) continue;
      marked = marked.with(at, srtDialect.write({ runs: cell.runs }));
    }
    return { line, cells: marked };
  });
  parts.forEach((part, index) => {
    const before = part.kind === 'paragraph' ? readPlain(part.text) : '';
    if (before.trim() === '') return;
    repairs.push({ code: 'stray-text-dropped', line: index + 1, before });
  });
  return readTable(marked, hints, repairs);
}

function listLines(parts: readonly DocxPart[]): readonly string[] {
  return parts.map((part) =>
    part.kind === 'paragraph' ? readPlain(part.text) : part.cells.map(readPlain).join('\t'),
  );
}

function openBody(bytes: Uint8Array): readonly DocxPart[] {
  try {
    const most = Math.min(mostBytes, bytes.length * mostRatio);
    let isFound = false;
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // Of any number of parts with such a name the first one is unpacked, and no other.
        const isWanted = !isFound && mainPart.test(name) && originalSize <= most;
        isFound ||= isWanted;
        return isWanted;
      },
    });
    const [main] = Object.values(files);
    if (main === undefined) throw new Error('it has no text of a Word document');
    return readBody(strFromU8(main));
  } catch (cause) {
    const reason = describeThrown(cause);
    throw new StudioError('text/unreadable', `not a Word document: ${reason}`, {
      data: { reason },
      cause,
    });
  }
}
