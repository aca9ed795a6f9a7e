import { type FileHandle, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  bytesPerPeak,
  formatPeakFileHeader,
  growingHeader,
  layOutLevels,
  peakFileHeaderBytes,
  type PeakFileLevel,
} from '@core/waveform/peak-file';
import {
  countOfLevel,
  joinPairs,
  levelCount,
  levelFactor,
  PeakAccumulator,
  peaksPerSecond,
} from '@core/waveform/peaks';
import { makePrivateFolder } from '../files/private-files';
import { guardWriting, removeLeftovers } from './partial-files';
import { bytesOf, getLevel, openFirst, type PeakFileWriter, readPairs } from './peak-files';
import type { PcmFormat } from './stream-pcm';

export interface PeakProgress {
  /** Peaks of level 0 that can be read now. */
  readonly count: number;
  readonly isComplete: boolean;
}

/** The peaks of one recording: all there, or still growing. */
export interface Peaks {
  /** Names the content, wherever the recording lies. */
  readonly key: string;
  readonly progress: () => PeakProgress;
  /** The file in the form of `core/waveform/peak-file.ts`; changes once, when it is complete. */
  readonly filePath: () => string;
  /** That file, open to be read; also in the moment in which its name changes. */
  readonly open: () => Promise<FileHandle>;
  /** Calls `listener` after every step; gives the function that ends it. */
  readonly subscribe: (listener: (progress: PeakProgress) => void) => () => void;
  /**
   * Pairs of a level (0 when left out) from `beginIndex` up to `endIndex` or to what is there.
   * While the peaks grow, the last pair of a coarse level may still change.
   */
  readonly read: (beginIndex: number, endIndex: number, level?: number) => Promise<Int16Array>;
  /**
   * Resolves when all peaks are there.
   * @throws StudioError `media/*`, `tool/*`, `cache/unwritable`, or `job/cancelled` after a release
   */
  readonly completed: Promise<PeakProgress>;
  /**
   * Whether the recording pauses while its time goes on, known when they are complete: a media
   * element plays on without the pause.
   */
  readonly hasGaps: () => boolean;
  /** Says that they are not needed any more; the last one to say so stops the decoding. */
  readonly release: () => Promise<void>;
}

/** About 20 s of sound: the first picture comes at once, and 3 h are 530 writes. */
const peaksPerWrite = 4_096;
/** Level 0 is joined to the coarser levels in pieces of this many peaks: a whole number of each. */
const peaksPerJoin = levelFactor ** levelCount * 16;
export interface PeakBuildOptions {
  readonly key: string;
  readonly finalPath: string;
  readonly partialPath: string;
  readonly format: PcmFormat;
  readonly createFile: (path: string) => Promise<PeakFileWriter>;
  /** Each block begins at the beginning of its memory and is valid until the next is asked for. */
  readonly decode: (signal: AbortSignal) => AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Asked once it has ended. */
  readonly hasGaps: () => boolean;
  /** Called when no reader may join any more: it is given up, or it has ended. */
  readonly onClosed: () => void;
}

/** One run of the decoder and the file it fills; lives until the file is complete or given up. */
export class PeakBuild {
  /** Resolves when it is complete, or its partial file is gone; never rejects. */
  readonly whenEnded: Promise<unknown>;
  private readonly options: PeakBuildOptions;
  private readonly abort = new AbortController();
  private readonly listeners = new Set<(progress: PeakProgress) => void>();
  private readonly completed: Promise<PeakProgress>;
  private progress: PeakProgress = { count: 0, isComplete: false };
  private readers = 0;

  constructor(options: PeakBuildOptions) {
    this.options = options;
    this.completed = this.run().finally(options.onClosed);
    // Each reader sees the failure through `completed`; a build nobody waits for may fail alone.
    this.whenEnded = this.completed.catch(() => undefined);
  }

  addReader(): Peaks {
    this.readers += 1;
    let isReleased = false;
    return {
      key: this.options.key,
      progress: () => this.progress,
      filePath: () => this.filePath(),
      open: () => openFirst(this.readablePaths()),
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      read: (beginIndex, endIndex, level = 0) => this.read(beginIndex, endIndex, level),
      completed: this.completed,
      hasGaps: this.options.hasGaps,
      release: async () => {
        if (isReleased) return;
        isReleased = true;
        this.readers -= 1;
        if (this.readers === 0) await this.cancel();
      },
    };
  }

