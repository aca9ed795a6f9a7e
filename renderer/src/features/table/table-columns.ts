import { measureSpeed } from '@core/qc/measure-speed';
import type { MessageKey } from '@core/messages/catalogue';
import type { Counting } from '@core/qc/reading-units';
import type { Sentence } from '@core/transcript/sentence';
import {
  columnSizingFeature,
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { matchesFilter } from '../../lib/match-filter';
import { createSparingFilteredRowModel, createStableRowModel } from './stable-row-model';

/** Columns in the order of the table. */
export const columnIds = ['index', 'begin', 'end', 'duration', 'speed', 'speaker', 'text'] as const;

export type ColumnId = (typeof columnIds)[number];

/** What can be edited as a timecode. */
export type TimeColumnId = 'begin' | 'end';

interface ColumnSpec {
  readonly label: MessageKey;
  /** What the head says where the label is too long for it. */
  readonly shortLabel: MessageKey;
  readonly widthPx: number;
  /** Where times have hours. */
  readonly widthWithHoursPx?: number;
  readonly minWidthPx: number;
  readonly isNumeric: boolean;
}

export const columnSpecs: Readonly<Record<ColumnId, ColumnSpec>> = {
  index: {
    label: 'table.column.index',
    shortLabel: 'table.column.index.short',
    widthPx: 40,
    minWidthPx: 32,
    isNumeric: true,
  },
  begin: {
    label: 'table.column.begin',
    shortLabel: 'table.column.begin.short',
    widthPx: 74,
    widthWithHoursPx: 94,
    minWidthPx: 56,
    isNumeric: true,
  },
  end: {
    label: 'table.column.end',
    shortLabel: 'table.column.end.short',
    widthPx: 74,
    widthWithHoursPx: 94,
    minWidthPx: 56,
    isNumeric: true,
  },
  duration: {
    label: 'table.column.duration',
    shortLabel: 'table.column.duration.short',
    widthPx: 52,
    minWidthPx: 40,
    isNumeric: true,
  },
  speed: {
    label: 'table.column.speed',
    shortLabel: 'table.column.speed.short',
    widthPx: 48,
    minWidthPx: 40,
    isNumeric: true,
  },
  speaker: {
    label: 'table.column.speaker',
    shortLabel: 'table.column.speaker.short',
    widthPx: 92,
    minWidthPx: 48,
    isNumeric: false,
  },
  text: {
    label: 'table.column.text',
    shortLabel: 'table.column.text.short',
    widthPx: 240,
    minWidthPx: 160,
    isNumeric: false,
  },
};

/** Wider than any screen shows with use; keeps a slip of the mouse from losing the other columns. */
export const maxWidthPx = 480;

/** The text takes the room that the others leave, so that it has no width of its own. */
export function isColumnSizable(id: ColumnId): boolean {
  return id !== 'text';
}

export const sentenceFeatures = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  coreRowModel: createStableRowModel,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createSparingFilteredRowModel,
});

const helper = createColumnHelper<typeof sentenceFeatures, Sentence>();

function column(id: ColumnId, valueOf: (sentence: Sentence, index: number) => number | string) {
  const { widthPx, minWidthPx } = columnSpecs[id];
  const compareText = new Intl.Collator(undefined, { numeric: true });
  return helper.accessor(valueOf, {
    id,
    size: widthPx,
    minSize: minWidthPx,
    maxSize: maxWidthPx,
    enableHiding: id !== 'text',
    sortDescFirst: false,
    sortFn: (left, right, columnId) => {
      const [one, other] = [left.getValue(columnId), right.getValue(columnId)];
      if (typeof one === 'number' && typeof other === 'number') return compareNumbers(one, other);
      return compareText.compare(String(one), String(other));
    },
    // The one filter of the table looks at text and speaker, and is set on the text's column.
    filterFn: (row, _columnId, filter) => matchesFilter(row.original, String(filter)),
  });
}

/** Infinities are equal here, while their difference is no number. */
function compareNumbers(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

/** @param counting what counts of a text for its speed */
export function makeSentenceColumns(counting: Counting) {
  // Only the order of the speeds counts here.
  const limit = { mostPerSecond: Infinity, counting };
  return helper.columns([
    // The place in the document never changes faster than its order by time.
    column('index', ({ beginMs }) => beginMs),
    column('begin', ({ beginMs }) => beginMs),
    column('end', ({ endMs }) => endMs),
    column('duration', ({ beginMs, endMs }) => endMs - beginMs),
    column('speed', (sentence) => measureSpeed(sentence, limit).charactersPerSecond),
    column('speaker', ({ speaker, channel }) => speaker ?? (channel > 0 ? String(channel) : '')),
    column('text', ({ text }) => text),
  ]);
}
