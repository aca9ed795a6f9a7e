import { z } from 'zod';
import { formatTimecode } from '../timing/timecode';
import { buildDocument, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { fitLines } from './fit-lines';
import type { Repair } from './format';
import type { FormatDocument } from './format-document';
import { option } from './option-fields';
import { type GeneralField, generalNames } from './stl/general-fields';
import { parseStl, readRate } from './stl/parse-stl';
import { readLanguageCode } from './stl/stl-languages';
import { toTimecode, writeStl } from './stl/write-stl';
import { cueOptions, listTimedTexts } from './timed-text';

const format = 'stl';
const stlOptions = z.object({
  ...cueOptions.shape,
  rate: option(z.enum(['as-read', '24', '25', '30']).default('as-read'), {
    label: ['Frames a second', '每秒帧数'],
    choices: { 'as-read': ['As read, or 25', '与原文件相同，否则 25'] },
  }),
});
/** A row of teletext has 40 characters; boxes and colours take some of them. */
const limits = { maxLineCharacters: 34, maxLines: 4 };
/** What is made anew whenever a file is written. */
const madeFields: ReadonlySet<string> = new Set<GeneralField>([
  'TNB',
  'TNS',
  'TNG',
  'TCF',
  'LC',
  'CCT',
]);
/** So that every file has one name for it, whatever its rate. */
const beginning = /^[\s\S]{3}STL\d\d\.01/u;

const formatTime = (timeMs: number): string => formatTimecode(timeMs, '.');

function findRate({ source }: FormatDocument, rate: string): number {
  if (rate !== 'as-read') return Number(rate);
  const given =
    source?.format === format ? source.headers?.find(({ name }) => name === 'DFC') : undefined;
  return readRate(given?.value ?? '') ?? 25;
}

export const stl = defineFormat({
  id: format,
  name: ['STL (EBU)', 'STL（EBU 字幕）'],
  about: [
    'Subtitles for European broadcasters (EBU Tech 3264), with rows of teletext.',
    '欧洲广播机构使用的字幕（EBU Tech 3264），按图文电视行排布。',
  ],
  purpose: 'subtitles',
  programs: ['EBU', 'Premiere Pro', 'Avid Media Composer'],
  extensions: ['.stl'],
  mediaTypes: ['application/x-ebu-stl'],
  unit: 'cue',
  takes: 'bytes',
  options: stlOptions,
  holds: { times: true, markup: true, comments: true },
  repairTexts: {
    'user-data-dropped': ['A block of user data was left out.', '用户数据块已略去。'],
    'start-dropped': [
      'Most cues lie before the start of the programme that the file tells; it was left out.',
      '多数字幕早于文件写明的节目起始时间码，该起始时间码已略去。',
    ],
    'block-incomplete': ['The last block is not complete.', '最后一个数据块不完整。'],
  },
  lossTexts: {
    frames: [
      'times between two frames of {count} {count|cue|cues}',
      '{count} 条字幕不在整帧上的时间',
    ],
    characters: [
      'characters that the table of the file does not have, of {count} {count|cue|cues}',
      '{count} 条字幕中字符表没有的字符',
    ],
    'texts-cut': [
      'the end of {count} {count|text|texts} longer than such a file can hold',
      '{count} 条文字超出此格式容量的末尾部分',
    ],
    looks: [
      'looks that teletext does not have, of {count} {count|cue|cues}',
      '{count} 条字幕中图文电视没有的样式',
    ],
  },
  recognise: ({ bytes }) =>
    bytes !== undefined && beginning.test(String.fromCharCode(...bytes.subarray(0, 11))) ? 1 : 0,
  read(input, hints) {
    const bytes =
      typeof input === 'string' ? Uint8Array.from(input, (one) => one.charCodeAt(0)) : input;
    const repairs: Repair[] = [];
    const { general, startMs, cues } = parseStl(bytes, repairs);
    const headers = generalNames
      .filter((name) => !madeFields.has(name) && general[name] !== '')
      .filter((name) => name !== 'TCP' || startMs > 0)
      .map((name) => ({ name, value: general[name] }));
    const language = hints.language ?? readLanguageCode(general.LC) ?? 'und';
    const comments = cues
      .filter(({ isComment }) => isComment)
      .map(({ line, beginMs, text }) => {
        return { id: `comment-${String(line).padStart(6, '0')}`, atMs: beginMs, text };
      })
      .toSorted((left, right) => left.atMs - right.atMs);
    const shown = cues.filter(({ isComment }) => !isComment);
    const built = buildDocument(
      shown.map(({ line, beginMs, endMs, text, settings }) => {
        return { line, beginMs, endMs, text, settings };
      }),
      {
        language,
        source: { format, hasLines: true, headers },
        records: comments.length === 0 ? {} : { comments },
        formatTime,
      },
    );
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  holdsStart: true,
  timecode: (document, { rate }) => ({
    rate: { numerator: findRate(document, rate), denominator: 1 },
    isDropFrame: false,
  }),
  write(document, options) {
    const rate = findRate(document, options.rate);
    const cues = fitLines(document, listTimedTexts(document, options), limits);
    const { content, characters, looks, cut } = writeStl(document, cues, rate);
    const isOffFrame = (timeMs: number): boolean => {
      const [hours, minutes, seconds, frames] = toTimecode(timeMs, rate);
      const frameMs = Math.round((frames * 1000) / rate);
      return ((hours * 60 + minutes) * 60 + seconds) * 1000 + frameMs !== timeMs;
    };
    const frames = cues.filter(({ beginMs, endMs }) => isOffFrame(beginMs) || isOffFrame(endMs));
    return {
      content,
      losses: [
        { code: 'frames', count: frames.length },
        { code: 'characters', count: characters },
        { code: 'looks', count: looks },
        { code: 'texts-cut', count: cut },
      ].filter(({ count }) => count > 0),
    };
  },
});
