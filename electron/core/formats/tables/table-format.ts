import { z } from 'zod';
import { formatTimecode } from '../../timing/timecode';
import { makeSecondTextId } from '../../records/kinds/second-text-kind';
import type { Sentence } from '../../transcript/sentence';
import { buildDocument, findLineEnding, sortRepairs } from '../build-document';
import { defineFormat } from '../define-format';
import type { Repair, TranscriptFormat } from '../format';
import type { FormatDocument } from '../format-document';
import { chooseTimecode, dropFrame, fps } from '../frame-options';
import { option } from '../option-fields';
import { spokenCueOptions } from '../timed-text';
import { findColumns, nameTextColumn } from './find-columns';
import {
  type Delimiter,
  dropFormulaGuard,
  findDelimiter,
  parseRows,
  type TableRow,
  writeCell,
} from './parse-rows';
import { formatMarkers } from './premiere-markers';
import { readTable } from './read-table';

const tableOptions = z.object({
  speakers: spokenCueOptions.shape.speakers,
  words: spokenCueOptions.shape.words,
  columns: option(z.enum(['transcript', 'premiere']).default('transcript'), {
    label: ['Columns', '列'],
    choices: {
      transcript: ['Transcript', '文字稿'],
      premiere: ['Markers of Premiere Pro', 'Premiere Pro 标记'],
    },
  }),
  fps,
  dropFrame,
});

interface Row {
  readonly beginMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly sentence: Sentence;
}

const formatTime = (timeMs: number): string => formatTimecode(timeMs, '.');

/** A document as a table in delimited text [FM53], one row for each sentence, or each word. */
export function formatTable(
  document: FormatDocument,
  {
    format,
    delimiter,
    speakers = true,
    words = false,
  }: {
    readonly format: string;
    readonly delimiter: Delimiter;
    readonly speakers?: boolean;
    readonly words?: boolean;
  },
): string {
  const { sentences } = document;
  // Of a word by itself there is no translation.
  const secondTexts = words ? [] : (document.secondTexts ?? []);
  const hasChannels = sentences.some(({ channel }) => channel > 0);
  const settingsOf = ({ source }: Sentence): Readonly<Record<string, string>> =>
    source?.format === format ? source.settings : {};
  const extras = [...new Set(sentences.flatMap((sentence) => Object.keys(settingsOf(sentence))))];
  const rows = sentences.flatMap((sentence): readonly Row[] =>
    words
      ? sentence.words.map(({ before, text, after, beginMs, endMs }) => {
          return { beginMs, endMs, text: before + text + after, sentence };
        })
      : [{ beginMs: sentence.beginMs, endMs: sentence.endMs, text: sentence.text, sentence }],
  );
  const languages = [...new Set(secondTexts.map(({ language }) => language))].toSorted();
  const others = new Map(
    secondTexts.map(({ sentenceId, language, text }) => [
      makeSecondTextId(sentenceId, language),
      text,
    ]),
  );
  const header = [
    ...['start', 'end'],
    ...(hasChannels ? ['channel'] : []),
    ...(speakers ? ['speaker'] : []),
    ...['text', ...languages.map(nameTextColumn), ...extras],
  ];
  const lines = rows.map(({ beginMs, endMs, text, sentence }) => [
    ...[formatTime(beginMs), formatTime(endMs)],
    ...(hasChannels ? [String(sentence.channel)] : []),
    ...(speakers ? [sentence.speaker ?? ''] : []),
    text,
    ...languages.map((language) => others.get(makeSecondTextId(sentence.id, language)) ?? ''),
    ...extras.map((name) => settingsOf(sentence)[name] ?? ''),
  ]);
  return [header, ...lines]
    .map((cells) => `${cells.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\n`)
    .join('');
}

const hasHeader = (rows: readonly TableRow[]): boolean => findColumns(rows)?.hasHeader === true;

/** A row of the registry for tables whose cells a character stands between. */
export function defineTableFormat(
  spec: Pick<TranscriptFormat, 'id' | 'name' | 'about' | 'programs'> & {
    readonly extension: `.${string}`;
    readonly mediaType: string;
    readonly delimiter: Delimiter;
    /** Those by which a file without a name is known. */
    readonly ownDelimiters: readonly Delimiter[];
  },
): TranscriptFormat {
  const { id: format, name, about, programs, extension } = spec;
  const { mediaType, delimiter, ownDelimiters } = spec;
  return defineFormat({
    id: format,
    name,
    about,
    purpose: 'data',
    programs,
    extensions: [extension],
    mediaTypes: [mediaType],
    unit: 'sentence',
    options: tableOptions,
    holds: {
      ...{ times: true, speakers: true, channels: true, blanks: true, markup: true },
      secondTexts: true,
    },
    repairTexts: {
      'cells-joined': [
        'The row has more cells than the table has columns; they were joined to its text.',
        '这一行的单元格多于表格的列，多出的内容已并入文本。',
      ],
      'quote-unclosed': [
        'A quotation mark is never closed; it was taken as a character.',
        '引号没有成对，已当作普通字符。',
      ],
      'rate-assumed': [
        'The times count frames, and nothing says how many a second has; this many were taken.',
        '时间按帧计，但没有写明帧率，已按此帧率计算。',
      ],
      'time-estimated': [
        'The row has no times that can be read; they were estimated.',
        '这一行没有可识别的时间，已估算。',
      ],
    },
    recognise({ text = '' }) {
      const beginning = text.slice(0, 4000).replace(/^\ufeff/u, '');
      const found = findDelimiter(beginning, hasHeader);
      if (!ownDelimiters.includes(found)) return 0;
      return hasHeader(parseRows(beginning, found, [])) ? 0.75 : 0;
    },
    read(input, hints) {
      const { language = 'und' } = hints;
      const text = String(input);
      const repairs: Repair[] = [];
      const body = text.replace(/^\ufeff/u, '');
      const rows = parseRows(body, findDelimiter(body, hasHeader), repairs).map(
        (row): TableRow => ({ ...row, cells: row.cells.map(dropFormulaGuard) }),
      );
      const cues = readTable(rows, hints, repairs);
      const source = { format, lineEnding: findLineEnding(text), hasLines: true };
      const built = buildDocument(cues, { language, source, formatTime });
      return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
    },
    lossTexts: {
      'marker-lines': ['the line breaks of {count} {count|text|texts}', '{count} 条文字的换行'],
    },
    timecode: (document, options) =>
      options.columns === 'premiere' ? chooseTimecode(document, options) : undefined,
    write: (document, { columns, fps: rate, dropFrame: drops, ...options }) =>
      columns === 'premiere'
        ? formatMarkers(
            document,
            { ...options, fps: rate, dropFrame: drops },
            { delimiter, format },
          )
        : {
            content: formatTable(document, { format, delimiter, ...options }),
            losses: options.words
              ? [{ code: 'second-texts', count: document.secondTexts?.length ?? 0 }].filter(
                  ({ count }) => count > 0,
                )
              : [],
          },
  });
}
