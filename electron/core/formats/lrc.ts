import { hasWordTimes } from '../transcript/pending-words';
import { chooseCueLimits } from '../cues/cue-limits';
import { buildDocument, type FileCue, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { dropMarkup } from './drop-markup';
import { estimateDurationMs } from './estimate-duration';
import type { FormatDocument } from './format-document';
import type { Loss } from './list-losses';
import { formatLrcTime, toCentiseconds } from './lrc/lrc-time';
import { guardLrcText, type LrcMoment, parseLrc } from './lrc/parse-lrc';
import {
  karaokeCueOptions,
  listTimedTexts,
  type TimedText,
  type TimedTextOptions,
} from './timed-text';
import { listWordMarks, timeWords } from './timed-words';

const format = 'lrc';
const lyricOptions = karaokeCueOptions.omit({ speakers: true });

/**
 * A document as lyrics [FM50]: `[mm:ss.xx]` before each line, the lines of one cue under one time, and a
 * time without text where a cue ends before the next one begins. With `karaoke`, `<mm:ss.xx>` before each
 * word and behind the last one.
 */
export function formatLrc(
  document: FormatDocument,
  options: TimedTextOptions = {},
): { readonly content: string; readonly losses: readonly Loss[] } {
  const cues = listTimedTexts(dropMarkup(document), options);
  const written = listHeaders(document);
  let rounded = 0;
  let cut = 0;
  cues.forEach((cue, index) => {
    const begin = toCentiseconds(cue.beginMs);
    const end = Math.max(begin + 1, toCentiseconds(cue.endMs));
    const next = index + 1 < cues.length ? toCentiseconds(cues[index + 1]!.beginMs) : Infinity;
    if (begin * 10 !== cue.beginMs || end * 10 !== cue.endMs) rounded++;
    if (end > next) cut++;
    const lines =
      options.karaoke === true ? markWords(cue) : cue.text.split('\n').map(guardLrcText);
    for (const line of lines) written.push(`[${formatLrcTime(begin)}]${line}`);
    if (end < next) written.push(`[${formatLrcTime(end)}]`);
  });
  return {
    content: written.map((line) => `${line}\n`).join(''),
    losses: [
      { code: 'rounded', count: rounded },
      { code: 'ends-cut', count: cut },
      ...(options.karaoke === true ? [] : countWordTimes(document)),
    ].filter(({ count }) => count > 0),
  };
}

function listHeaders({ source }: FormatDocument): string[] {
  if (source?.format !== format) return [];
  return (source.headers ?? []).map(({ name, value }) => `[${name}:${value}]`);
}

/** Lines with a time before each word, and behind one that ends before the next begins. */
function markWords({ sentence, word, text, beginMs, endMs }: TimedText): readonly string[] {
  const marks =
    word === undefined
      ? listWordMarks(sentence, text)
      : [{ offset: 0, atMs: beginMs, endOffset: text.length, endMs }];
  let marked = '';
  let written = 0;
  const write = (until: number): void => {
    marked += guardLrcText(text.slice(written, until));
    written = Math.max(written, until);
  };
  marks.forEach(({ offset, atMs, endOffset, endMs: wordEndMs }, index) => {
    const next = marks[index + 1];
    write(offset);
    marked += `<${formatLrcTime(toCentiseconds(atMs))}>`;
    write(endOffset);
    const end = toCentiseconds(wordEndMs);
    if (next === undefined || end < toCentiseconds(next.atMs)) marked += `<${formatLrcTime(end)}>`;
  });
  write(text.length);
  return marked.split('\n');
}

function countWordTimes({ sentences }: FormatDocument): Loss[] {
  const timed = sentences.filter(hasWordTimes);
  return [{ code: 'word-times', count: timed.length }];
}

/** Cues of moments: each lasts until the next one, or until a time behind its last word. */
function toCues(moments: readonly LrcMoment[], language: string): FileCue[] {
  const limits = chooseCueLimits(language, moments.map(({ text }) => text).join('\n'));
  const cues: FileCue[] = [];
  moments.forEach(({ line, atMs: beginMs, text, marks }, index) => {
    if (text === '') return;
    const last = marks.at(-1);
    const said = last?.offset === text.length && last.atMs > beginMs ? last.atMs : Infinity;
    const nextMs =
      moments[index + 1]?.atMs ??
      (said < Infinity ? said : beginMs + estimateDurationMs(text, limits));
    const endMs = Math.min(nextMs, said);
    const words = marks.length === 0 ? undefined : timeWords(text, { beginMs, endMs }, marks);
    cues.push({ line, beginMs, endMs, text, ...(words === undefined ? undefined : { words }) });
  });
  return cues;
}

const formatTime = (timeMs: number): string => formatLrcTime(toCentiseconds(timeMs));
/** A line of lyrics, whose name a pipe does not tell, behind headers. */
const beginning =
  /^\ufeff?(?:\s|\[[a-z#][^\r\n\]]*\])*\[\d{1,3}:\d{2}(?:\.\d{1,3})?\](?!\s*[-:])/iu;

export const lrc = defineFormat({
  id: format,
  name: ['LRC (lyrics)', 'LRC（歌词）'],
  about: [
    'Lyrics for music players; can hold the time of each word.',
    '音乐播放器用的歌词，可带逐词时间。',
  ],
  purpose: 'subtitles',
  programs: ['foobar2000', '网易云音乐', 'QQ 音乐'],
  extensions: ['.lrc'],
  mediaTypes: ['application/x-lrc'],
  unit: 'cue',
  options: lyricOptions,
  holds: { times: true, wordTimes: true },
  repairTexts: {
    'time-missing': [
      'A line without a time was added to the one above it.',
      '没有时间的一行已并入上一行。',
    ],
  },
  lossTexts: {
    rounded: [
      'times finer than 0.01 s of {count} {count|cue|cues}',
      '{count} 条字幕精于 0.01 秒的时间',
    ],
    'ends-cut': [
      'ends of {count} {count|cue|cues} behind the beginning of the next one',
      '{count} 条字幕晚于下一条入点的出点',
    ],
  },
  recognise: ({ text = '' }) => (beginning.test(text.slice(0, 4000)) ? 0.7 : 0),
  read(input, { language = 'und' }) {
    const text = String(input);
    const { moments, headers, repairs } = parseLrc(text);
    const lineEnding = findLineEnding(text);
    const source = { format, lineEnding, hasLines: true, headers: [...headers] };
    const cues = toCues(moments, language);
    const built = buildDocument(cues, { language, source, formatTime });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  write: formatLrc,
});
