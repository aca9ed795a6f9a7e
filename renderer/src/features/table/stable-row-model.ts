import {
  constructRow,
  type Row,
  type RowModel,
  type Table,
  type TableFeatures,
} from '@tanstack/react-table';
import type { Sentence } from '@core/transcript/sentence';

/**
 * The first row model of the table, which keeps the rows of sentences that did not change. The
 * library's own makes every row anew for each edit: a tenth of a second at 20,000 sentences.
 */
export function createStableRowModel<Features extends TableFeatures>(
  table: Table<Features, Sentence>,
): () => RowModel<Features, Sentence> {
  let sentences: readonly Sentence[] | undefined;
  let known = new Map<string, Row<Features, Sentence>>();
  let model: RowModel<Features, Sentence> = { rows: [], flatRows: [], rowsById: {} };
  return () => {
    const { data } = table.options;
    if (data === sentences) return model;
    sentences = data;
    const next = new Map<string, Row<Features, Sentence>>();
    const rowsById: Record<string, Row<Features, Sentence>> = {};
    const rows = data.map((sentence, index) => {
      const { id } = sentence;
      let row = known.get(id);
      if (row?.original === sentence) row.index = index;
      else row = constructRow(table, id, sentence, index, 0);
      next.set(id, row);
      rowsById[id] = row;
      return row;
    });
    known = next;
    model = { rows, flatRows: rows, rowsById };
    return model;
  };
}
