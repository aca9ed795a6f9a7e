/** What a cell of times says; what it means may hang on the rest of its column. */
export type TableTime =
  | { readonly kind: 'clock'; readonly ms: number }
  /** `HH:MM:SS:FF` of editing programs. */
  | { readonly kind: 'frames'; readonly ms: number; readonly frames: number }
  | { readonly kind: 'number'; readonly value: number; readonly isWhole: boolean };

const clock = /^(?:(\d{1,6}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?$/u;
const framed = /^(\d{1,3})[:;](\d\d)[:;](\d\d)[:;](\d{1,2})$/u;
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
    const [, h, m, s, f] = frames;
    const whole = (Number(h) * 60 + Number(m)) * 60 + Number(s);
    return { kind: 'frames', ms: whole * 1000, frames: Number(f) };
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
  readonly framesPerSecond: number;
}

/** Nobody shows a cue for less than a tenth of a second, or for longer than a minute and a half. */
const leastMs = 100;

/**
 * What plain numbers count and how many frames a second has, by all times of a table: whole numbers
 * whose cues would be longer than 100 s are milliseconds, all others seconds; frames are 25 a second,
 * unless there are higher numbers of them.
 */
export function findMeaning(
  spans: readonly (readonly [begin: TableTime, end: TableTime | undefined])[],
): TimeMeaning {
  const times = spans.flatMap(([begin, end]) => (end === undefined ? [begin] : [begin, end]));
  const most = times.reduce(
    (highest, time) => (time.kind === 'frames' ? Math.max(highest, time.frames) : highest),
    0,
  );
  const framesPerSecond = most < 25 ? 25 : most < 30 ? 30 : 60;
  const isWhole = times.every((time) => time.kind !== 'number' || time.isWhole);
  const lengths = spans
    .map(([begin, end], index) => {
      const next = end ?? spans[index + 1]?.[0];
      return begin.kind === 'number' && next?.kind === 'number' ? next.value - begin.value : -1;
    })
    .filter((length) => length > 0)
    .toSorted((left, right) => left - right);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return { numberMs: isWhole && median >= leastMs ? 1 : 1000, framesPerSecond };
}

export function resolveTime(time: TableTime, { numberMs, framesPerSecond }: TimeMeaning): number {
  if (time.kind === 'clock') return time.ms;
  if (time.kind === 'number') return Math.round(time.value * numberMs);
  return time.ms + Math.round((time.frames * 1000) / framesPerSecond);
}
