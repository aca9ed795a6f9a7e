import {
  chooseLevel,
  countOfLevel,
  levelCount,
  PeakPyramid,
  peaksPerSecond,
  rateOfLevel,
} from './peaks';

/** Pairs that are fetched and kept together: 32 KB, 41 s of level 0. */
export const peaksPerChunk = 8_192;

/** Levels of up to so many pairs are read whole: 136 KB, level 3 of three hours. */
const mostWholePeaks = 34_000;

/**
 * The finest level that is small enough to be read whole, so that the picture of a whole recording
 * never has to wait; of three minutes that is level 0.
 *
 * @param count peaks of level 0
 */
export function findFirstWholeLevel(count: number): number {
  let level = 0;
  while (level < levelCount - 1 && countOfLevel(count, level) > mostWholePeaks) level += 1;
  return level;
}

/** Chunks of fine levels that are kept, 16 MB; beyond that the first to come are the first to go. */
const mostChunks = 512;

/** Factors of a quiet recording's picture, each half as loud again as the next. */
const gains = [12, 8, 6, 4, 3, 2, 1.5, 1.2, 1];

export interface PeakChunk {
  readonly level: number;
  /** Number of the chunk in its level: it begins with pair `chunk * peaksPerChunk`. */
  readonly chunk: number;
}

/**
 * The peaks of a recording as far as a window has them. While they are made, level 0 grows from the
 * front and everything is derived from it; of a complete file only what is looked at comes in, and
 * a coarser level stands in for a finer one that is still on its way.
 */
export class PeakStore {
  private readonly pyramid = new PeakPyramid();
  private readonly chunks: (Int16Array | undefined)[][] = Array.from(
    { length: levelCount },
    () => [],
  );
  private readonly fineChunks: PeakChunk[] = [];
  private totalCount = 0;
  private loudest = 0;

  /** Peaks of level 0 that there are, whether here or not. */
  get count(): number {
    return Math.max(this.totalCount, this.pyramid.count);
  }

  /** Peaks of level 0 that came from the front. */
  get grownCount(): number {
    return this.pyramid.count;
  }

  /**
   * Factor that makes the loudest sound nearly fill a picture, so that a quiet recording can be read
   * too; in a few steps, so that a growing picture does not breathe.
   */
  get gain(): number {
    const loudest = Math.max(this.loudest, 1) / 32_768;
    return gains.find((gain) => gain * loudest <= 1) ?? 1;
  }

  /** Adds peaks of level 0 after the last ones. */
  grow(pairs: Int16Array): void {
    this.pyramid.append(pairs);
    this.listen(pairs);
  }

  /** Says how many there are on level 0 in all, once every level can be asked for. */
  complete(count: number): void {
    this.totalCount = count;
  }

  put(place: PeakChunk, pairs: Int16Array): void {
    this.chunks[place.level]![place.chunk] = pairs;
    this.listen(pairs);
    if (place.level >= findFirstWholeLevel(this.totalCount)) return;
    this.fineChunks.push(place);
    if (this.fineChunks.length <= mostChunks) return;
    const { level, chunk } = this.fineChunks.shift()!;
    this.chunks[level]![chunk] = undefined;
  }

  /** What is not here of the peaks that a stretch of time is best drawn from. */
  findMissing(pixelsPerSecond: number, beginMs: number, endMs: number): PeakChunk[] {
    const level = chooseLevel(pixelsPerSecond);
    const perMs = rateOfLevel(level) / 1000;
    const last = Math.min(countOfLevel(this.totalCount, level), Math.ceil(endMs * perMs)) - 1;
    const missing: PeakChunk[] = [];
    const first = Math.max(0, Math.floor(beginMs * perMs));
    for (let chunk = Math.floor(first / peaksPerChunk); chunk * peaksPerChunk <= last; chunk += 1) {
      if (!this.has(level, chunk)) missing.push({ level, chunk });
    }
    return missing;
  }

  /** Chunks of the levels that are read whole. */
  listWholeLevels(): PeakChunk[] {
    const list: PeakChunk[] = [];
    const finest = findFirstWholeLevel(this.totalCount);
    for (let level = levelCount - 1; level >= finest; level -= 1) {
      const count = countOfLevel(this.totalCount, level);
      for (let chunk = 0; chunk * peaksPerChunk < count; chunk += 1) {
        if (!this.has(level, chunk)) list.push({ level, chunk });
      }
    }
    return list;
  }

  /**
   * The extremes of each pixel column from `beginMs` on, as pairs; `0, 0` where nothing is known.
   *
   * @param columns room for a pair a column; its length says how many
   * @returns columns up to the last one that anything is known of
   */
  readColumns(beginMs: number, pixelsPerSecond: number, columns: Int16Array): number {
    const columnCount = columns.length / 2;
    const best = chooseLevel(pixelsPerSecond);
    let known = 0;
    const columnMs = 1000 / pixelsPerSecond;
    const grown = Array.from({ length: levelCount }, (_, level) => this.pyramid.level(level));
    for (let column = 0; column < columnCount; column += 1) {
      const fromMs = beginMs + column * columnMs;
      let isKnown = false;
      // A coarse peak at the end reaches beyond the last fine one; there is nothing known there.
      const hasPeak = (fromMs / 1000) * peaksPerSecond < this.count;
      for (let level = best; hasPeak && level < levelCount && !isKnown; level += 1) {
        const perMs = rateOfLevel(level) / 1000;
        const first = Math.max(0, Math.floor(fromMs * perMs));
        const end = Math.max(first + 1, Math.ceil((fromMs + columnMs) * perMs));
        isKnown = readExtremes(grown[level]!, this.chunks[level]!, { first, end }, columns, column);
      }
      if (isKnown) known = column + 1;
      else columns.fill(0, column * 2, column * 2 + 2);
    }
    return known;
  }

  private listen(pairs: Int16Array): void {
    for (const value of pairs) this.loudest = Math.max(this.loudest, Math.abs(value));
  }

  private has(level: number, chunk: number): boolean {
    const end = Math.min(countOfLevel(this.count, level), (chunk + 1) * peaksPerChunk);
    return this.chunks[level]![chunk] !== undefined || this.pyramid.level(level).length / 2 >= end;
  }
}

/**
 * Joins pairs of a level into a column: of what came from the front, and else of chunks.
 * @returns whether any of them is here
 */
function readExtremes(
  grown: Int16Array,
  chunks: readonly (Int16Array | undefined)[],
  { first, end }: { readonly first: number; readonly end: number },
  columns: Int16Array,
  column: number,
): boolean {
  let lowest = 32_767;
  let highest = -32_768;
  for (let peak = first; peak < end; peak += 1) {
    let pairs: Int16Array | undefined = grown;
    let at = peak * 2;
    if (at >= grown.length) {
      pairs = chunks[Math.floor(peak / peaksPerChunk)];
      at = (peak % peaksPerChunk) * 2;
    }
    if (pairs === undefined || at >= pairs.length) break;
    if (pairs[at]! < lowest) lowest = pairs[at]!;
    if (pairs[at + 1]! > highest) highest = pairs[at + 1]!;
  }
  if (lowest > highest) return false;
  columns[column * 2] = lowest;
  columns[column * 2 + 1] = highest;
  return true;
}
