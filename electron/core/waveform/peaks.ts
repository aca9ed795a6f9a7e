/**
 * Peaks: what a waveform is drawn from. A peak is the lowest and the highest 16-bit sample of a
 * short stretch of time, over all channels (a mix could cancel out and hide sound that is there).
 * Pairs are interleaved: `[lowest, highest, lowest, highest, …]`.
 *
 * Level 0 has 200 peaks a second; each further level joins four of the one before. Three hours
 * are 2.2 million pairs (8.6 MB) on level 0 and 2,100 on level 5, so that at every zoom a screen
 * is drawn from fewer than five pairs a pixel. Beyond 200 px/s level 0 shows steps of 5 ms; who
 * wants more decodes the visible seconds and feeds them to a {@link PeakAccumulator} of a finer
 * rate.
 */
export const peaksPerSecond = 200;
export const levelFactor = 4;
export const levelCount = 6;

/** Peaks a second on a level: 200, 50, 12.5, 3.125, … */
export function rateOfLevel(level: number): number {
  return peaksPerSecond / levelFactor ** level;
}

/** Peaks on a level where level 0 has `count`. */
export function countOfLevel(count: number, level: number): number {
  return Math.ceil(count / levelFactor ** level);
}

/** Joins each `factor` pairs into one, from the first on; the last may join fewer. */
export function joinPairs(pairs: Int16Array, factor: number): Int16Array<ArrayBuffer> {
  const count = pairs.length / 2;
  const joined = new Int16Array(Math.ceil(count / factor) * 2);
  for (let peak = 0; peak * factor < count; peak += 1) {
    writeExtremes(pairs, peak * factor, Math.min((peak + 1) * factor, count), joined, peak);
  }
  return joined;
}

/**
 * Turns a stream of interleaved 16-bit samples into peaks. Peak `n` covers the frames from
 * `floor(n * rateHz / perSecond)` up to those of `n + 1`, so that 44,100 Hz needs no resampling
 * and the error never adds up.
 */
export class PeakAccumulator {
  private readonly rateHz: number;
  private readonly channels: number;
  private readonly perSecond: number;
  private finished: Int16Array<ArrayBuffer> = new Int16Array(1_024);
  private finishedCount = 0;
  private totalCount = 0;
  private missingSamples: number;
  private isTouched = false;
  private lowest = 0;
  private highest = 0;

  constructor(rateHz: number, channels: number, perSecond: number = peaksPerSecond) {
    if (!(perSecond > 0 && rateHz >= perSecond && channels >= 1)) {
      throw new RangeError(`No peaks at ${perSecond} of ${rateHz} Hz, ${channels} channels`);
    }
    this.rateHz = rateHz;
    this.channels = channels;
    this.perSecond = perSecond;
    this.missingSamples = this.samplesOfPeak(0);
  }

  /** Takes interleaved samples, in blocks of any size. */
  push(samples: Int16Array): void {
    let index = 0;
    while (index < samples.length) {
      const end = Math.min(samples.length, index + this.missingSamples);
      this.missingSamples -= end - index;
      // Local variables: fields in this loop halve its speed, and it sees every sample.
      let lowest = this.isTouched ? this.lowest : 32_767;
      let highest = this.isTouched ? this.highest : -32_768;
      for (; index < end; index += 1) {
        const sample = samples[index]!;
        if (sample < lowest) lowest = sample;
        if (sample > highest) highest = sample;
      }
      this.lowest = lowest;
      this.highest = highest;
      this.isTouched = true;
      if (this.missingSamples === 0) this.finishPeak();
    }
  }

  /** Ends the last peak although it is not full. */
  finish(): void {
    if (this.isTouched) this.finishPeak();
  }

  /** Peaks that {@link take} would give now. */
  get count(): number {
    return this.finishedCount;
  }

  /** The peaks finished since the last call. */
  take(): Int16Array<ArrayBuffer> {
    const pairs = this.finished.slice(0, this.finishedCount * 2);
    this.finishedCount = 0;
    return pairs;
  }

  private finishPeak(): void {
    if (this.finishedCount * 2 === this.finished.length) {
      const grown = new Int16Array(this.finished.length * 2);
      grown.set(this.finished);
      this.finished = grown;
    }
    this.finished[this.finishedCount * 2] = this.lowest;
    this.finished[this.finishedCount * 2 + 1] = this.highest;
    this.finishedCount += 1;
    this.totalCount += 1;
    this.isTouched = false;
    this.missingSamples = this.samplesOfPeak(this.totalCount);
  }

  private samplesOfPeak(peak: number): number {
    const begin = Math.floor((peak * this.rateHz) / this.perSecond);
    const end = Math.floor(((peak + 1) * this.rateHz) / this.perSecond);
    return (end - begin) * this.channels;
  }
}

/** All levels of a recording's peaks; grows while the recording is read. */
export class PeakPyramid {
  private readonly levels: GrowingLevel[] = Array.from({ length: levelCount }, () => ({
    pairs: new Int16Array(2_048),
    count: 0,
  }));

