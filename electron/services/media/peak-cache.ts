import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import {
  bytesPerPeak,
  formatPeakFileHeader,
  growingHeader,
  isWhole,
  layOutLevels,
  parsePeakFileHeader,
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
import { makeFolder } from '../files/make-folder';
import type { MediaTools } from './find-media-tools';
import { readMediaIdentity } from './media-identity';
import { assertHasAudio, type MediaInfo, type MediaStream } from './probe-media';
import { type DecodeWarning, decoderFailed, type PcmFormat, streamPcm } from './stream-pcm';

/** What the cache needs of a file it writes; small, so that a full disk can be played in a test. */
export interface PeakFileWriter {
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Makes what was written survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

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
  /** Says that they are not needed any more; the last one to say so stops the decoding. */
  readonly release: () => Promise<void>;
}

export interface PeakCacheOptions {
  readonly folder: string;
  readonly tools: MediaTools;
  /** Replaced in tests. */
  readonly createFile?: (path: string) => Promise<PeakFileWriter>;
}

/** About 20 s of sound: the first picture comes at once, and 3 h are 530 writes. */
const peaksPerWrite = 4_096;
/** Level 0 is joined to the coarser levels in pieces of this many peaks: a whole number of each. */
const peaksPerJoin = levelFactor ** levelCount * 16;
/** Above it a rate is brought down: 96 kHz costs twice the time and draws the same picture. */
const highestRateHz = 48_000;

/**
 * Builds peak files from the sound of recordings and keeps them. A file grows under a name of its
 * own (`<key>.<process>.<random>.partial`) and gets its final name in one step when it is complete
 * and on disk, so that neither a crash, a full disk nor a second process can leave a false one.
 * Partial files are not resumed, since decoders cannot begin exactly where they stopped; those of
 * dead processes are removed.
 */
export class PeakCache {
  private readonly folder: string;
  private readonly tools: MediaTools;
  private readonly createFile: (path: string) => Promise<PeakFileWriter>;
  /** Those that can be joined, by key. */
  private readonly builds = new Map<string, PeakBuild>();
  /** Those whose decoder or partial file may still be there, the ones given up included. */
  private readonly unfinished = new Set<PeakBuild>();

  constructor(options: PeakCacheOptions) {
    this.folder = options.folder;
    this.tools = options.tools;
    this.createFile = options.createFile ?? createPeakFile;
  }

  /**
   * The peaks of a recording: from the cache, or being built from now on. Two callers share one
   * build.
   * @throws StudioError `media/no-audio`, `media/unreadable`, `cache/unwritable`
   */
  async open(path: string, info: MediaInfo): Promise<Peaks> {
    const stream = assertHasAudio(info);
    const key = `${await readIdentity(path)}-${stream.index}`;
    const finalPath = join(this.folder, `${key}.peaks`);
    const running = this.builds.get(key);
    if (running !== undefined) return running.addReader();
    const levels = await readCompleteLevels(finalPath);
    if (levels !== undefined) return completePeaks(key, finalPath, levels);

    // Asked again, because another caller may have come while the disk was looked at.
    const joined = this.builds.get(key);
    if (joined !== undefined) return joined.addReader();
    const build = new PeakBuild({
      key,
      finalPath,
      partialPath: join(this.folder, `${key}.${process.pid}.${randomUUID()}.partial`),
      createFile: this.createFile,
      decode: (signal) => this.decode(path, info, peakFormatOf(stream), signal),
      format: peakFormatOf(stream),
      onClosed: () => {
        // Another build of the same recording may have taken the place of one given up.
        if (this.builds.get(key) === build) this.builds.delete(key);
      },
    });
    this.builds.set(key, build);
    this.unfinished.add(build);
    void build.whenEnded.then(() => this.unfinished.delete(build));
    return build.addReader();
  }

  /** Peaks of a damaged file are kept as they are; those of a killed decoder would stay cut. */
  private decode(
    path: string,
    info: MediaInfo,
    format: PcmFormat,
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array<ArrayBuffer>> {
    const request = { path, info, tools: this.tools, format };
    const onWarning = ({ hasDecoderDied, reason }: DecodeWarning): void => {
      if (hasDecoderDied) throw decoderFailed(request, reason);
    };
    return streamPcm({ ...request, onWarning }, signal);
  }

  /** Stops all decoding and removes what is not complete. */
  async dispose(): Promise<void> {
    await Promise.all([...this.unfinished].map((build) => build.cancel()));
  }
}

/**
 * All channels of mono and stereo as they are: mixing and resampling would cost more time than
 * looking at every sample.
 */
function peakFormatOf(stream: MediaStream): PcmFormat {
  const rateHz = Math.max(peaksPerSecond, Math.min(stream.rateHz ?? highestRateHz, highestRateHz));
  return { rateHz, channels: stream.channels === 2 ? 2 : 1, sample: 's16' };
}

async function readIdentity(path: string): Promise<string> {
  try {
    return await readMediaIdentity(path);
  } catch (thrown) {
    const reason = describeThrown(thrown);
    throw new StudioError('media/unreadable', `${path} cannot be read: ${reason}`, {
      data: { path, reason },
      cause: thrown,
    });
  }
}

interface PeakBuildOptions {
  readonly key: string;
  readonly finalPath: string;
  readonly partialPath: string;
  readonly format: PcmFormat;
  readonly createFile: (path: string) => Promise<PeakFileWriter>;
  readonly decode: (signal: AbortSignal) => AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Called when no reader may join any more: it is given up, or it has ended. */
  readonly onClosed: () => void;
}

/** One run of the decoder and the file it fills; lives until the file is complete or given up. */
class PeakBuild {
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
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      read: (beginIndex, endIndex, level = 0) => this.read(beginIndex, endIndex, level),
      completed: this.completed,
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
    const { partialPath, finalPath } = this.options;
    const levels = layOutLevels(count);
    if (isComplete) return readPairs([finalPath], getLevel(levels, level), beginIndex, endIndex);
    // Only level 0 is there, at the same place in the partial file and in the one it becomes.
    const factor = levelFactor ** level;
    const paths = [partialPath, finalPath];
    const fine = await readPairs(paths, levels[0]!, beginIndex * factor, endIndex * factor);
    return level === 0 ? fine : joinPairs(fine, factor);
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
    await makeFolder(folder);
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

/** Runs a write to the cache; a full disk or a missing right becomes `cache/unwritable`. */
async function guardWriting<Result>(path: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? describeThrown(thrown);
    throw new StudioError('cache/unwritable', `Peaks could not be kept: ${reason}`, {
      data: { path, reason },
      cause: thrown,
    });
  }
}

/** Partial files of this recording whose process is gone. */
async function removeLeftovers(folder: string, key: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${key}.`) || !name.endsWith('.partial')) continue;
    const owner = Number(name.slice(key.length + 1).split('.')[0]);
    if (!isRunning(owner)) await rm(join(folder, name), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    // EPERM: it runs and belongs to another person.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function createPeakFile(path: string): Promise<PeakFileWriter> {
  const file = await open(path, 'wx');
  return {
    write: async (bytes, position) => {
      let written = 0;
      while (written < bytes.length) {
        const rest = bytes.length - written;
        written += (await file.write(bytes, written, rest, position + written)).bytesWritten;
      }
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

function bytesOf(pairs: Int16Array): Uint8Array {
  return new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength);
}

function completePeaks(key: string, filePath: string, levels: readonly PeakFileLevel[]): Peaks {
  const progress = { count: levels[0]!.count, isComplete: true };
  return {
    key,
    progress: () => progress,
    filePath: () => filePath,
    subscribe: () => () => undefined,
    read: async (beginIndex, endIndex, level = 0) =>
      readPairs([filePath], getLevel(levels, level), beginIndex, endIndex),
    completed: Promise.resolve(progress),
    release: () => Promise.resolve(),
  };
}

/** Levels of a complete peak file; undefined where there is none or it is damaged. */
async function readCompleteLevels(path: string): Promise<readonly PeakFileLevel[] | undefined> {
  let file;
  try {
    file = await open(path, 'r');
  } catch {
    // Not there, or not readable: it is built anew, and a true fault shows when it is written.
    return undefined;
  }
  try {
    const bytes = new Uint8Array(peakFileHeaderBytes);
    await file.read(bytes, 0, bytes.length, 0);
    const header = parsePeakFileHeader(bytes);
    const { size } = await file.stat();
    return header !== undefined && isWhole(header, size) ? header.levels : undefined;
  } finally {
    await file.close();
  }
}

function getLevel(levels: readonly PeakFileLevel[], level: number): PeakFileLevel {
  const found = levels[level];
  if (found === undefined) throw new RangeError(`No peak level ${level}`);
  return found;
}

/** Reads from the first of the paths that exists: a partial file may just have been renamed. */
async function readPairs(
  paths: readonly string[],
  { beginByte, count }: PeakFileLevel,
  beginIndex: number,
  endIndex: number,
): Promise<Int16Array> {
  const begin = Math.max(0, Math.min(beginIndex, count));
  const pairs = new Int16Array(Math.max(0, Math.min(endIndex, count) - begin) * 2);
  if (pairs.length === 0) return pairs;
  const file = await openFirst(paths);
  try {
    const bytes = new Uint8Array(pairs.buffer);
    await file.read(bytes, 0, bytes.length, beginByte + begin * bytesPerPeak);
  } finally {
    await file.close();
  }
  return pairs;
}

async function openFirst(paths: readonly string[]): ReturnType<typeof open> {
  const [path, ...others] = paths;
  try {
    return await open(path!, 'r');
  } catch (thrown) {
    if (others.length === 0) throw thrown;
    return openFirst(others);
  }
}
