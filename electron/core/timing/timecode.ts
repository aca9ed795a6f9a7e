const msPerHour = 3_600_000;
const msPerMinute = 60_000;
const msPerSecond = 1000;
const zero = 0x30;
const colon = 0x3a;

export type FractionMark = '.' | ',';

/**
 * A time as `HH:MM:SS.mmm`; hours take more digits from 100 on.
 *
 * @param timeMs rounded to whole ms; below zero counts as zero, as no format has negative times
 */
export function formatTimecode(timeMs: number, fractionMark: FractionMark): string {
  const wholeMs = Math.max(0, Math.round(timeMs));
  const wholeSeconds = Math.floor(wholeMs / msPerSecond);
  const wholeMinutes = Math.floor(wholeSeconds / 60);
  const hours = Math.floor(wholeMinutes / 60);
  if (hours > 99) return `${hours}${formatTimecode(wholeMs % msPerHour, fractionMark).slice(2)}`;
  const minutes = wholeMinutes % 60;
  const seconds = wholeSeconds % 60;
  const fraction = wholeMs % msPerSecond;
  // In one piece: a file of subtitles has tens of thousands of these.
  return String.fromCharCode(
    toDigit(hours / 10),
    toDigit(hours % 10),
    colon,
    toDigit(minutes / 10),
    toDigit(minutes % 10),
    colon,
    toDigit(seconds / 10),
    toDigit(seconds % 10),
    fractionMark.charCodeAt(0),
    toDigit(fraction / 100),
    toDigit((fraction / 10) % 10),
    toDigit(fraction % 10),
  );
}

/** The code of the character of a digit; what is behind its point does not count. */
function toDigit(value: number): number {
  return zero + Math.floor(value);
}

/** How many characters `HH:MM:SS,mmm` has. */
export const timecodeLength = 12;

/**
 * The time that `HH:MM:SS,mmm` at a place of a line stands for, in ms; negative where anything else
 * stands there. Many times as fast as `parseTimecode`, for the form that nearly all times have.
 */
export function readTimecodeAt(line: string, at: number, fractionMark: FractionMark): number {
  const hours = readTwoDigits(line, at);
  const minutes = readTwoDigits(line, at + 3);
  const seconds = readTwoDigits(line, at + 6);
  const hundredths = readTwoDigits(line, at + 9);
  const last = line.charCodeAt(at + 11) - zero;
  const isWhole =
    line.charCodeAt(at + 2) === colon &&
    line.charCodeAt(at + 5) === colon &&
    line.charCodeAt(at + 8) === fractionMark.charCodeAt(0);
  if (!isWhole || hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
    return -1;
  }
  if (hundredths < 0 || !(last >= 0 && last <= 9)) return -1;
  return ((hours * 60 + minutes) * 60 + seconds) * msPerSecond + hundredths * 10 + last;
}

function readTwoDigits(line: string, at: number): number {
  const tens = line.charCodeAt(at) - zero;
  const ones = line.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const timecode = /^(-?)(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?:[.,:;] ?(\d{1,9}))?$/u;

/**
 * The time a timecode stands for, in ms; undefined where it is none. Hours and the fraction may be
 * absent, the fraction's mark may be a point or a comma, and `,5` is half a second: digits after the
 * mark are a decimal fraction, cut to ms.
 */
export function parseTimecode(text: string): number | undefined {
  const match = timecode.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const timeMs =
    Number(hours) * msPerHour +
    Number(minutes) * msPerMinute +
    Number(seconds) * msPerSecond +
    Number(fraction.slice(0, 3).padEnd(3, '0'));
  return sign === '-' && timeMs > 0 ? -timeMs : timeMs;
}
