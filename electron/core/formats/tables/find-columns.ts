import type { TableRow } from './parse-rows';
import { parseTableTimes } from './table-times';

export type ColumnKind = 'begin' | 'end' | 'time' | 'duration' | 'speaker' | 'channel' | 'text';
/** In what a time without colons is given. */
export type TimeUnit = 'ms' | 's';

export interface Column {
  /** Absent for a column that means nothing here and is kept as it is. */
  readonly kind?: ColumnKind;
  readonly name: string;
  readonly unit?: TimeUnit;
  /** Tag of the language of which it holds second texts. */
  readonly language?: string;
}

export interface Columns {
  readonly columns: readonly Column[];
  /** How many rows stand before the first cue; the last of them names the columns, if they have names. */
  readonly headRows: number;
  readonly hasHeader: boolean;
}

const kindNames: Readonly<Record<ColumnKind, string>> = {
  begin:
    'start starttime starts begin begintime in timein intime intimecode timecodein tcin inpoint from ' +
    '开始 开始时间 开始时间码 起始 起始时间 起 起点 入点 入点时间码 開始 開始時間 起始時間 入點 開始時刻',
  end:
    'end endtime ends stop stoptime finish out timeout outtime outtimecode timecodeout tcout outpoint to ' +
    '结束 结束时间 结束时间码 终止 终止时间 止 终点 出点 出点时间码 結束 結束時間 終了 終了時間 出點 終了時刻',
  time:
    'time times timecode timecodes timestamp timestamps timerange timing ' +
    '时间 时间码 时间轴 时间戳 時間 時間碼 時間軸 タイムコード',
  duration: 'duration dur length 时长 持续时间 长度 時長 長度',
  speaker:
    'speaker speakers speakername name actor character who voice role ' +
    '说话人 说话者 发言人 讲话人 讲者 角色 人物 姓名 說話人 發言人 話者',
  channel: 'channel 声道 聲道',
  text:
    'text subtitle subtitles caption captions content dialogue dialog transcript transcription sentence ' +
    'line words payload original source 文本 文字 字幕 字幕内容 内容 台词 对白 原文 正文 句子 文稿 內容 台詞 對白 テキスト',
};
const kindsByName = new Map(
  Object.entries(kindNames).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as ColumnKind] as const),
  ),
);
const units: ReadonlyMap<string, TimeUnit> = new Map([
  ['ms', 'ms'],
  ['millis', 'ms'],
  ['milliseconds', 'ms'],
  ['毫秒', 'ms'],
  ['s', 's'],
  ['sec', 's'],
  ['secs', 's'],
  ['seconds', 's'],
  ['秒', 's'],
]);
/** Titles and notes may stand above the names of the columns. */
const mostHeadRows = 10;

/** Without names; a table of cues has fewer. */
const mostColumns = 100;

/** What the columns of a table hold [FM54]: by their names, or else by what stands in them. */
export function findColumns(rows: readonly TableRow[]): Columns | undefined {
  for (const [index, { cells }] of rows.slice(0, mostHeadRows).entries()) {
    const columns = readHeader(cells);
    if (columns !== undefined) return { columns, headRows: index + 1, hasHeader: true };
  }
  return guessColumns(rows);
}

function readHeader(cells: readonly string[]): readonly Column[] | undefined {
  const seen = new Set<ColumnKind>();
  const columns = cells.map((cell, index): Column => {
    const { key, unit } = readName(cell);
    const kind = kindsByName.get(key);
    const name = cell.trim() === '' ? `column ${index + 1}` : cell.trim();
    // A second column of a kind is one of a translation, or of whatever else.
    const language = kind === undefined ? readLanguage(cell) : undefined;
    if (language !== undefined && seen.has('text')) return { name, language };
    if (kind === undefined || seen.has(kind)) return { name };
    seen.add(kind);
    return { kind, name, ...(unit === undefined ? undefined : { unit }) };
  });
  const isTimed = seen.has('begin') || seen.has('time');
  if (!isTimed || !(seen.has('text') || seen.has('end'))) return undefined;
  // Beside a begin, a further time says something else.
  const clear = seen.has('begin')
    ? columns.map((column) => (column.kind === 'time' ? { name: column.name } : column))
    : columns;
  const named = withText(clear, seen);
  return named === undefined ? undefined : nameApart(named);
}

