import type { Sentence } from '@core/transcript/sentence';
import { type SortingState, useTable } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useProblems, useSettings, useStudio } from '../../state/studio-context';
import {
  type ColumnId,
  columnIds,
  columnSpecs,
  isColumnSizable,
  makeSentenceColumns,
  sentenceFeatures,
} from './table-columns';

export interface SentenceRowData {
  readonly sentence: Sentence;
  /** Place in the document, from 0. */
  readonly documentIndex: number;
}

export interface ColumnLayout {
  readonly id: ColumnId;
  readonly widthPx: number;
  readonly sorted: 'ascending' | 'descending' | undefined;
}

export interface SentenceRows {
  readonly count: number;
  readonly getRow: (index: number) => SentenceRowData | undefined;
  /** Ids in the order of the table. */
  readonly ids: readonly string[];
  readonly columns: readonly ColumnLayout[];
  readonly shownIds: readonly ColumnId[];
  /** Changes with sort and filter, not with the document. */
  readonly orderKey: string;
  /** Whether the order is another one than the document's. */
  readonly isSorted: boolean;
  readonly toggleSort: (id: ColumnId) => void;
  readonly toggleShown: (id: ColumnId) => void;
  /** `undefined` takes the usual width; kept only where `isFinal`, so that a drag is kept once. */
  readonly setWidth: (id: ColumnId, widthPx: number | undefined, isFinal: boolean) => void;
}

const noSentences: readonly Sentence[] = [];

const widthsWithHours: Readonly<Record<string, number>> = Object.fromEntries(
  columnIds.flatMap((id) => {
    const { widthWithHoursPx } = columnSpecs[id];
    return widthWithHoursPx === undefined ? [] : [[id, widthWithHoursPx]];
  }),
);

/** Rows and columns of the table: what is shown in which order, as the person chose. */
export function useSentenceRows(
  sentences: readonly Sentence[] = noSentences,
  filter: string,
  hasHours: boolean,
): SentenceRows {
  const { settings } = useStudio();
  const tableColumns = useSettings(({ settings: chosen }) => chosen.tableColumns);
  const columnWidths = useSettings(({ settings: chosen }) => chosen.columnWidths);
  const [sorting, setSorting] = useState<SortingState>([]);
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({});

  const hasSpeakers = useMemo(
    () => sentences.some(({ speaker, channel }) => speaker !== undefined || channel > 0),
    [sentences],
  );
  const columnVisibility = useMemo(() => {
    // A column of blanks is shown only to those who asked for it.
    const isShown = (id: ColumnId): boolean =>
      id === 'text' || (tableColumns?.includes(id) ?? (id !== 'speaker' || hasSpeakers));
    return Object.fromEntries(columnIds.map((id) => [id, isShown(id)]));
  }, [tableColumns, hasSpeakers]);
  const columnSizing = useMemo(
    () => ({ ...(hasHours ? widthsWithHours : {}), ...columnWidths, ...dragged }),
    [hasHours, columnWidths, dragged],
  );
  const columnFilters = useMemo(
    () => (filter.trim() === '' ? [] : [{ id: 'text', value: filter }]),
    [filter],
  );

  const counting = useProblems(({ speedLimit }) => speedLimit?.counting ?? 'all');
  const tableColumnSet = useMemo(() => makeSentenceColumns(counting), [counting]);
  const table = useTable({
    features: sentenceFeatures,
    columns: tableColumnSet,
    data: sentences,
    getRowId: ({ id }) => id,
    state: { sorting, columnVisibility, columnSizing, columnFilters },
    onSortingChange: setSorting,
  });
  const { rows } = table.getRowModel();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const shown = table.getVisibleLeafColumns();
  const columns = shown.map((column): ColumnLayout => {
    const direction = sorting.find(({ id }) => id === column.id)?.desc;
    return {
      id: column.id as ColumnId,
      widthPx: Math.round(column.getSize()),
      sorted: direction === undefined ? undefined : direction ? 'descending' : 'ascending',
    };
  });
  const shownKey = columns.map(({ id }) => id).join(' ');
  // Rows get this list: a new one of the same columns would draw them all again.
  const shownIds = useMemo(() => shownKey.split(' ') as ColumnId[], [shownKey]);

  return {
    count: rows.length,
    getRow: (index) => {
      const row = rows[index];
      return row && { sentence: row.original, documentIndex: row.index };
    },
    ids,
    columns,
    shownIds,
    orderKey: JSON.stringify([sorting, filter]),
    isSorted: sorting.length > 0,
    toggleSort: (id) => table.getColumn(id)?.toggleSorting(),
    toggleShown: (id) => {
      const wanted = columnIds.filter((known) => (known === id) !== shownIds.includes(known));
      settings.getState().update({ tableColumns: wanted });
    },
    setWidth: (id, widthPx, isFinal) => {
      if (!isColumnSizable(id)) return;
      setDragged(isFinal || widthPx === undefined ? {} : { [id]: widthPx });
      if (!isFinal) return;
      const others = Object.entries({ ...columnWidths }).filter(([known]) => known !== id);
      const own = widthPx === undefined ? [] : [[id, Math.round(widthPx)] as const];
      settings.getState().update({ columnWidths: Object.fromEntries([...others, ...own]) });
    },
  };
}
