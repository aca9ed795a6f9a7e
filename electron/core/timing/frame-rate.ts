/** Frames a second as a fraction of whole numbers, as `30000/1001`. */
export interface FrameRate {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The rates of films, of television and of recordings of screens, by what people call them. Those of
 * NTSC are a thousandth slower than their number says (SMPTE ST 12-1).
 */
export const usualFrameRates = {
  '23.976': { numerator: 24_000, denominator: 1001 },
  '24': { numerator: 24, denominator: 1 },
  '25': { numerator: 25, denominator: 1 },
  '29.97': { numerator: 30_000, denominator: 1001 },
  '30': { numerator: 30, denominator: 1 },
  '48': { numerator: 48, denominator: 1 },
  '50': { numerator: 50, denominator: 1 },
  '59.94': { numerator: 60_000, denominator: 1001 },
  '60': { numerator: 60, denominator: 1 },
} as const satisfies Readonly<Record<string, FrameRate>>;

export type FrameRateName = keyof typeof usualFrameRates;

/** The names of the usual rates, the slowest first. */
export const frameRateNames = (Object.keys(usualFrameRates) as FrameRateName[]).toSorted(
  (left, right) => Number(left) - Number(right),
);

/** Rounded numbers of a rate of NTSC, as `23.98`, lie no farther from it. */
const nearEnough = 0.005;
/** No recording has more; above 500 a frame would be shorter than what ms can tell. */
const fastest = 480;

/**
 * The rate that a person or a file names: `25`, `29.97`, `30000/1001`. A number beside a usual rate is
 * that rate.
 * @returns undefined for what is none, or more than 480 frames a second
 */
export function parseFrameRate(text: string): FrameRate | undefined {
  const match = /^\s*(\d{1,9}(?:\.\d{1,6})?)(?:\s*[/:]\s*(\d{1,9}))?\s*$/u.exec(text);
  if (match === null) return undefined;
  const [, first = '', second = '1'] = match;
  const rate = Number(first) / Number(second);
  if (!(rate >= 1 && rate <= fastest)) return undefined;
  return findUsualRate(rate) ?? makeWhole(Number(first), Number(second));
}

/** The usual rate that a number of frames a second stands for. */
function findUsualRate(framesPerSecond: number): FrameRate | undefined {
  const names = frameRateNames.toSorted(
    (left, right) => distance(left, framesPerSecond) - distance(right, framesPerSecond),
  );
  const [nearest] = names;
  return nearest !== undefined && distance(nearest, framesPerSecond) < nearEnough
    ? usualFrameRates[nearest]
    : undefined;
}

function distance(name: FrameRateName, framesPerSecond: number): number {
  return Math.abs(framesOf(usualFrameRates[name]) - framesPerSecond);
}

function framesOf({ numerator, denominator }: FrameRate): number {
  return numerator / denominator;
}

function makeWhole(numerator: number, denominator: number): FrameRate {
  const factor = Number.isInteger(numerator) ? 1 : 1_000_000;
  return { numerator: Math.round(numerator * factor), denominator: denominator * factor };
}

/** What people call a rate: `29.97`, or the number of any other with three decimals at most. */
export function nameFrameRate(rate: FrameRate): string {
  const name = frameRateNames.find((known) => framesOf(usualFrameRates[known]) === framesOf(rate));
  return name ?? String(Number(framesOf(rate).toFixed(3)));
}

/** How many frames a timecode counts in its second: 30 for 29.97. */
export function countTimecodeFrames(rate: FrameRate): number {
  return Math.max(1, Math.round(framesOf(rate)));
}

/** The frame whose begin lies next to a time; the first one is 0. */
export function findFrame(timeMs: number, { numerator, denominator }: FrameRate): number {
  return Math.round((timeMs * numerator) / (1000 * denominator));
}

/** When a frame begins, in whole ms; {@link findFrame} finds the same frame there. */
export function findFrameMs(frame: number, { numerator, denominator }: FrameRate): number {
  return Math.round((frame * 1000 * denominator) / numerator);
}

/** The begin of the frame that lies next to a time. */
export function roundToFrame(timeMs: number, rate: FrameRate): number {
  return findFrameMs(findFrame(timeMs, rate), rate);
}
