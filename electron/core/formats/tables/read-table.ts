import { chooseCueLimits } from '../../cues/cue-limits';
import { StudioError } from '../../errors/studio-error';
import { nameFrameRate } from '../../timing/frame-rate';
import type { FileCue } from '../build-document';
import { estimateDurationMs } from '../estimate-duration';
import type { ReadHints, Repair } from '../format';
import { type Column, type ColumnKind, findColumns, type TimeUnit } from './find-columns';
import type { TableRow } from './parse-rows';
import {
  findMeaning,
  parseTableTimes,
  resolveTime,
  type TableTime,
  type TimeMeaning,
} from './table-times';

/** A row of which the times are still to be understood. */
interface TimedRow {
  readonly row: TableRow;
  readonly begin: TableTime | undefined;
  readonly end: TableTime | undefined;
  readonly duration: TableTime | undefined;
}

/**
 * The cues of a table [FM54]. A row without an end lasts until the next one, one without any time follows
 * the row above it; what no column is known for is kept in the settings of the cue by its column's name.
 *
 * @throws StudioError `text/unreadable` where no column holds times
 */
export function readTable(
  rows: readonly TableRow[],
  { language = 'und', fps }: ReadHints,
  repairs: Repair[],
): FileCue[] {
  if (rows.length === 0) return [];
  const found = findColumns(rows);
  if (found === undefined) {
    throw new StudioError('text/unreadable', 'no column of times', {
      data: { reason: 'no column holds times beside text' },
    });
  }
  const { columns, headRows, hasHeader } = found;
  for (const { line, cells } of rows.slice(0, hasHeader ? headRows - 1 : headRows)) {
    repairs.push({ code: 'stray-text-dropped', line, before: cells.join(' ').trim() });
  }
  const at = (kind: ColumnKind): number => columns.findIndex((column) => column.kind === kind);
  const places = {
    begin: at('begin') === -1 ? at('time') : at('begin'),
    end: at('end'),
    duration: at('duration'),
    speaker: at('speaker'),
    channel: at('channel'),
    text: at('text'),
  };
  const timed = rows.slice(headRows).map((given): TimedRow => {
    const row = { ...given, cells: takeRest(given, columns, repairs) };
    const [begin, rangeEnd] = readTimes(row, columns, places.begin);
    const [end = rangeEnd] = readTimes(row, columns, places.end);
    const [duration] = readTimes(row, columns, places.duration);
    return { row, begin, end, duration };
  });
  const meaning = findMeaning(timed, fps);
  if (meaning.isRateAssumed) {
    const framed = timed.find(({ begin, end, duration }) =>
      [begin, end, duration].some((time) => time?.kind === 'frames'),
    );
    const after = nameFrameRate(meaning.rate);
    repairs.push({ code: 'rate-assumed', line: framed?.row.line ?? 1, after });
  }
  return makeCues(timed, meaning, { columns, places, language, repairs });
}

/**
 * A row with no more cells than there are columns: what stands behind the last one is of its text, which
 * nobody put in quotes, or is told to be left out.
 */
function takeRest(
  { line, cells, delimiter = '\t' }: TableRow,
  columns: readonly Column[],
  repairs: Repair[],
): readonly string[] {
  const rest = cells.slice(columns.length);
  if (rest.every((cell) => cell.trim() === '')) return cells;
  const before = rest.join(delimiter);
  const last = columns.length - 1;
  if (columns[last]?.kind !== 'text') {
    repairs.push({ code: 'stray-text-dropped', line, before });
    return cells;
  }
  const text = cells.slice(last).join(delimiter);
  repairs.push({ code: 'cells-joined', line, before, after: text });
  return cells.with(last, text);
}

function readTimes(
  { cells }: TableRow,
  columns: readonly Column[],
  place: number,
): readonly (TableTime | undefined)[] {
  if (place === -1) return [];
  const times = parseTableTimes(cells[place] ?? '') ?? [];
  return times.map((time) => applyUnit(time, columns[place]!.unit));
}

function applyUnit(time: TableTime | undefined, unit: TimeUnit | undefined): TableTime | undefined {
  if (unit === undefined || time?.kind !== 'number') return time;
  return { kind: 'clock', ms: Math.round(unit === 'ms' ? time.value : time.value * 1000) };
}

function makeCues(
  rows: readonly TimedRow[],
  meaning: TimeMeaning,
  table: {
    readonly columns: readonly Column[];
    readonly places: Readonly<Record<'begin' | 'speaker' | 'channel' | 'text', number>>;
    readonly language: string;
    readonly repairs: Repair[];
  },
): FileCue[] {
  const { columns, places, language, repairs } = table;
  const resolve = (time: TableTime | undefined): number | undefined =>
    time === undefined ? undefined : resolveTime(time, meaning);
  const textOf = ({ row }: TimedRow): string => row.cells[places.text] ?? '';
  const limits = chooseCueLimits(language, rows.slice(0, 200).map(textOf).join('\n'));
  const cues: FileCue[] = [];
  rows.forEach((timedRow, index) => {
    const { row, begin, end, duration } = timedRow;
    const { line, cells } = row;
    const text = textOf(timedRow);
    const givenMs = resolve(begin);
    if (givenMs === undefined) {
      if (text.trim() === '') {
        repairs.push({ code: 'stray-text-dropped', line, before: cells.join(' ').trim() });
        return;
      }
      const before = cells[places.begin] ?? '';
      repairs.push({ code: 'time-estimated', line, ...(before === '' ? undefined : { before }) });
    }
    const beginMs = givenMs ?? cues.at(-1)?.endMs ?? 0;
    const lengthMs = resolve(duration);
    const nextMs = resolve(rows[index + 1]?.begin);
    const endMs =
      resolve(end) ??
      (lengthMs === undefined ? undefined : beginMs + lengthMs) ??
      (nextMs !== undefined && nextMs > beginMs
        ? nextMs
        : beginMs + estimateDurationMs(text, limits));
    const speaker = places.speaker === -1 ? '' : (cells[places.speaker] ?? '');
    const channel = Number(places.channel === -1 ? 0 : (cells[places.channel] ?? 0));
    const settings = Object.fromEntries(
      cells.flatMap((value, index) => {
        const column = columns[index];
        const isKnown = column?.kind !== undefined || column?.language !== undefined;
        return value === '' || column === undefined || isKnown
          ? []
          : [[column.name, value] as const];
      }),
    );
    const secondTexts = readSecondTexts(cells, columns);
    cues.push({
      ...{ line, beginMs, endMs, text },
      ...(speaker.trim() === '' ? undefined : { speaker }),
      ...(Number.isInteger(channel) && channel > 0 ? { channel } : undefined),
      ...(Object.keys(settings).length === 0 ? undefined : { settings }),
      ...(secondTexts === undefined ? undefined : { secondTexts }),
    });
  });
  return cues;
}

/** Of two columns of one language the first that says something counts. */
function readSecondTexts(
  cells: readonly string[],
  columns: readonly Column[],
): Readonly<Record<string, string>> | undefined {
  let texts: Record<string, string> | undefined;
  for (const [index, { language }] of columns.entries()) {
    const text = cells[index] ?? '';
    if (language !== undefined && text.trim() !== '') (texts ??= {})[language] ??= text;
  }
  return texts;
}
