import { parseTimecode } from '../../timing/timecode';

/** A line that begins with a time, or two. */
export interface TimedLine {
  readonly beginMs: number;
  readonly endMs?: number;
  readonly rest: string;
  /** How surely the numbers are times of a recording: by their brackets, or because nothing else is there. */
  readonly isSure: boolean;
  /** As this program writes it. */
  readonly isOwn: boolean;
  /** `HH:MM:SS:text`, in which `|` breaks lines. */
  readonly isTmplayer: boolean;
}

const time = '-?\\d{1,4}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?';
const pattern = new RegExp(
  `^\\s*(?:([[(（【<])\\s*)?(${time})(?:\\s*(?:-{1,3}>?|–|—|→|~|至|到|to)\\s*(${time}))?(?:\\s*([\\])）】>]))?(.*)$`,
  'u',
);
const own = /^\[\d{2,}:\d\d:\d\d\.\d{3} - \d{2,}:\d\d:\d\d\.\d{3}\] /u;
const tmplayer = /^-?\d{1,2}:\d\d:\d\d:\S/u;
/** What may stand between a bare time and its text. */
const separator = /^(?:[\s\u3000]|[:：]|$)/u;

/** Undefined where a line does not begin with a time. */
export function readTimedLine(line: string): TimedLine | undefined {
  const [, open, begin, end, close, rest = ''] = pattern.exec(line) ?? [];
  if (begin === undefined || (open === undefined) !== (close === undefined)) return undefined;
  const isBare = open === undefined;
  if (isBare && !separator.test(rest)) return undefined;
  const beginMs = parseTimecode(begin);
  const endMs = end === undefined ? undefined : parseTimecode(end);
  if (beginMs === undefined || (end !== undefined && endMs === undefined)) return undefined;
  const isTmplayer = tmplayer.test(line);
  const text = isBare
    ? rest.replace(/^\s*[:：]?\s*(?:[-–|]\s+)?/u, '')
    : rest.replace(/^[:：]/u, '');
  return {
    beginMs,
    ...(endMs === undefined ? undefined : { endMs }),
    rest: text.trim(),
    isSure: !isBare || endMs !== undefined || text.trim() === '' || isTmplayer,
    isOwn: own.test(line),
    isTmplayer,
  };
}

/** A name with the time at which its turn begins, on a line of their own. */
export function readTurnLine(
  line: string,
): { readonly speaker: string; readonly beginMs: number } | undefined {
  const [, name = '', begin = ''] = turn.exec(line) ?? [];
  const speaker = name.trim().replace(/[:：]$/u, '');
  const beginMs = parseTimecode(begin);
  if (speaker === '' || beginMs === undefined || /[.!?。！？]$/u.test(speaker)) return undefined;
  return { speaker, beginMs };
}

const turn = new RegExp(`^\\s*(\\S[^\\r\\n]{0,40}?)\\s+[[(（]?(${time})[\\])）]?\\s*$`, 'u');

/** A name and a colon before what is said. */
const named =
  /^([\p{Lu}\p{Lt}\p{Lo}\d][^\s:：,，。!！?？;；]{0,30}(?: [^\s:：,，。!！?？;；]{1,30}){0,3}) ?(?::(?:\s+|$)|：\s*)(.*)$/su;

/** Who says a text, as it seems to name somebody, and what is said. */
export function splitName(
  text: string,
): { readonly speaker: string; readonly text: string } | undefined {
  const [, speaker, said = ''] = named.exec(text) ?? [];
  return speaker === undefined ? undefined : { speaker, text: said };
}

/** As this program writes a name, whatever it is. */
const ownName = /^([^\r\n\u200b][^\r\n]{0,79}?): (.*)$/su;

/** As {@link splitName}, of a line that this program wrote. */
export function splitOwnName(
  text: string,
): { readonly speaker: string; readonly text: string } | undefined {
  const [, speaker, said = ''] = ownName.exec(text) ?? [];
  return speaker === undefined ? undefined : { speaker, text: said };
}

/** What would be taken for more than text, at the begin of a line. */
export const looksMarked = new RegExp(`${pattern.source}|${named.source}|${ownName.source}`, 'su');
