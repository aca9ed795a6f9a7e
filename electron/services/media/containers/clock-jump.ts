import type { ReadClockMarks } from './broadcast-clock';
import type { ReadAt } from './read-at';

const wholeBytes = 64_000_000;
const windows = 64;
const windowBytes = 1_000_000;
/** Clocks are to be marked ten times a second; a pause of this length is another recording. */
const largestStepSeconds = 10;
/** Bit rates vary; what differs by less from what the bytes lead to expect is no jump to look for. */
const leastOddSeconds = 1;
/** How often more is looked into a large file at most, so that no more of it is read than 0.3 GB. */
const mostLooks = 256;
/** Of a counter of 33 bits at 90 kHz. */
const wrapSeconds = 2 ** 33 / 90_000;

/** What one look into a file tells of each clock in it. */
interface Look {
  readonly begin: number;
  readonly end: number;
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
}

/** What lies between two looks. */
interface Stretch {
  readonly before: Look;
  readonly after: Look;
  readonly bytes: number;
  /** That passed by the clock. */
  readonly seconds: number;
}

/**
 * Whether the clock of a broadcast jumps, as in files that were joined: then neither first nor last
 * time says how long it is. Small files are read whole. Large ones are looked into at even distances,
 * and then where more or less time passes than the bytes lead to expect, from the oddest place on and
 * between two looks each time, until a jump is seen or nothing is odd. At a constant rate of bits a
 * single jump is found so; at a variable one it may hide where it is smaller than the rate's own
 * changes.
 * @param signal ends the search, as if there were none
 */
export async function doesClockJump(
  readAt: ReadAt,
  sizeBytes: number,
  readMarks: ReadClockMarks,
  signal?: AbortSignal,
): Promise<boolean> {
  const look = (begin: number, length: number): Promise<Look | undefined> =>
    readLook(readAt, readMarks, begin, Math.min(length, sizeBytes - begin));
  const isWhole = sizeBytes <= wholeBytes;
  const step = isWhole ? windowBytes : (sizeBytes - windowBytes) / (windows - 1);
  const stretches: Stretch[] = [];
  let before: Look | undefined;
  for (let begin = 0; begin < sizeBytes; begin += step) {
    const next = await look(Math.floor(begin), windowBytes);
    if (next === undefined) return true;
    const stretch = before === undefined ? undefined : measure(before, next);
    if (stretch !== undefined && isJump(stretch)) return true;
    if (stretch !== undefined) stretches.push(stretch);
    if (next.first.size > 0) before = next;
  }
  return isWhole ? false : searchOddest(stretches, look, signal);
}

async function searchOddest(
  stretches: readonly Stretch[],
  look: (begin: number, length: number) => Promise<Look | undefined>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const rates = stretches.map(({ bytes, seconds }) => seconds / bytes).toSorted((a, b) => a - b);
  const usual = rates[Math.floor(rates.length / 2)] ?? 0;
  const oddness = ({ bytes, seconds }: Stretch): number => Math.abs(seconds - bytes * usual);
  const open = stretches.filter((stretch) => oddness(stretch) > leastOddSeconds);
  for (
    let count = 0;
    count < mostLooks && open.length > 0 && signal?.aborted !== true;
    count += 1
  ) {
    const oddest = open.reduce((one, other) => (oddness(other) > oddness(one) ? other : one));
    open.splice(open.indexOf(oddest), 1);
    const { before, after, bytes } = oddest;
    const isLast = bytes <= windowBytes;
    const begin = isLast ? before.end : before.end + Math.floor((bytes - windowBytes) / 2);
    const between = await look(begin, Math.min(bytes, windowBytes));
    if (between === undefined) return true;
    if (between.first.size === 0) continue;
    for (const part of [measure(before, between), measure(between, after)]) {
      if (part === undefined) continue;
      if (isJump(part)) return true;
      if (part.bytes > 0 && oddness(part) > leastOddSeconds) open.push(part);
    }
  }
  return false;
}

/** Reads the clocks of a piece; undefined where one jumps in it. */
async function readLook(
  readAt: ReadAt,
  readMarks: ReadClockMarks,
  begin: number,
  length: number,
): Promise<Look | undefined> {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { clock, seconds } of readMarks(await readAt(begin, length))) {
    const before = last.get(clock);
    if (before === undefined) first.set(clock, seconds);
    else if (isStepJump(passedSince(before, seconds))) return undefined;
    last.set(clock, seconds);
  }
  return { begin, end: begin + length, first, last };
}

/** By the clock that both have; undefined where there is none. */
function measure(before: Look, after: Look): Stretch | undefined {
  for (const [clock, seconds] of before.last) {
    const next = after.first.get(clock);
    if (next === undefined) continue;
    const bytes = Math.max(0, after.begin - before.end);
    return { before, after, bytes, seconds: passedSince(seconds, next) };
  }
  return undefined;
}

/** Whether a jump shows already: time that goes back, or passes where there are no bytes for it. */
function isJump({ bytes, seconds }: Stretch): boolean {
  return bytes === 0 ? isStepJump(seconds) : seconds < -0.5;
}

function isStepJump(seconds: number): boolean {
  return seconds < -0.5 || seconds > largestStepSeconds;
}

/** Time that passed, also where the counter began anew in between. */
function passedSince(before: number, seconds: number): number {
  const passed = seconds - before;
  return passed < -wrapSeconds / 2 ? passed + wrapSeconds : passed;
}
