import type { Repair } from '../format';
import type { TimeMark } from '../timed-words';
import { lrcTime, parseLrcTime } from './lrc-time';

/** What begins at one time; without text it only ends what stands before it. */
export interface LrcMoment {
  /** From 1. */
  readonly line: number;
  readonly atMs: number;
  readonly text: string;
  /** Times within the text. */
  readonly marks: readonly TimeMark[];
}

export interface ParsedLrc {
  /** In order of time; lines of one time are one moment. */
  readonly moments: readonly LrcMoment[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly repairs: readonly Repair[];
}

const stamp = new RegExp(`^\\s*\\[(${lrcTime})\\]`, 'u');
const header = /^\s*\[([^\d\s:[\]][^:[\]]*):(.*)\]\s*$/u;
/** Within a line a time in square brackets needs its fraction: "[12:30]" is text. */
const inner = new RegExp(`<(${lrcTime})>|\\[(\\d{1,4}:\\d{2}[.:]\\d{2,3})\\]`, 'gu');
const guarded = new RegExp(`([<[])\\u200b(?=\\u200b*${lrcTime}[>\\]])`, 'gu');
const needsGuard = new RegExp(`[<[](?=\\u200b*${lrcTime}[>\\]])`, 'gu');
const offsetValue = /^\s*([+-]?\d{1,9})\s*$/u;

/** No line of a song is sung more often with times for each word. */
const mostRepeats = 100;

/** A text whose brackets are not read as times. */
export function guardLrcText(text: string): string {
  return text.replace(needsGuard, '$&\u200b');
}

/**
 * Reads lyrics as they are found in the world [FM51]: several times before a line, times before words,
 * an offset, headers in any place. Never throws.
 *
 * @param text decoded text; any line endings
 */
export function parseLrc(text: string): ParsedLrc {
  const repairs: Repair[] = [];
  const headers: { name: string; value: string }[] = [];
  const moments: LrcMoment[] = [];
  let offsetMs = 0;
  let lastMs = 0;
  text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n|\r/u)
    .forEach((content, index) => {
      const line = index + 1;
      const { times, rest } = takeStamps(content);
      if (times.length > 0) {
        if (times.length === 1 && times[0]! < lastMs) repairs.push({ code: 'cue-sorted', line });
        if (times.length === 1) lastMs = Math.max(lastMs, times[0]!);
        for (const moment of readMoments(line, times, rest)) moments.push(moment);
        return;
      }
      if (rest.trim() === '') return;
      const [, name = '', value = ''] = header.exec(rest) ?? [];
      const shift =
        name.trim().toLowerCase() === 'offset' ? offsetValue.exec(value)?.[1] : undefined;
      if (shift !== undefined) offsetMs = Number(shift);
      else if (name !== '') headers.push({ name: name.trim(), value: value.trim() });
      else if (!addLine(moments, rest.trim())) {
        repairs.push({ code: 'stray-text-dropped', line, before: rest });
      } else repairs.push({ code: 'time-missing', line, before: rest });
    });
  return { moments: joinMoments(moments, offsetMs), headers, repairs };
}

function takeStamps(content: string): { readonly times: number[]; readonly rest: string } {
  const times: number[] = [];
  let rest = content;
  for (let found = stamp.exec(rest); found !== null; found = stamp.exec(rest)) {
    times.push(parseLrcTime(found[1]!));
    rest = rest.slice(found[0].length);
  }
  return { times, rest };
}

/** One moment for each time before a line; times within it are of the first one. */
function readMoments(line: number, times: readonly number[], content: string): LrcMoment[] {
  const found: TimeMark[] = [];
  let text = '';
  let end = 0;
  let endsBlank = true;
  const add = (piece: string): void => {
    // Blanks on both sides of a time are one, as the time is no character.
    const added = (endsBlank ? piece.trimStart() : piece).replace(guarded, '$1');
    if (added === '') return;
    text += added;
    endsBlank = added.trimEnd() !== added;
  };
  for (const match of content.matchAll(inner)) {
    add(content.slice(end, match.index));
    found.push({ offset: text.length, atMs: parseLrcTime(match[1] ?? match[2]!) });
    end = match.index + match[0].length;
  }
  add(content.slice(end));
  const clean = text.trimEnd();
  return times.map((atMs, repeat) => ({
    line,
    atMs,
    text: clean,
    marks: (repeat < mostRepeats ? found : []).map((mark) => ({
      offset: Math.min(mark.offset, clean.length),
      atMs: Math.max(0, mark.atMs + atMs - times[0]!),
    })),
  }));
}

/** Whether there was a line that this one, without a time, goes on with. */
function addLine(moments: LrcMoment[], text: string): boolean {
  const last = moments.at(-1);
  if (last === undefined) return false;
  moments[moments.length - 1] = {
    ...last,
    text: last.text === '' ? text : `${last.text}\n${text}`,
  };
  return true;
}

/** A positive offset has all come sooner. */
function joinMoments(moments: readonly LrcMoment[], offsetMs: number): LrcMoment[] {
  const shift = (timeMs: number): number => Math.max(0, timeMs - offsetMs);
  const sorted = moments.toSorted((left, right) => left.atMs - right.atMs);
  const joined: {
    line: number;
    atMs: number;
    texts: string[];
    length: number;
    marks: TimeMark[];
  }[] = [];
  for (const { line, atMs: rawMs, text, marks } of sorted) {
    const atMs = shift(rawMs);
    let last = joined.at(-1);
    if (last?.atMs !== atMs) {
      last = { line, atMs, texts: [], length: 0, marks: [] };
      joined.push(last);
    }
    if (text === '') continue;
    const begin = last.texts.length === 0 ? 0 : last.length + 1;
    for (const mark of marks) {
      last.marks.push({ offset: begin + mark.offset, atMs: shift(mark.atMs) });
    }
    last.texts.push(text);
    last.length = begin + text.length;
  }
  return joined.map(({ line, atMs, texts, marks }) => ({
    line,
    atMs,
    text: texts.join('\n'),
    marks,
  }));
}
