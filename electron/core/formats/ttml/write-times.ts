import type { TimecodeForm } from '../../timing/frame-timecode';
import { formatTimecode } from '../../timing/timecode';
import type { Attributes } from './xml';

/** Rates by which times can be written in frames: frames that are counted, and how a second is parted. */
const rates = {
  '23.976': { frameRate: 24, multiplier: '1000 1001' },
  '24': { frameRate: 24 },
  '25': { frameRate: 25 },
  '29.97': { frameRate: 30, multiplier: '1000 1001' },
  '30': { frameRate: 30 },
  '50': { frameRate: 50 },
  '59.94': { frameRate: 60, multiplier: '1000 1001' },
  '60': { frameRate: 60 },
} as const;

export const frameRateNames = Object.keys(rates) as readonly (keyof typeof rates)[];

/** How times are written. */
export interface TimeWriter {
  /** Attributes of the root that say so. */
  readonly attributes: Attributes;
  readonly format: (timeMs: number) => string;
  /** The time that stands there then. */
  readonly round: (timeMs: number) => number;
  /** The shortest that a cue can be. */
  readonly leastMs: number;
}

const inMilliseconds: TimeWriter = {
  attributes: {},
  format: (timeMs) => formatTimecode(timeMs, '.'),
  round: (timeMs) => timeMs,
  leastMs: 1,
};

/**
 * The timecode in which times are written; none where they are in milliseconds. Frames are counted within
 * the seconds of the clock here, so that the whole rate tells when a label is.
 */
export function findTimecode(name: string): TimecodeForm | undefined {
  if (!Object.hasOwn(rates, name)) return undefined;
  const { frameRate } = rates[name as keyof typeof rates];
  return { rate: { numerator: frameRate, denominator: 1 }, isDropFrame: false };
}

/** @param name of a frame rate; any other gives times in milliseconds */
export function makeTimeWriter(name: string): TimeWriter {
  if (!Object.hasOwn(rates, name)) return inMilliseconds;
  const rate: { readonly frameRate: number; readonly multiplier?: string } =
    rates[name as keyof typeof rates];
  const effective = rate.multiplier === undefined ? rate.frameRate : rate.frameRate / 1.001;
  /** Seconds are whole ones of the clock, and frames are counted within each. */
  const split = (timeMs: number): readonly [seconds: number, frames: number] => {
    const seconds = Math.floor(timeMs / 1000);
    const frames = Math.round(((timeMs % 1000) / 1000) * effective);
    return frames >= Math.ceil(effective) ? [seconds + 1, 0] : [seconds, frames];
  };
  return {
    attributes: {
      'ttp:frameRate': String(rate.frameRate),
      ...(rate.multiplier === undefined ? {} : { 'ttp:frameRateMultiplier': rate.multiplier }),
    },
    format: (timeMs) => {
      const [seconds, frames] = split(Math.max(0, timeMs));
      const clock = formatTimecode(seconds * 1000, '.').slice(0, -'.000'.length);
      return `${clock}:${String(frames).padStart(2, '0')}`;
    },
    round: (timeMs) => {
      const [seconds, frames] = split(Math.max(0, timeMs));
      return Math.round((seconds + frames / effective) * 1000);
    },
    leastMs: Math.ceil(1000 / effective),
  };
}
