import { z } from 'zod';
import { formatTimecode } from '../timing/timecode';
import { stripMarkup } from '../transcript/markup';
import { buildDocument, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { readDocx } from './docx/read-docx';
import { type DocxLayout, writeDocx } from './docx/write-docx';
import type { Repair } from './format';
import type { FormatDocument } from './format-document';
import type { Loss } from './list-losses';
import { readLook } from './markup/read-look';
import { option } from './option-fields';
import { proseOptions } from './timed-text';
import { csv } from './csv';
import { timeKinds, timesAbout, txt, type TxtOptions } from './txt';

const format = 'docx';
const docxOptions = z.object({
  layout: option(z.enum(['table', 'reading', 'side-by-side']).default('table'), {
    label: ['Layout', '版式'],
    choices: {
      table: ['Table', '表格'],
      reading: ['Text for reading', '阅读稿'],
      'side-by-side': ['Side by side with translations', '与译文并排'],
    },
  }),
  ...proseOptions.shape,
  times: option(z.enum(timeKinds).default('paragraph'), timesAbout),
});

/** What no layout of Word says of a look. */
function isLostLook(text: string): boolean {
  const { runs, place } = readLook(text);
  return (
    place !== undefined ||
    runs.some(
      ({ look: { bold: _b, italic: _i, underline: _u, strike: _s, color: _c, ...more } }) => {
        return Object.keys(more).length > 0;
      },
    )
  );
}

function listOwnLosses(
  { sentences, secondTexts = [] }: FormatDocument,
  {
    layout,
    times,
  }: { readonly layout: DocxLayout; readonly times: NonNullable<TxtOptions['times']> },
): readonly Loss[] {
  const count = (isLost: (text: string) => boolean): number =>
    sentences.filter(({ text }) => isLost(text)).length;
  const own: readonly Loss[] =
    layout === 'reading'
      ? [
          ...(times === 'sentence'
            ? []
            : [{ code: times === 'none' ? 'times' : 'sentence-times', count: sentences.length }]),
          { code: 'markup', count: count((text) => stripMarkup(text) !== text) },
          { code: 'blanks', count: count((text) => text.trim() === '') },
        ]
      : [{ code: 'looks', count: count(isLostLook) }];
  const translations = layout === 'side-by-side' ? 0 : secondTexts.length;
  return [...own, { code: 'second-texts', count: translations }].filter((loss) => loss.count > 0);
}

const formatTime = (timeMs: number): string => formatTimecode(timeMs, '.');
const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

export const docx = defineFormat({
  id: format,
  name: ['DOCX (Word)', 'DOCX（Word 文档）'],
  about: [
    'A document for Word: a table, a text for reading, or side by side with translations.',
    'Word 文档：表格、阅读稿，或与译文并排。',
  ],
  purpose: 'reading',
  programs: ['Word', 'WPS', 'Google Docs', 'Pages'],
  extensions: ['.docx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  unit: 'sentence',
  takes: 'bytes',
  options: docxOptions,
  holds: { times: true, speakers: true, blanks: true, markup: true, secondTexts: true },
  repairTexts: { ...csv.repairTexts, ...txt.repairTexts },
  lossTexts: {
    ...txt.lossTexts,
    looks: [
      'fonts and places in the picture of {count} {count|sentence|sentences}',
      '{count} 句的字体和画面位置',
    ],
  },
  recognise({ bytes }) {
    if (bytes === undefined || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 0;
    // The names of all files stand at the end of a ZIP.
    return latin(bytes.subarray(-20_000)).includes('word/document') ? 1 : 0;
  },
  read(input, hints) {
    const { language = 'und' } = hints;
    const bytes =
      typeof input === 'string' ? Uint8Array.from(input, (one) => one.charCodeAt(0)) : input;
    const repairs: Repair[] = [];
    const cues = readDocx(bytes, hints, repairs);
    const source = { format, hasLines: true };
    const built = buildDocument(cues, { language, source, formatTime });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  write: (document, options) => ({
    content: writeDocx(document, options),
    losses: listOwnLosses(document, options),
  }),
});
