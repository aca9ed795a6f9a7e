import { strToU8, zipSync } from 'fflate';
import { nameTextColumn } from '../tables/find-columns';
import { formatTimecode } from '../../timing/timecode';
import type { FormatDocument } from '../format-document';
import { formatTxt } from '../txt';
import { listParagraphs } from '../txt/list-paragraphs';
import {
  contentTypes,
  documentRelations,
  makeDocument,
  makeStyles,
  packageRelations,
} from './package-parts';
import { primaryTag } from './primary-tag';
import { findScript, type Script, writeMarkedRuns, writeParagraph, writeRun } from './write-runs';

export type DocxLayout = 'table' | 'reading' | 'side-by-side';

/** Where times stand in a text for reading. */
type DocxTimes = 'none' | 'paragraph' | 'sentence';

interface Column {
  readonly title: string;
  /** In twentieths of a point. */
  readonly width: number;
  /** Runs of each row. */
  readonly cells: readonly string[];
}

const portraitWidth = 9638;
const landscapeWidth = 14_570;
const timeWidth = 1500;
const speakerWidth = 1500;
const grey = '#808080';
const plain: Script = { isEastAsian: false, isRightToLeft: false };

/** A document for Word [FM61]. */
export function writeDocx(
  document: FormatDocument,
  options: { readonly layout: DocxLayout; readonly speakers: boolean; readonly times: DocxTimes },
): Uint8Array<ArrayBuffer> {
  const { layout } = options;
  const body =
    layout === 'reading'
      ? writeReadingCopy(document, options)
      : writeTable(document, options.speakers, layout === 'side-by-side');
  // A ZIP has times; without a clock there is one for all.
  const mtime = new Date(1980, 0, 1);
  const zipped = zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes),
      '_rels/.rels': strToU8(packageRelations),
      'word/_rels/document.xml.rels': strToU8(documentRelations),
      'word/styles.xml': strToU8(makeStyles(document.language)),
      'word/document.xml': strToU8(makeDocument(body, layout === 'side-by-side')),
    },
    { mtime },
  );
  return new Uint8Array(zipped);
}

/** Paragraphs for reading, each with its time and speaker. */
function writeReadingCopy(
  document: FormatDocument,
  { speakers, times }: { readonly speakers: boolean; readonly times: DocxTimes },
): string {
  const script = findScript(document.language);
  if (times === 'sentence') {
    const lines = formatTxt(document, { speakers, times }).split('\n').slice(0, -1);
    return [
      ...lines.map((line) => writeParagraph(writeRun(line, {}, script), script)),
      '<w:p/>',
    ].join('');
  }
  const paragraphs = listParagraphs(document, speakers).map(
    ({ beginMs, speaker, isTurn, text }) => {
      const clock = formatTimecode(beginMs, '.').slice(0, -'.000'.length);
      const runs =
        (times === 'paragraph' ? writeRun(`[${clock}] `, { color: grey }, plain) : '') +
        (speakers && isTurn && speaker !== ''
          ? writeRun(`${speaker}: `, { bold: true }, script)
          : '') +
        writeRun(text, {}, script);
      return writeParagraph(runs, script, 160);
    },
  );
  return paragraphs.length === 0 ? '<w:p/>' : paragraphs.join('');
}

/** A row for each sentence; side by side with its texts in other languages, or room for one. */
function writeTable(document: FormatDocument, speakers: boolean, isWide: boolean): string {
  const { sentences, language } = document;
  const isChinese = primaryTag(language) === 'zh';
  const title = (english: string, chinese: string): string => (isChinese ? chinese : english);
  const script = findScript(language);
  const writeTime = (timeMs: number): string => writeRun(formatTimecode(timeMs, '.'), {}, plain);
  const isNamed = speakers && sentences.some(({ speaker }) => speaker !== undefined);
  const fixed: Column[] = [
    {
      title: title('Start', '开始'),
      width: timeWidth,
      cells: sentences.map(({ beginMs }) => writeTime(beginMs)),
    },
    {
      title: title('End', '结束'),
      width: timeWidth,
      cells: sentences.map(({ endMs }) => writeTime(endMs)),
    },
    ...(isNamed
      ? [
          {
            title: title('Speaker', '说话人'),
            width: speakerWidth,
            cells: sentences.map(({ speaker = '' }) => writeRun(speaker, {}, script)),
          },
        ]
      : []),
  ];
  const others = isWide ? listOthers(document, title('Translation', '译文')) : [];
  const whole = isWide ? landscapeWidth : portraitWidth;
  const left = whole - fixed.reduce((sum, { width }) => sum + width, 0);
  const width = Math.floor(left / (1 + others.length));
  const columns: readonly Column[] = [
    ...fixed,
    {
      title: title('Text', '文本'),
      width,
      cells: sentences.map(({ text }) => writeMarkedRuns(text, script)),
    },
    ...others.map((other) => ({ ...other, width })),
  ];
  const header = writeRow(
    columns.map((column) => ({ ...column, runs: writeRun(column.title, { bold: true }, plain) })),
    true,
  );
  const rows = sentences.map((_sentence, index) =>
    writeRow(
      columns.map((column) => ({ ...column, runs: column.cells[index]! })),
      false,
    ),
  );
  return `<w:tbl>${tableProperties}<w:tblGrid>${columns
    .map((column) => `<w:gridCol w:w="${column.width}"/>`)
    .join('')}</w:tblGrid>${header}${rows.join('')}</w:tbl><w:p/>`;
}

/** A column for each language that there are second texts in. */
function listOthers(
  { sentences, secondTexts = [] }: FormatDocument,
  empty: string,
): readonly Omit<Column, 'width'>[] {
  const languages = [...new Set(secondTexts.map(({ language }) => language))].toSorted();
  if (languages.length === 0) return [{ title: empty, cells: sentences.map(() => '') }];
  return languages.map((language) => {
    const bySentence = new Map(
      secondTexts
        .filter((second) => second.language === language)
        .map(({ sentenceId, text }) => [sentenceId, text]),
    );
    const script = findScript(language);
    const cells = sentences.map(({ id }) => {
      const text = bySentence.get(id);
      return text === undefined ? '' : writeMarkedRuns(text, script);
    });
    return { title: nameTextColumn(language), cells };
  });
}

const border = (side: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`;
const tableProperties =
  '<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('') +
  '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>';

function writeRow(
  cells: readonly (Column & { readonly runs: string })[],
  isHeader: boolean,
): string {
  const properties = `<w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>`;
  const shade = isHeader ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' : '';
  const written = cells.map(
    ({ width, runs }) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${writeParagraph(runs, plain)}</w:tc>`,
  );
  return `<w:tr>${properties}${written.join('')}</w:tr>`;
}
