import { formatTimecode, parseTimecode } from '../timing/timecode';
import { buildDocument, type FileCue, findLineEnding, sortRepairs } from './build-document';
import { defineFormat } from './define-format';
import { dropMarkup } from './drop-markup';
import type { Repair } from './format';
import type { FormatDocument } from './format-document';
import { dropGuard, guardLine } from './guard-text';
import { cueOptions, listTimedTexts, type TimedTextOptions } from './timed-text';

const format = 'sbv';
const timingLine = /^\s*(-?\d[\d:.]*),\s*(-?\d[\d:.]*)\s*$/u;
const strictTiming = /^\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}$/u;
/** What was meant as a line of times. */
const nearTiming = /^\s*-?\d+:\d[^,\s]*\s*,\s*-?\d+:\d\S*\s*$/u;
/** The first cue of a file, whose name a pipe does not tell. */
const beginning = /^\ufeff?\s*\d+:\d\d:\d\d\.\d{1,3},\d+:\d\d:\d\d\.\d{1,3}[ \t]*[\r\n]/u;

/** Hours have no leading zero in the files of YouTube. */
function formatSbvTime(timeMs: number): string {
  return formatTimecode(timeMs, '.').replace(/^0(?=\d)/u, '');
}

function formatTiming(beginMs: number, endMs: number): string {
  return `${formatSbvTime(beginMs)},${formatSbvTime(endMs)}`;
}

/** A document as YouTube has it [FM52]: `H:MM:SS.mmm,H:MM:SS.mmm`, the text, a blank line. */
export function formatSbv(document: FormatDocument, options: TimedTextOptions = {}): string {
  return listTimedTexts(dropMarkup(document), options)
    .map(({ beginMs, endMs, text }) => {
      const lines = text.split('\n').map((line) => guardLine(line, nearTiming));
      return `${formatTiming(beginMs, endMs)}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** Cues in the order of the file; every line of times begins one, and none is dropped. Never throws. */
function parseSbv(text: string, repairs: Repair[]): FileCue[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const cues: FileCue[] = [];
  let head: { readonly line: number; readonly beginMs: number; readonly endMs: number } | undefined;
  let body: string[] = [];
  const flush = (nextLine: number): void => {
    if (head === undefined) return;
    while (body.length > 0 && body.at(-1)!.trim() === '') body.pop();
    body.forEach((content, index) => {
      if (content.trim() !== '') return;
      repairs.push({ code: 'blank-line-kept', line: head!.line + 1 + index });
    });
    const isParted = lines[nextLine - 1]?.trim() === '' || nextLine >= lines.length;
    if (!isParted) repairs.push({ code: 'blank-line-added', line: nextLine + 1 });
    cues.push({ ...head, text: body.map((content) => dropGuard(content, nearTiming)).join('\n') });
  };
  lines.forEach((content, index) => {
    const times = readTiming(content);
    if (times !== undefined) {
      flush(index);
      body = [];
      head = noteTiming(times, content, index + 1, repairs);
    } else if (head !== undefined) {
      if (nearTiming.test(content)) {
        repairs.push({ code: 'time-unreadable', line: index + 1, before: content });
      }
      body.push(content);
    } else if (content.trim() !== '') {
      repairs.push({ code: 'stray-text-dropped', line: index + 1, before: content });
    }
  });
  flush(lines.length);
  return cues;
}

function readTiming(content: string): readonly [number, number] | undefined {
  const [, begin, end] = timingLine.exec(content) ?? [];
  if (begin === undefined || end === undefined || !begin.includes(':')) return undefined;
  const beginMs = parseTimecode(begin);
  const endMs = parseTimecode(end);
  return beginMs === undefined || endMs === undefined ? undefined : [beginMs, endMs];
}

function noteTiming(
  [beginMs, endMs]: readonly [number, number],
  before: string,
  line: number,
  repairs: Repair[],
): { readonly line: number; readonly beginMs: number; readonly endMs: number } {
  if (beginMs < 0 || endMs < 0) repairs.push({ code: 'negative-time-raised', line });
  if (!strictTiming.test(before)) {
    repairs.push({ code: 'time-rewritten', line, before, after: formatTiming(beginMs, endMs) });
  }
  return { line, beginMs: Math.max(0, beginMs), endMs: Math.max(0, endMs) };
}

export const sbv = defineFormat({
  id: format,
  name: ['SBV (YouTube)', 'SBV（YouTube 字幕）'],
  about: ['Subtitles as YouTube gives and takes them.', 'YouTube 导出和上传用的字幕。'],
  purpose: 'subtitles',
  programs: ['YouTube'],
  extensions: ['.sbv'],
  mediaTypes: ['text/x-sbv'],
  unit: 'cue',
  options: cueOptions,
  holds: { times: true },
  recognise: ({ text = '' }) => (beginning.test(text) ? 0.8 : 0),
  read(input, { language = 'und' }) {
    const text = String(input);
    const repairs: Repair[] = [];
    const cues = parseSbv(text, repairs);
    const source = { format, lineEnding: findLineEnding(text), hasLines: true };
    const built = buildDocument(cues, { language, source, formatTime: formatSbvTime });
    return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
  },
  write: formatSbv,
});
