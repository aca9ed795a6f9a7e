import {
  findFrameMs,
  type FrameRate,
  countTimecodeFrames,
  usualFrameRates,
} from '../../timing/frame-rate';
import { parseFrameTimecode } from '../../timing/frame-timecode';

/** What a cell of times says; what it means may hang on the rest of its column. */
export type TableTime =
  | { readonly kind: 'clock'; readonly ms: number }
  /** `HH:MM:SS:FF` of editing programs. */
  | {
      readonly kind: 'frames';
      readonly timecode: string;
      readonly frames: number;
      readonly isDropFrame: boolean;
    }
  | { readonly kind: 'number'; readonly value: number; readonly isWhole: boolean };

const clock = /^(?:(\d{1,6}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?$/u;
/** With a semicolon before the frames, or everywhere, where frames are dropped. */
const framed = /^(\d{1,3})[:;]([0-5]\d)[:;]([0-5]\d)([:;])(\d{1,2})$/u;
const plainNumber = /^(\d{1,12})(?:[.,](\d{1,9}))?\s*(ms|s|sec|秒|毫秒)?$/iu;
const range = /^(\d[\d:;.,]*)\s*(?:-{1,3}>|-{1,2}|→|–|—|~|至|到|to)\s*(\d[\d:;.,]*)$/iu;

/** One time, or two with an arrow or a dash between them; undefined where it is no time. */
export function parseTableTimes(
  cell: string,
): readonly [begin: TableTime, end?: TableTime] | undefined {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/^\[(.*)\]$/u, '$1');
  const one = parseTableTime(text);
  if (one !== undefined) return [one];
  const [, first, second] = range.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const begin = parseTableTime(first);
  const end = parseTableTime(second);
  return begin === undefined || end === undefined ? undefined : [begin, end];
}

function parseTableTime(text: string): TableTime | undefined {
  const [, hours = '0', minutes, seconds, fraction = ''] = clock.exec(text) ?? [];
  if (minutes !== undefined && seconds !== undefined) {
    const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return { kind: 'clock', ms: whole * 1000 + toMs(fraction) };
  }
  const frames = framed.exec(text);
  if (frames !== null) {
    const [, h, m, s, mark, f] = frames;
    const isDropFrame = mark === ';';
    return {
      kind: 'frames',
      timecode: `${h}:${m}:${s}${mark}${f}`,
      frames: Number(f),
      isDropFrame,
    };
  }
  const [, whole, part, unit] = plainNumber.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const value = Number(`${whole}.${part ?? '0'}`);
  if (unit !== undefined) {
    const isMs = unit.toLowerCase() === 'ms' || unit === '毫秒';
    return { kind: 'clock', ms: Math.round(isMs ? value : value * 1000) };
  }
  return { kind: 'number', value, isWhole: part === undefined };
}

function toMs(fraction: string): number {
  return Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** What numbers without a unit and frames mean in a table. */
export interface TimeMeaning {
  readonly numberMs: number;
  readonly rate: FrameRate;
  /** Nobody said it, and the times do not tell. */
  readonly isRateAssumed: boolean;
}

/** A cue, or the line of a table. */
export interface TableSpan {
  readonly begin: TableTime | undefined;
  readonly end?: TableTime | undefined;
  readonly duration?: TableTime | undefined;
}

/** Nobody shows a cue for less than a tenth of a second, or for longer than a minute and a half. */
const leastMs = 100;

/**
 * What plain numbers count and how many frames a second has, by all times of a table: whole numbers
 * whose cues would be longer than 100 s are milliseconds, all others seconds.
 * @param known frames a second, as a person or the recording says
 */
export function findMeaning(spans: readonly TableSpan[], known?: FrameRate): TimeMeaning {
  const isWhole = spans.every(({ begin, end }) =>
    [begin, end].every((time) => time?.kind !== 'number' || time.isWhole),
  );
  const lengths = spans
    .map(({ begin, end }, index) => {
      const next = end ?? spans[index + 1]?.begin;
      return begin?.kind === 'number' && next?.kind === 'number' ? next.value - begin.value : -1;
    })
    .filter((length) => length > 0)
    .toSorted((left, right) => left - right);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return { numberMs: isWhole && median >= leastMs ? 1 : 1000, ...findRate(spans, known) };
}

/**
 * The rate that is known, unless frames have higher numbers than it has. Else frames are dropped at 29.97
 * and 59.94 alone, and are taken for 25 a second where they are not, unless there are more of them.
 */
function findRate(
  spans: readonly TableSpan[],
  known: FrameRate | undefined,
): Pick<TimeMeaning, 'rate' | 'isRateAssumed'> {
  let most = -1;
  let isDropFrame = false;
  for (const { begin, end, duration } of spans) {
    for (const time of [begin, end, duration]) {
      if (time?.kind !== 'frames') continue;
      most = Math.max(most, time.frames);
      isDropFrame ||= time.isDropFrame;
    }
  }
  if (known !== undefined && most < countTimecodeFrames(known)) {
    return { rate: known, isRateAssumed: false };
  }
  const name = isDropFrame
    ? most < 30
      ? '29.97'
      : '59.94'
    : most < 25
      ? '25'
      : most < 30
        ? '30'
        : '60';
  return { rate: usualFrameRates[name], isRateAssumed: most >= 0 && !isDropFrame };
}

/** @returns undefined for a frame that the rate does not have */
export function resolveTime(time: TableTime, { numberMs, rate }: TimeMeaning): number | undefined {
  if (time.kind === 'clock') return time.ms;
  if (time.kind === 'number') return Math.round(time.value * numberMs);
  const frame = parseFrameTimecode(time.timecode, rate);
  return frame === undefined ? undefined : findFrameMs(frame, rate);
}