  /** Stops the build if it still runs, and waits until its partial file is gone. */
  async cancel(): Promise<void> {
    this.options.onClosed();
    this.abort.abort();
    // How it ended is told to those who wait for `completed`.
    await this.whenEnded;
  }

  private async read(beginIndex: number, endIndex: number, level: number): Promise<Int16Array> {
    const { count, isComplete } = this.progress;
    const levels = layOutLevels(count);
    const paths = this.readablePaths();
    if (isComplete) return readPairs(paths, getLevel(levels, level), beginIndex, endIndex);
    // Only level 0 is there, at the same place in the partial file and in the one it becomes.
    const factor = levelFactor ** level;
    const fine = await readPairs(paths, levels[0]!, beginIndex * factor, endIndex * factor);
    return level === 0 ? fine : joinPairs(fine, factor);
  }

  private readablePaths(): readonly string[] {
    const { partialPath, finalPath } = this.options;
    return this.progress.isComplete ? [finalPath] : [partialPath, finalPath];
  }

  private filePath(): string {
    return this.progress.isComplete ? this.options.finalPath : this.options.partialPath;
  }

  private async run(): Promise<PeakProgress> {
    const { partialPath, finalPath } = this.options;
    try {
      const writer = await guardWriting(partialPath, () => this.createPartialFile());
      try {
        await this.fill(writer);
      } finally {
        await guardWriting(partialPath, () => writer.close());
      }
      await guardWriting(finalPath, () => rename(partialPath, finalPath));
    } catch (thrown) {
      // The reason counts; a left-over that cannot be removed is found by the next build.
      await rm(partialPath, { force: true }).catch(() => undefined);
      throw thrown;
    }
    this.advance({ count: this.progress.count, isComplete: true });
    return this.progress;
  }

  private async createPartialFile(): Promise<PeakFileWriter> {
    const { partialPath, key, createFile } = this.options;
    const folder = dirname(partialPath);
    await makePrivateFolder(folder);
    await removeLeftovers(folder, key);
    return createFile(partialPath);
  }

  private async fill(writer: PeakFileWriter): Promise<void> {
    const { decode, format, partialPath } = this.options;
    const accumulator = new PeakAccumulator(format.rateHz, format.channels);
    let samples = 0;
    const header = formatPeakFileHeader(growingHeader);
    await guardWriting(partialPath, () => writer.write(header, 0));
    for await (const block of decode(this.abort.signal)) {
      const view = new Int16Array(block.buffer, 0, block.length / 2);
      samples += view.length;
      accumulator.push(view);
      if (accumulator.count >= peaksPerWrite) await this.writePeaks(writer, accumulator);
    }
    accumulator.finish();
    await this.writePeaks(writer, accumulator);
    const { count } = this.progress;
    const durationMs = (samples / format.channels / format.rateHz) * 1000;
    await guardWriting(partialPath, async () => {
      const header = { peaksPerSecond, levels: layOutLevels(count), durationMs };
      await writer.write(formatPeakFileHeader({ ...header, isComplete: false }), 0);
      await this.writeCoarseLevels(writer, header.levels);
      await writer.write(formatPeakFileHeader({ ...header, isComplete: true }), 0);
      await writer.sync();
    });
  }

  /** Level 0 is read back in pieces, so that memory does not grow with the recording. */
  private async writeCoarseLevels(
    writer: PeakFileWriter,
    levels: readonly PeakFileLevel[],
  ): Promise<void> {
    const { partialPath } = this.options;
    const base = levels[0]!;
    for (let begin = 0; begin < base.count; begin += peaksPerJoin) {
      let pairs = await readPairs([partialPath], base, begin, begin + peaksPerJoin);
      for (let level = 1; level < levels.length; level += 1) {
        pairs = joinPairs(pairs, levelFactor);
        const position = levels[level]!.beginByte + countOfLevel(begin, level) * bytesPerPeak;
        await writer.write(bytesOf(pairs), position);
      }
    }
  }

  private async writePeaks(writer: PeakFileWriter, accumulator: PeakAccumulator): Promise<void> {
    const pairs = accumulator.take();
    if (pairs.length === 0) return;
    const position = peakFileHeaderBytes + this.progress.count * bytesPerPeak;
    await guardWriting(this.options.partialPath, () => writer.write(bytesOf(pairs), position));
    this.advance({ count: this.progress.count + pairs.length / 2, isComplete: false });
  }

  private advance(progress: PeakProgress): void {
    this.progress = progress;
    for (const listener of this.listeners) listener(progress);
  }
}
