/** `[mm:ss.xx]`, as players have it; minutes go on beyond 59. */
export function formatLrcTime(centiseconds: number): string {
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${pad(centiseconds / 6000)}:${pad((centiseconds % 6000) / 100)}.${pad(centiseconds % 100)}`;
}

export function toCentiseconds(timeMs: number): number {
  return Math.max(0, Math.round(timeMs / 10));
}

/** What stands in brackets before a line or a word; `mm:ss:xx` is of old players. */
export const lrcTime = '\\d{1,4}:\\d{1,2}(?::\\d{1,2})?(?:[.,]\\d{1,3})?';
const parts = /^(\d+):(\d+)(?::(\d+))?(?:[.,](\d+))?$/u;

/** The time in ms of what {@link lrcTime} matches. */
export function parseLrcTime(text: string): number {
  const [, first = '0', second = '0', third, fraction] = parts.exec(text) ?? [];
  const toMs = (digits: string): number => Number(digits.padEnd(3, '0'));
  if (third === undefined) {
    return (Number(first) * 60 + Number(second)) * 1000 + toMs(fraction ?? '');
  }
  // With three numbers the last are hundredths, unless a fraction behind them says that they are seconds.
  return fraction === undefined
    ? (Number(first) * 60 + Number(second)) * 1000 + toMs(third.padStart(2, '0'))
    : ((Number(first) * 60 + Number(second)) * 60 + Number(third)) * 1000 + toMs(fraction);
}