  /** Peaks on level 0. */
  get count(): number {
    return this.levels[0]!.count;
  }

  /** Adds peaks of level 0 at the end. The last peak of a coarse level may still change. */
  append(pairs: Int16Array): void {
    const base = this.levels[0]!;
    let changedFrom = base.count;
    growTo(base, base.count + pairs.length / 2);
    base.pairs.set(pairs, changedFrom * 2);
    for (let level = 1; level < levelCount; level += 1) {
      changedFrom = Math.floor(changedFrom / levelFactor);
      joinLevel(this.levels[level - 1]!, this.levels[level]!, changedFrom);
    }
  }

  /** The pairs of a level as a view; valid until the next {@link append}. */
  level(level: number): Int16Array {
    const { pairs, count } = getLevel(this.levels, level);
    return pairs.subarray(0, count * 2);
  }
}

interface GrowingLevel {
  pairs: Int16Array;
  count: number;
}

function getLevel(levels: readonly GrowingLevel[], level: number): GrowingLevel {
  const found = levels[level];
  if (found === undefined) throw new RangeError(`No peak level ${level}`);
  return found;
}

function growTo(level: GrowingLevel, count: number): void {
  if (count * 2 > level.pairs.length) {
    const grown = new Int16Array(Math.max(count * 2, level.pairs.length * 2));
    grown.set(level.pairs.subarray(0, level.count * 2));
    level.pairs = grown;
  }
  level.count = count;
}

function joinLevel(fine: GrowingLevel, coarse: GrowingLevel, from: number): void {
  growTo(coarse, Math.ceil(fine.count / levelFactor));
  for (let peak = from; peak < coarse.count; peak += 1) {
    const end = Math.min((peak + 1) * levelFactor, fine.count);
    writeExtremes(fine.pairs, peak * levelFactor, end, coarse.pairs, peak);
  }
}

/** Joins the pairs `begin` to `end` of `source` into pair `at` of `target`. */
function writeExtremes(
  source: Int16Array,
  begin: number,
  end: number,
  target: Int16Array,
  at: number,
): void {
  let lowest = 32_767;
  let highest = -32_768;
  for (let index = begin * 2; index < end * 2; index += 2) {
    if (source[index]! < lowest) lowest = source[index]!;
    if (source[index + 1]! > highest) highest = source[index + 1]!;
  }
  target[at * 2] = lowest;
  target[at * 2 + 1] = highest;
}

/** The coarsest level that still has a peak for every pixel; level 0 where none has. */
export function chooseLevel(pixelsPerSecond: number): number {
  for (let level = levelCount - 1; level > 0; level -= 1) {
    if (rateOfLevel(level) >= pixelsPerSecond) return level;
  }
  return 0;
}

/** Peaks of a level that touch a stretch of time, as a half-open range clamped to `count`. */
export function findPeakRange(
  level: number,
  count: number,
  beginMs: number,
  endMs: number,
): { readonly beginIndex: number; readonly endIndex: number } {
  const perMs = rateOfLevel(level) / 1000;
  const clamp = (index: number): number => Math.min(Math.max(index, 0), count);
  const beginIndex = clamp(Math.floor(beginMs * perMs));
  return { beginIndex, endIndex: Math.max(beginIndex, clamp(Math.ceil(endMs * perMs))) };
}

/**
 * One pair for each pixel column of a picture that begins at `beginMs`: the extremes of the peaks
 * that touch the column. Columns without peaks (before zero, after what is read) are `0, 0`.
 */
export function readColumns(
  pyramid: PeakPyramid,
  view: { readonly beginMs: number; readonly pixelsPerSecond: number; readonly widthPx: number },
): Int16Array {
  const level = chooseLevel(view.pixelsPerSecond);
  const pairs = pyramid.level(level);
  const columns = new Int16Array(view.widthPx * 2);
  const columnMs = 1000 / view.pixelsPerSecond;
  for (let column = 0; column < view.widthPx; column += 1) {
    const beginMs = view.beginMs + column * columnMs;
    const range = findPeakRange(level, pairs.length / 2, beginMs, beginMs + columnMs);
    if (range.beginIndex < range.endIndex) {
      writeExtremes(pairs, range.beginIndex, range.endIndex, columns, column);
    }
  }
  return columns;
}

/**
 * A level as the two channels that a waveform library draws up and down from the middle: highest
 * and lowest, each -1 to 1.
 */
export function toEnvelope(pairs: Int16Array): [highest: Float32Array, lowest: Float32Array] {
  const highest = new Float32Array(pairs.length / 2);
  const lowest = new Float32Array(pairs.length / 2);
  for (let peak = 0; peak < highest.length; peak += 1) {
    lowest[peak] = pairs[peak * 2]! / 32_768;
    highest[peak] = pairs[peak * 2 + 1]! / 32_768;
  }
  return [highest, lowest];
}
