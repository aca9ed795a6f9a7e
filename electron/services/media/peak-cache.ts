import { join } from 'node:path';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { PeakFileLevel } from '@core/waveform/peak-file';
import { peaksPerSecond } from '@core/waveform/peaks';
import { isThere } from '../files/is-there';
import { reservePrivateFile } from '../files/private-files';
import type { DecodeWarning } from './decode-warning';
import type { MediaTools } from './find-media-tools';
import { readMediaIdentity } from './media-identity';
import { nameReading } from './name-reading';
import { createPartialPath, guardWriting } from './partial-files';
import { PeakBuild, type Peaks } from './peak-build';
import {
  createPeakFile,
  getLevel,
  openFirst,
  type PeakFileWriter,
  readCompleteLevels,
  readPairs,
} from './peak-files';
import type { MediaStream } from './media-stream';
import { assertHasAudio, type MediaInfo } from './probe-media';
import { decoderFailed, type PcmFormat, streamPcm, type StreamPcmRequest } from './stream-pcm';

export interface PeakCacheOptions {
  readonly folder: string;
  /** Asked at the beginning of each build. */
  readonly findTools: () => Promise<MediaTools>;
  /** Replaced in tests. */
  readonly createFile?: (path: string) => Promise<PeakFileWriter>;
}

/** Above it a rate is brought down: 96 kHz costs twice the time and draws the same picture. */
const highestRateHz = 48_000;
/** Pauses of a recorder that are shorter, all together, put nothing out of its place. */
const unheardGapsMs = 150;

/**
 * Builds peak files from the sound of recordings and keeps them. A file grows under a name of its
 * own (`<key>.<process>.<random>.partial`) and gets its final name in one step when it is complete
 * and on disk, so that neither a crash, a full disk nor a second process can leave a false one.
 * Partial files are not resumed, since decoders cannot begin exactly where they stopped; those of
 * dead processes are removed.
 */
export class PeakCache {
  private readonly folder: string;
  private readonly findTools: () => Promise<MediaTools>;
  private readonly createFile: (path: string) => Promise<PeakFileWriter>;
  /** Those that can be joined, by key. */
  private readonly builds = new Map<string, PeakBuild>();
  /** Those whose decoder or partial file may still be there, the ones given up included. */
  private readonly unfinished = new Set<PeakBuild>();

  constructor(options: PeakCacheOptions) {
    this.folder = options.folder;
    this.findTools = options.findTools;
    this.createFile = options.createFile ?? createPeakFile;
  }

  /**
   * The peaks of a recording: from the cache, or being built from now on. Two callers share one
   * build.
   * @throws StudioError `media/no-audio`, `media/unreadable`, `tool/ffmpeg-missing`
   */
  async open(path: string, info: MediaInfo): Promise<Peaks> {
    const stream = assertHasAudio(info);
    const key = `${await readIdentity(path)}-${stream.index}${nameReading(info)}`;
    const finalPath = join(this.folder, `${key}.peaks`);
    const running = this.builds.get(key);
    if (running !== undefined) return running.addReader();
    const levels = await readCompleteLevels(finalPath);
    const gapsPath = join(this.folder, `${key}.gaps`);
    if (levels !== undefined) {
      return completePeaks(key, finalPath, levels, await isThere(gapsPath));
    }
    const tools = await this.findTools();

    // Asked again, because another caller may have come while the disk was looked at.
    const joined = this.builds.get(key);
    if (joined !== undefined) return joined.addReader();
    let hasGaps = false;
    const onFilled = async (filledMs: number): Promise<void> => {
      hasGaps = filledMs > unheardGapsMs;
      // Beside the peaks, whose form has no place for it.
      if (hasGaps) await guardWriting(gapsPath, () => reservePrivateFile(gapsPath));
    };
    const build = new PeakBuild({
      key,
      finalPath,
      partialPath: createPartialPath(this.folder, key),
      createFile: this.createFile,
      decode: (signal) =>
        decodePeaks({ path, info, tools, format: peakFormatOf(stream) }, onFilled, signal),
      hasGaps: () => hasGaps,
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

  /** Stops all decoding and removes what is not complete. */
  async dispose(): Promise<void> {
    await Promise.all([...this.unfinished].map((build) => build.cancel()));
  }
}

/** Peaks of a damaged file are kept as they are; those of a killed decoder would stay cut. */
async function* decodePeaks(
  request: StreamPcmRequest,
  onFilled: (filledMs: number) => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const onWarning = ({ hasDecoderDied, reason }: DecodeWarning): void => {
    if (hasDecoderDied) throw decoderFailed(request, reason);
  };
  let filled = 0;
  const onEnd = (filledMs: number): void => {
    filled = filledMs;
  };
  yield* streamPcm({ ...request, onWarning, onFilled: onEnd, isMemoryShared: true }, signal);
  await onFilled(filled);
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

function completePeaks(
  key: string,
  filePath: string,
  levels: readonly PeakFileLevel[],
  hasGaps: boolean,
): Peaks {
  const progress = { count: levels[0]!.count, isComplete: true };
  return {
    key,
    progress: () => progress,
    filePath: () => filePath,
    open: () => openFirst([filePath]),
    subscribe: () => () => undefined,
    read: async (beginIndex, endIndex, level = 0) =>
      readPairs([filePath], getLevel(levels, level), beginIndex, endIndex),
    completed: Promise.resolve(progress),
    hasGaps: () => hasGaps,
    release: () => Promise.resolve(),
  };
}