/** A tag alone, or behind what says that it is a text: `de`, `text:zh-Hant`, `translation (fr)`. */
const tagged =
  /^(?:(?:text|translation|译文|翻译)\s*[:：(（[]\s*)?([a-z]{2,3}(?:-[a-z\d]{2,8})*)\s*[)）\]]?$/iu;
/** Tags that are more often another word. */
const otherWords = new Set([
  'id',
  'no',
  'nr',
  'in',
  'out',
  'is',
  'to',
  'end',
  'tag',
  'key',
  'url',
  'fps',
  'row',
]);

/** Of which language a column is, by its name; undefined for any other. */
function readLanguage(cell: string): string | undefined {
  const [whole = '', tag = ''] = tagged.exec(cell.normalize('NFKC').trim()) ?? [];
  if (whole === '') return undefined;
  // Two letters, or a further part, are a tag; three alone may be any word.
  const isBare = whole === tag;
  if (isBare && (otherWords.has(tag.toLowerCase()) || /^[a-z]{3}$/iu.test(tag))) return undefined;
  return tag;
}

/** What a column of second texts is called, so that it is read as one. */
export function nameTextColumn(language: string): string {
  return readLanguage(language) === language ? language : `text:${language}`;
}

/** Columns that mean nothing here are kept by their names, of which no two may be one. */
function nameApart(columns: readonly Column[]): readonly Column[] {
  const taken = new Set<string>();
  /** From which number on a name is free: a line of a thousand columns of one name asks for each once. */
  const free = new Map<string, number>();
  return columns.map((column): Column => {
    if (column.kind !== undefined || column.language !== undefined) return column;
    let { name } = column;
    let number = free.get(column.name) ?? 2;
    for (; taken.has(name); number++) name = `${column.name} ${number}`;
    free.set(column.name, number);
    taken.add(name);
    return name === column.name ? column : { ...column, name };
  });
}

/** Without a name that is known, the last column that has none of the others holds the text. */
function withText(
  columns: readonly Column[],
  seen: ReadonlySet<ColumnKind>,
): readonly Column[] | undefined {
  if (seen.has('text')) return columns;
  const at = columns.findLastIndex(({ kind }) => kind === undefined);
  return at === -1 ? undefined : columns.with(at, { kind: 'text', name: columns[at]!.name });
}

function readName(cell: string): { readonly key: string; readonly unit: TimeUnit | undefined } {
  const parts = cell
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-.:()[\]/]+/u)
    .filter((part) => part !== '');
  const unit = parts.length > 1 ? units.get(parts.at(-1)!) : undefined;
  return { key: (unit === undefined ? parts : parts.slice(0, -1)).join(''), unit };
}

/** Of a table without names: times, an optional speaker, and the text as the last column. */
function guessColumns(rows: readonly TableRow[]): Columns | undefined {
  const width = Math.min(
    mostColumns,
    Math.max(0, ...rows.slice(0, 100).map(({ cells }) => cells.length)),
  );
  const sample = rows.slice(0, 100);
  const isMost = (index: number, is: (cell: string, row: number) => boolean): boolean =>
    sample.filter(({ cells }, row) => is(cells[index] ?? '', row)).length * 2 > sample.length;
  const columns: Column[] = [];
  const times: ColumnKind[] = [];
  for (let index = 0; index < width; index++) {
    const first = Number(sample[0]?.cells[index] ?? Number.NaN);
    if (isMost(index, (cell, row) => cell.trim() === String(first + row)) && first <= 1) {
      columns.push({ name: '#' });
    } else if (isMost(index, (cell) => parseTableTimes(cell) !== undefined) && times.length < 2) {
      times.push(times.length === 0 ? 'time' : 'end');
      columns.push({ kind: times.at(-1)!, name: times.at(-1)! });
    } else columns.push({ name: `column ${index + 1}` });
  }
  const text = columns.findLastIndex(({ kind }) => kind === undefined);
  if (times.length === 0 || text === -1 || columns[text]!.name === '#') return undefined;
  columns[text] = { kind: 'text', name: 'text' };
  const speaker = columns.findLastIndex(
    ({ kind, name }, index) => index < text && kind === undefined && name !== '#',
  );
  if (speaker !== -1) columns[speaker] = { kind: 'speaker', name: 'speaker' };
  return { columns, headRows: 0, hasHeader: false };
}
