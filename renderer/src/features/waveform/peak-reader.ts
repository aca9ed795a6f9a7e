import type { PeaksAccess } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import {
  bytesPerPeak,
  type PeakFileHeader,
  parsePeakFileHeader,
  peakFileHeaderBytes,
} from '@core/waveform/peak-file';
import {
  findFirstWholeLevel,
  type PeakChunk,
  PeakStore,
  peaksPerChunk,
} from '@core/waveform/peak-store';
import { peaksPerSecond } from '@core/waveform/peaks';

/** Most that is asked for at once of a growing file: 4 MB, 83 minutes. */
const mostGrowthPeaks = 1_000_000;
const mostRequests = 4;

/** Bytes of a file from an offset on; fewer at its end. Rejects where it cannot be read. */
export type ReadBytes = (beginByte: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;

export interface PeakReaderOptions {
  readonly read: ReadBytes;
  /** More is known: what begins at this time may look different. */
  readonly onPeaks: (fromMs: number) => void;
  readonly onError: (error: StudioError) => void;
}

/**
 * Reads a peak file by ranges: of a complete one the coarse levels at once and of the fine ones what
 * is in sight, of a growing one whatever has come since.
 */
export class PeakReader {
  readonly store = new PeakStore();
  private readonly options: PeakReaderOptions;
  private readonly asked = new Set<string>();
  private queue: PeakChunk[] = [];
  private running = 0;
  private header: PeakFileHeader | undefined;
  private available: Pick<PeaksAccess, 'count' | 'isComplete'> = { count: 0, isComplete: false };
  private isReading = false;
  private isDisposed = false;

  constructor(options: PeakReaderOptions) {
    this.options = options;
  }

  /** Takes what the services say of the file: call it whenever they do. */
  update(available: Pick<PeaksAccess, 'count' | 'isComplete'>): void {
    this.available = available;
    if (!this.isReading) void this.readOn();
  }

  /** Asks for the peaks that a stretch of time is best drawn from, where they are not here. */
  want(pixelsPerSecond: number, beginMs: number, endMs: number): void {
    if (this.header === undefined) return;
    // What was in sight before, and was not begun, is not wanted any more.
    for (const chunk of this.queue) this.asked.delete(getKey(chunk));
    this.queue = this.store
      .findMissing(pixelsPerSecond, beginMs, endMs)
      .filter((chunk) => !this.asked.has(getKey(chunk)));
    for (const chunk of this.queue) this.asked.add(getKey(chunk));
    this.runQueue();
  }

  dispose(): void {
    this.isDisposed = true;
    this.queue = [];
  }

  private async readOn(): Promise<void> {
    this.isReading = true;
    try {
      // A file that was complete when it was first seen is never read whole.
      if (this.available.isComplete && this.store.grownCount === 0 && this.header === undefined) {
        await this.readCoarse();
      }
      while (this.isGrowing && this.store.grownCount < this.available.count) {
        const begin = this.store.grownCount;
        const end = Math.min(this.available.count, begin + mostGrowthPeaks);
        const pairs = await this.fetchPairs(
          peakFileHeaderBytes + begin * bytesPerPeak,
          end - begin,
        );
        if (pairs.length === 0) break;
        this.store.grow(pairs);
        this.options.onPeaks((begin / peaksPerSecond) * 1000);
      }
    } catch (thrown) {
      this.fail(thrown);
    } finally {
      this.isReading = false;
    }
  }

  private get isGrowing(): boolean {
    return this.header === undefined && !this.isDisposed;
  }

  private async readCoarse(): Promise<void> {
    const header = parsePeakFileHeader(await this.options.read(0, peakFileHeaderBytes));
    const [base] = header?.levels ?? [];
    if (header === undefined || base === undefined) return;
    const first = header.levels[findFirstWholeLevel(base.count)]!;
    const last = header.levels.at(-1)!;
    this.store.complete(base.count);
    // Levels follow each other, so the coarse ones are one request: 180 KB for three hours.
    const count = (last.beginByte - first.beginByte) / bytesPerPeak + last.count;
    const pairs = await this.fetchPairs(first.beginByte, count);
    for (const place of this.store.listWholeLevels()) {
      const level = header.levels[place.level]!;
      const skipped = (level.beginByte - first.beginByte) / bytesPerPeak;
      const begin = place.chunk * peaksPerChunk;
      const end = Math.min(level.count, begin + peaksPerChunk);
      this.store.put(place, pairs.subarray((skipped + begin) * 2, (skipped + end) * 2));
    }
    this.header = header;
    this.options.onPeaks(0);
  }

  private runQueue(): void {
    while (this.running < mostRequests) {
      const place = this.queue.shift();
      if (place === undefined) return;
      this.running += 1;
      void this.readChunk(place).finally(() => {
        this.running -= 1;
        this.asked.delete(getKey(place));
        this.runQueue();
      });
    }
  }

  private async readChunk(place: PeakChunk): Promise<void> {
    const level = this.header!.levels[place.level]!;
    const begin = place.chunk * peaksPerChunk;
    const count = Math.min(level.count - begin, peaksPerChunk);
    try {
      const pairs = await this.fetchPairs(level.beginByte + begin * bytesPerPeak, count);
      this.store.put(place, pairs);
      this.options.onPeaks(0);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private async fetchPairs(beginByte: number, count: number): Promise<Int16Array> {
    const bytes = await this.options.read(beginByte, count * bytesPerPeak);
    const whole = Math.floor(bytes.byteLength / bytesPerPeak) * 2;
    return new Int16Array(bytes.buffer, bytes.byteOffset, whole);
  }

  private fail(thrown: unknown): void {
    if (this.isDisposed) return;
    this.options.onError(
      new StudioError('host/unreachable', 'the peaks cannot be read', { cause: thrown }),
    );
  }
}

/** Reads a file of the services by HTTP ranges. */
export function createRangeReader(url: string, signal: AbortSignal): ReadBytes {
  return async (beginByte, length) => {
    const range = `bytes=${beginByte}-${beginByte + length - 1}`;
    const response = await fetch(url, { headers: { range }, signal });
    // A growing file may end before the range begins: there is nothing yet.
    if (response.status === 416) return new Uint8Array(0);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const bytes = await response.arrayBuffer();
    return response.status === 206
      ? new Uint8Array(bytes)
      : new Uint8Array(bytes.slice(beginByte, beginByte + length));
  };
}

function getKey({ level, chunk }: PeakChunk): string {
  return `${level}/${chunk}`;
}
