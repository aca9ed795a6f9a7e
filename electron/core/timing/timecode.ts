const msPerHour = 3_600_000;
const msPerMinute = 60_000;
const msPerSecond = 1000;

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
  const wholeHours = Math.floor(wholeMinutes / 60);
  const minutes = twoDigits[wholeMinutes - wholeHours * 60]!;
  const seconds = twoDigits[wholeSeconds - wholeMinutes * 60]!;
  const fraction = threeDigits[wholeMs - wholeSeconds * msPerSecond]!;
  return `${padTwo(wholeHours)}:${minutes}:${seconds}${fractionMark}${fraction}`;
}

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const threeDigits = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, '0'));

function padTwo(value: number): string {
  return twoDigits[value] ?? String(value);
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
