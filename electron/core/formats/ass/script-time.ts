import { formatTimecode } from '../../timing/timecode';

const anyTime = /^(-?)(\d{1,6}):(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,9}))?$/u;

/** Reads a time with any number of decimals, in ms, which may lie below zero; undefined where it is none. */
export function parseScriptTime(given: string): number | undefined {
  const found = anyTime.exec(given);
  if (found === null) return undefined;
  const [, sign, hours, minutes, seconds, fraction = ''] = found;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const timeMs = whole * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return sign === '-' && timeMs > 0 ? -timeMs : timeMs;
}

/** Whether a time is written as the format has it, in whole hundredths; hours may have any digits. */
export function isScriptTime(given: string): boolean {
  return /^\d+:\d\d:\d\d\.\d\d$/u.test(given);
}

const zero = 48;
const colon = 58;
const point = 46;

/**
 * The time of a stretch `H:MM:SS.cc` of a line, in ms, as nearly all lines have it; -1 for any other.
 * Reading it directly is several times as fast.
 */
export function readUsualTime(line: string, from: number, end: number): number {
  if (end - from !== 10) return -1;
  if (line.charCodeAt(from + 1) !== colon || line.charCodeAt(from + 4) !== colon) return -1;
  if (line.charCodeAt(from + 7) !== point) return -1;
  const hours = readDigit(line, from);
  const tenMinutes = readDigit(line, from + 2);
  const minutes = readDigit(line, from + 3);
  const tenSeconds = readDigit(line, from + 5);
  const seconds = readDigit(line, from + 6);
  const tenths = readDigit(line, from + 8);
  const hundredths = readDigit(line, from + 9);
  if (tenMinutes > 5 || tenSeconds > 5) return -1;
  const inSeconds = hours * 3600 + tenMinutes * 600 + minutes * 60 + tenSeconds * 10 + seconds;
  const timeMs = inSeconds * 1000 + tenths * 100 + hundredths * 10;
  return Number.isNaN(timeMs) ? -1 : timeMs;
}

function readDigit(line: string, at: number): number {
  const digit = line.charCodeAt(at) - zero;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
}

/** A time of so many hundredths of a second: a timecode with one digit of hours, without its last. */
export function formatHundredths(hundredths: number): string {
  const timecode = formatTimecode(hundredths * 10, '.');
  return timecode.slice(timecode.startsWith('0') ? 1 : 0, -1);
}

/** As the format has it, rounded to hundredths. */
export function formatScriptTime(timeMs: number): string {
  return formatHundredths(Math.max(0, Math.round(timeMs / 10)));
}
