import { z } from 'zod';
import { formatTimecode } from '../timing/timecode';
import { buildDocument, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { dropMarkup } from './drop-markup';
import type { Repair } from './format';
import type { FormatDocument } from './format-document';
import { guardLine } from './guard-text';
import type { Loss } from './list-losses';
import { option, type OptionAbout } from './option-fields';
import { cleanLines, proseOptions } from './timed-text';
import { listParagraphs } from './txt/list-paragraphs';
import { readTxt } from './txt/read-txt';
import { looksMarked, readTimedLine } from './txt/timed-line';

const format = 'txt';
export const timeKinds = ['none', 'paragraph', 'sentence'] as const;
/** Where times stand in a text for reading. */
export const timesAbout = {
  label: ['Times', '时间'],
  choices: {
    none: ['None', '无'],
    paragraph: ['Before each paragraph', '每段前'],
    sentence: ['Before each sentence', '每句前'],
  },
} as const satisfies OptionAbout;
const textOptions = z.object({
  ...proseOptions.shape,
  times: option(z.enum(timeKinds).default('none'), timesAbout),
});

export interface TxtOptions {
  readonly speakers?: boolean;
  readonly times?: (typeof timeKinds)[number];
}

const formatTime = (timeMs: number): string => formatTimecode(timeMs, '.');

/**
 * A document as plain text for reading [FM5]: cues run together to paragraphs, one line each and
 * parted by a blank line. A known speaker's name stands before the first paragraph of each turn. With
 * times, they stand before each paragraph, or each sentence on lines of its own [FM55].
 */
export function formatTxt(document: FormatDocument, options: TxtOptions = {}): string {
  const { speakers = true, times = 'none' } = options;
  if (times === 'sentence') return formatSentences(document, speakers);
  const paragraphs = listParagraphs(document, speakers).map((paragraph) => {
    const { beginMs, speaker, isTurn, text } = paragraph;
    const time = times === 'none' ? '' : `[${formatTime(beginMs).slice(0, -'.000'.length)}] `;
    const name = speakers && isTurn && speaker !== '' ? `${speaker}: ` : '';
    return `${time}${name}${text}\n`;
  });
  return paragraphs.join('\n');
}

/** One sentence after the other, its lines as they are; all of it can be read again. */
function formatSentences(document: FormatDocument, speakers: boolean): string {
  const { sentences } = dropMarkup(document);
  return sentences
    .flatMap(({ beginMs, endMs, text, speaker = '' }) => {
      const clean = cleanLines(text);
      if (clean === '') return [];
      const lines = clean.split('\n').map((line) => guardLine(line, looksMarked));
      const name = speakers && speaker.trim() !== '' ? `${speaker.trim()}: ` : '';
      return [`[${formatTime(beginMs)} - ${formatTime(endMs)}] ${name}${lines.join('\n')}\n`];
    })
    .join('');
}

function countTimes(document: FormatDocument, { times = 'none' }: TxtOptions): readonly Loss[] {
  const count = document.sentences.length;
  if (times === 'sentence' || count === 0) return [];
  return [{ code: times === 'none' ? 'times' : 'sentence-times', count }];
}

export const txt = defineFormat({
  id: format,
  name: ['TXT (plain text)', 'TXT（纯文本）'],
  about: ['Running text in paragraphs, for reading.', '分段的连续文字，便于阅读。'],
  purpose: 'reading',
  programs: ['Notepad', '记事本'],
  extensions: ['.txt'],
  mediaTypes: ['text/plain'],
  unit: 'sentence',
  isProse: true,
  options: textOptions,
  holds: { times: true, speakers: true },
  repairTexts: {
    'times-estimated': [
      'The text has no times; they were estimated by how long it takes to read.',
      '文字没有时间，已按阅读时长估算。',
    ],
  },
  lossTexts: {
    'sentence-times': [
      'times within paragraphs, of {count} {count|sentence|sentences}',
      '段内 {count} 句的时间',
    ],
  },
  // Anything may be plain text; only its name says that it is nothing else, or times as we write them.
  recognise: ({ text = '' }) => {
    const end = text.search(/[\r\n]/u);
    return readTimedLine(text.slice(0, end === -1 ? 200 : end))?.isOwn === true ? 0.75 : 0;
  },
  read(input, { language = 'und' }) {
    const text = String(input);
    const repairs: Repair[] = [];
    const cues = readTxt(text, language, repairs);
    const source = { format, lineEnding: findLineEnding(text), hasLines: true };
    const built = buildDocument(cues, { language, source, formatTime });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  write: (document, options) => ({
    content: formatTxt(document, options),
    losses: countTimes(document, options),
  }),
});
