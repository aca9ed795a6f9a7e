import { z } from 'zod';
import { formatTimecode } from '../timing/timecode';
import { findAsWritten, keepAsWritten, readSetting } from './as-written';
import { buildInSteps, type FileCue, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { hasOwnOrder, keepOrder, orderByBegin } from './file-order';
import type { FormatDocument } from './format-document';
import { countSentences, type Loss } from './list-losses';
import { writeMarkup } from './markup/dialect';
import { plainSrtDialect, srtDialect } from './markup/srt-dialect';
import { option } from './option-fields';
import { flattenCues } from './plain-cues';
import { formatTiming, parseSrt, type SrtCue } from './parse-srt';
import {
  cleanLines,
  cueOptions,
  listTimedTexts,
  type TimedText,
  type TimedTextOptions,
} from './timed-text';

const format = 'srt';
/** Settings of a cue [RK15]: its number where it is not the next one, and what follows its times. */
const settingNames = { number: 'number', coordinates: 'coordinates' } as const;

const srtOptions = cueOptions.extend({
  plainTags: option(z.boolean().default(false), {
    label: [
      'Plain tags only (for Premiere Pro, After Effects)',
      '仅用简单标签（适合 Premiere Pro、After Effects）',
    ],
  }),
});

type SrtOptions = TimedTextOptions & { readonly plainTags?: boolean };

/**
 * A document as SubRip text [FM2]: line feeds, cues numbered from 1 and parted by a blank line,
 * `HH:MM:SS,mmm`. What came from a SubRip file and was not changed is written as it stood [FM14]. No
 * cues give an empty text.
 */
export function formatSrt(document: FormatDocument, options: SrtOptions = {}): string {
  const { firstNumber } = document;
  let number = (firstNumber ?? 1) - 1;
  const sentences = orderByBegin(document.sentences, (source) => source.format === format);
  const all = listTimedTexts({ ...document, sentences }, options);
  const cues = options.plainTags === true ? flattenCues(all) : all;
  const written: string[] = [];
  const last = cues.length - 1;
  for (let index = 0; index <= last; index++) {
    const cue = cues[index]!;
    const hasOwn = cue.word === undefined && firstNumber === undefined;
    const given = hasOwn
      ? readSetting(cue.sentence.source, format, settingNames.number)
      : undefined;
    number = given === undefined ? number + 1 : Math.max(number + 1, Number(given));
    const kept = options.plainTags === true ? undefined : findAsWritten(cue, format);
    const isKept = kept !== undefined && isSameCue(kept, cue);
    const body = isKept ? kept : formatBody(cue, options.plainTags);
    const after = index === last ? '' : isKept ? findBlankLine(kept) : '\n';
    written.push(`${number}\n${body}${after}`);
  }
  return written.join('');
}

/** A cue below its number. */
function formatBody(cue: TimedText, isPlain = false): string {
  const { beginMs, endMs, sentence, word } = cue;
  const coordinates = readSetting(sentence.source, format, settingNames.coordinates);
  const isMore = coordinates !== undefined && word === undefined && !isPlain;
  const more = isMore ? ` ${coordinates}` : '';
  const text = writeMarkup(cue.text, isPlain ? plainSrtDialect : srtDialect);
  return `${formatTiming(beginMs, endMs)}${more}\n${text}\n`;
}

/** With plain tags, how many texts lose part of their look or their place [FM79]. */
function listOwnLosses({ sentences }: FormatDocument, options: SrtOptions): readonly Loss[] {
  if (options.plainTags !== true) return [];
  const count = countSentences(
    sentences,
    ({ text, source }) =>
      writeMarkup(text, srtDialect) !== writeMarkup(text, plainSrtDialect) ||
      readSetting(source, format, settingNames.coordinates) !== undefined,
  );
  return count === 0 ? [] : [{ code: 'plain-look', count }];
}

/** What a part of a file lacks of the blank line behind it. */
function findBlankLine(kept: string): string {
  return kept.endsWith('\n\n') ? '' : kept.endsWith('\n') ? '\n' : '\n\n';
}

/** Whether a part of a file still says what the cue says. */
function isSameCue(block: string, { sentence }: TimedText): boolean {
  const { cues } = parseSrt(`1\n${block}`);
  const [cue] = cues;
  return (
    cues.length === 1 &&
    cue?.beginMs === sentence.beginMs &&
    cue.endMs === sentence.endMs &&
    cue.text === sentence.text
  );
}

/** The cue as a document has it, with what the format would write otherwise. */
function keepCue(
  cue: SrtCue,
  numberBefore: number,
  isLast: boolean,
  order: number | undefined,
): FileCue {
  const { block, number, coordinates } = cue;
  const isNumberUsual = number === undefined || number <= numberBefore + 1 || number > mostNumber;
  // Nearly all cues of nearly all files.
  if (block === undefined && coordinates === '' && isNumberUsual && order === undefined) return cue;
  const usual =
    `${formatTiming(cue.beginMs, Math.max(cue.beginMs + 1, cue.endMs))}${coordinates === '' ? '' : ` ${coordinates}`}\n` +
    `${writeMarkup(cleanLines(cue.text), srtDialect)}\n${isLast ? '' : '\n'}`;
  const settings = {
    ...(isNumberUsual ? undefined : { [settingNames.number]: String(number) }),
    ...(coordinates === '' ? undefined : { [settingNames.coordinates]: coordinates }),
    ...(block === undefined ? undefined : keepAsWritten(block, usual)),
    ...(order === undefined ? undefined : keepOrder(order)),
  };
  return Object.keys(settings).length === 0 ? cue : { ...cue, settings };
}

/** Far more cues than a file has; a greater number was none. */
const mostNumber = 9_999_999;

/** The first cue of a file, whose name a pipe does not tell. */
const beginning = /^\uFEFF?\s*\d+[ \t]*(?:\r\n|\r|\n)[ \t]*\d+:\d+:\d+[,.]\d+[ \t]*-->/u;

const formatTime = (timeMs: number): string => formatTimecode(timeMs, ',');

export const srt = defineFormat({
  id: format,
  name: ['SRT (SubRip)', 'SRT（SubRip 字幕）'],
  about: [
    'Subtitles for nearly every player and editor.',
    '几乎所有播放器和剪辑软件都支持的字幕。',
  ],
  purpose: 'subtitles',
  programs: [
    'Premiere Pro',
    'DaVinci Resolve',
    '达芬奇',
    'Final Cut Pro',
    'CapCut',
    '剪映',
    'YouTube',
    'Bilibili',
    '哔哩哔哩',
    'VLC',
    'PotPlayer',
  ],
  extensions: ['.srt'],
  mediaTypes: ['application/x-subrip'],
  unit: 'cue',
  numbersCues: true,
  options: srtOptions,
  holds: { times: true, markup: true },
  recognise: ({ text = '' }) => (beginning.test(text) ? 0.8 : 0),
  *read(input, { language = 'und' }) {
    const text = String(input);
    const { cues, repairs } = parseSrt(text);
    const source = { format, lineEnding: findLineEnding(text), hasLines: true };
    let number = 0;
    const isOrdered = hasOwnOrder(cues);
    const kept = cues.map((cue, index) => {
      const before = number;
      number = Math.max(number + 1, cue.number ?? 0);
      const order = isOrdered ? index : undefined;
      return keepCue(cue, before, index === cues.length - 1, order);
    });
    const built = yield* buildInSteps(kept, { language, source, formatTime });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  lossTexts: {
    'plain-look': [
      'part of the look or place of {count} {count|text|texts}',
      '{count} 条文字的部分样式或位置',
    ],
  },
  listOwnLosses,
  write: formatSrt,
});
