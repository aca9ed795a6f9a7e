const usualTime = /^(\d+):([0-5]\d):([0-5]\d)\.(\d\d)$/u;
const anyTime = /^(-?)(\d{1,6}):(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,9}))?$/u;

/** A time of an event: `H:MM:SS.cc`. */
export interface ScriptTime {
  /** May lie below zero. */
  readonly timeMs: number;
  /** Whether it is written as the format has it, in whole hundredths. */
  readonly isUsual: boolean;
}

/** Reads a time with any number of decimals; undefined where it is none. */
export function parseScriptTime(given: string): ScriptTime | undefined {
  const usual = usualTime.exec(given);
  if (usual !== null) {
    const seconds = (Number(usual[1]) * 60 + Number(usual[2])) * 60 + Number(usual[3]);
    return { timeMs: seconds * 1000 + Number(usual[4]) * 10, isUsual: true };
  }
  const found = anyTime.exec(given);
  if (found === null) return undefined;
  const [, sign, hours, minutes, seconds, fraction = ''] = found;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const timeMs = whole * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { timeMs: sign === '-' && timeMs > 0 ? -timeMs : timeMs, isUsual: false };
}

/** A time of so many hundredths of a second. */
export function formatHundredths(hundredths: number): string {
  const seconds = Math.floor(hundredths / 100);
  const minutes = Math.floor(seconds / 60);
  return (
    `${Math.floor(minutes / 60)}:${padTwo(minutes % 60)}:` +
    `${padTwo(seconds % 60)}.${padTwo(hundredths % 100)}`
  );
}

/** As the format has it, rounded to hundredths. */
export function formatScriptTime(timeMs: number): string {
  return formatHundredths(Math.max(0, Math.round(timeMs / 10)));
}

function padTwo(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
