import type { Attributes } from './xml';

/** How the times of a file are to be read (TTML2 §7.2). */
export interface TimeParameters {
  /** Frames a second by which clock times count, as the file names it. */
  readonly frameRate: number;
  /** Frames a second as they pass. */
  readonly effectiveRate: number;
  readonly subFrameRate: number;
  readonly tickRate: number;
  /** Whether clock times are labels of frames, whose seconds need not last one. */
  readonly isSmpte: boolean;
  readonly dropMode: 'dropNTSC' | 'dropPAL' | 'nonDrop';
}

/** @param attributes of the root element */
export function readTimeParameters(attributes: Attributes): TimeParameters {
  const frameRate = readPositive(attributes['ttp:frameRate']) ?? 30;
  const subFrameRate = readPositive(attributes['ttp:subFrameRate']) ?? 1;
  const multiplier = readMultiplier(attributes['ttp:frameRateMultiplier']);
  const effectiveRate = frameRate * multiplier;
  const hasRate = readPositive(attributes['ttp:frameRate']) !== undefined;
  const tickRate =
    readPositive(attributes['ttp:tickRate']) ?? (hasRate ? effectiveRate * subFrameRate : 1);
  const mode = attributes['ttp:dropMode']?.trim();
  return {
    ...{ frameRate, effectiveRate, subFrameRate, tickRate },
    isSmpte: attributes['ttp:timeBase']?.trim() === 'smpte',
    dropMode: mode === 'dropNTSC' || mode === 'dropPAL' ? mode : 'nonDrop',
  };
}

function readPositive(given: string | undefined): number | undefined {
  const value = /^\s*\d{1,12}\s*$/u.test(given ?? '') ? Number(given) : 0;
  return value > 0 ? value : undefined;
}

/** `1000 1001`; in the first drafts with a colon. */
function readMultiplier(given = '1 1'): number {
  const [, above = '', below = above] = /^\s*(\d{1,9})(?:[\s:/]+(\d{1,9}))?\s*$/u.exec(given) ?? [];
  const value = given.trim() === above ? Number(above) : Number(above) / Number(below);
  return Number.isFinite(value) && value > 0 ? value : 1;
}

const clock = /^(\d{1,6}):(\d{1,2}):(\d{1,2})(?:[.,](\d{1,12})|[:;](\d{1,4})(?:\.(\d{1,6}))?)?$/u;
const offset = /^(\d{1,15}(?:\.\d{1,15})?)\s*(h|m|s|ms|f|t)$/u;
/** Without hours, or without a unit: no form of TTML, and plain all the same. */
const loose = /^(?:(\d{1,3}):)?(\d{1,9}(?:[.,]\d{1,9})?)$/u;

/** A time in ms, and whether it is written as TTML has it; undefined where it is none. */
export function parseTime(
  given: string,
  parameters: TimeParameters,
): { readonly timeMs: number; readonly isStrict: boolean } | undefined {
  const text = given.trim();
  const asOffset = offset.exec(text);
  if (asOffset !== null) {
    const [, count, unit] = asOffset;
    return { timeMs: Number(count) * lengthOf(unit!, parameters), isStrict: true };
  }
  const asClock = clock.exec(text);
  if (asClock !== null) {
    return { timeMs: readClock(asClock, parameters), isStrict: !/[,;]/u.test(text) };
  }
  const asLoose = loose.exec(text);
  if (asLoose === null) return undefined;
  const [, minutes = '0', seconds = ''] = asLoose;
  const inSeconds = Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  return { timeMs: inSeconds * 1000, isStrict: false };
}

function lengthOf(unit: string, { effectiveRate, tickRate }: TimeParameters): number {
  if (unit === 'h') return 3_600_000;
  if (unit === 'm') return 60_000;
  if (unit === 's') return 1000;
  if (unit === 'ms') return 1;
  return 1000 / (unit === 'f' ? effectiveRate : tickRate);
}

function readClock(
  [, hours, minutes, seconds, fraction = '0', frames = '0', subFrames = '0']: RegExpExecArray,
  { frameRate, effectiveRate, subFrameRate, isSmpte, dropMode }: TimeParameters,
): number {
  const inMinutes = Number(hours) * 60 + Number(minutes);
  const inSeconds = inMinutes * 60 + Number(seconds);
  const inFrames = Number(frames) + Number(subFrames) / subFrameRate;
  if (!isSmpte) {
    return (inSeconds + inFrames / effectiveRate) * 1000 + Number(`0.${fraction}`) * 1000;
  }
  const dropped =
    dropMode === 'dropNTSC'
      ? (inMinutes - Math.floor(inMinutes / 10)) * 2
      : dropMode === 'dropPAL'
        ? (Math.floor(inMinutes / 2) - Math.floor(inMinutes / 20)) * 4
        : 0;
  const counted = (inSeconds + Number(`0.${fraction}`)) * frameRate + inFrames - dropped;
  return (counted / effectiveRate) * 1000;
}
