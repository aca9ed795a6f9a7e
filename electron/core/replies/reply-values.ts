/** Longer than any recording that the services take: 12 hours at most, and some room. */
export const longestRecordingMs = 24 * 3_600_000;

const isTime = /^\s*\d+(?:\.\d+)?\s*$/u;

/**
 * A time in ms, whole, or undefined where it is none: missing, negative, later than any recording,
 * not a number. Some services give times as strings, one those of words alone, so both are read
 * everywhere.
 */
export function readTimeMs(value: unknown): number | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && isTime.test(value));
  if (!isNumber) return undefined;
  const timeMs = Math.round(Number(value));
  // Also where it is no number at all.
  return timeMs >= 0 && timeMs <= longestRecordingMs ? timeMs : undefined;
}

/** What was said, or undefined where there is no text; a number alone is what was said as well. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** The number of a channel, from 0; undefined where nothing tells it. */
export function readChannel(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^\s*\d+\s*$/u.test(value);
  if (typeof value !== 'number' && !isText) return undefined;
  const channel = Number(value);
  return Number.isInteger(channel) && channel >= 0 && channel <= mostChannel ? channel : undefined;
}

/** Of a recording with 256 channels. */
const mostChannel = 255;

/** A name or number of a speaker as text; undefined where there is none. */
export function readSpeaker(value: unknown): string | undefined {
  const name = (readText(value) ?? '').trim();
  return name === '' ? undefined : name;
}

/** The fields of a JSON object; undefined for anything else. */
export function readFields(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isFields(value) ? value : undefined;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value, or what its text holds where some SDK wrote JSON as text. */
export function unpackJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
