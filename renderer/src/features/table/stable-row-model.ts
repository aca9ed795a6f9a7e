import {
  constructRow,
  createFilteredRowModel,
  type Row,
  type RowModel,
  type Table,
  type TableFeatures,
} from '@tanstack/react-table';
import type { Sentence } from '@core/transcript/sentence';

/**
 * The first row model of the table, which keeps the rows of sentences that did not change. The
 * library's own makes every row anew for each edit: a tenth of a second at 20,000 sentences. An edit
 * changes one stretch of the list, so only that stretch is looked at one by one.
 */
export function createStableRowModel<Features extends TableFeatures>(
  table: Table<Features, Sentence>,
): () => RowModel<Features, Sentence> {
  type SentenceRow = Row<Features, Sentence>;
  let sentences: readonly Sentence[] = [];
  let model = makeModel<Features>([]);
  return () => {
    const { data } = table.options;
    if (data === sentences) return model;
    const before = model.rows;
    const { begin, endBefore, end } = findChangedStretch(sentences, data);
    const known = new Map<string, SentenceRow>();
    for (const row of before.slice(begin, endBefore)) known.set(row.id, row);
    const changed = data.slice(begin, end).map((sentence, place) => {
      const row = known.get(sentence.id);
      if (row?.original !== sentence) {
        return constructRow(table, sentence.id, sentence, begin + place, 0);
      }
      row.index = begin + place;
      return row;
    });
    const rows = before.slice(0, begin).concat(changed, before.slice(endBefore));
    if (end !== endBefore) for (let at = end; at < rows.length; at += 1) rows[at]!.index = at;
    sentences = data;
    model = makeModel(rows);
    return model;
  };
}

/** As the library's filter, which touches every row even where nothing is filtered. */
export function createSparingFilteredRowModel<Features extends TableFeatures>(
  table: Table<Features, Sentence>,
): () => RowModel<Features, Sentence> {
  const filter = createFilteredRowModel<Features, Sentence>()(table);
  return () => {
    // The table is generic over its features; that filters are among them is why this is here.
    const { columnFilters = [] } = table.options.state as { columnFilters?: readonly unknown[] };
    return columnFilters.length === 0 ? table.getPreFilteredRowModel() : filter();
  };
}

interface ChangedStretch {
  readonly begin: number;
  /** Where it ended in the list before. */
  readonly endBefore: number;
  /** Where it ends now. */
  readonly end: number;
}

function findChangedStretch(
  before: readonly Sentence[],
  after: readonly Sentence[],
): ChangedStretch {
  const least = Math.min(before.length, after.length);
  let begin = 0;
  while (begin < least && before[begin] === after[begin]) begin += 1;
  let same = 0;
  while (same < least - begin && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { begin, endBefore: before.length - same, end: after.length - same };
}

/** Rows by id are asked for by none of the window: they are put together for who does. */
function makeModel<Features extends TableFeatures>(
  rows: Row<Features, Sentence>[],
): RowModel<Features, Sentence> {
  let rowsById: Record<string, Row<Features, Sentence>> | undefined;
  return {
    rows,
    flatRows: rows,
    get rowsById() {
      rowsById ??= Object.fromEntries(rows.map((row) => [row.id, row]));
      return rowsById;
    },
  };
}
