import { openRegularFile } from '../../files/regular-file';
import { findAiffSamples } from './aiff-samples';
import { findAuSamples } from './au-samples';
import { findCafSamples } from './caf-samples';
import { findTrailingChunks } from './chunks';
import type { FileView } from './file-view';
import type { MiscountedSamples, RawSamples } from './raw-samples';
import { createReadAt, type ReadAt } from './read-at';
import { isUnknownLength } from './unknown-length';
import { findWave64Samples } from './wave64-samples';

/** A container whose length is wrong, of which ffmpeg hears a part, or says a length that is wrong. */
export interface RawSound {
  /** ffmpeg's name of the container. */
  readonly container: string;
  readonly samples: RawSamples;
  readonly view: FileView;
  readonly durationMs: number;
  /** Where the header says more than there is: the file was cut, and this is what it had. */
  readonly statedMs?: number;
}

/** By ffmpeg's names of the containers. */
const readers: Readonly<
  Record<string, (readAt: ReadAt, sizeBytes: number) => Promise<MiscountedSamples | undefined>>
> = { aiff: findAiffSamples, au: findAuSamples, caf: findCafSamples, w64: findWave64Samples };

/**
 * Finds the samples of a file whose header lies about its length; of all else, nothing. They are read by
 * their place then, since nothing tells ffmpeg to pass over what these headers say.
 */
export async function findRawSound(path: string): Promise<RawSound | undefined> {
  const file = await openRegularFile(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    const readAt = createReadAt(file);
    for (const [container, find] of Object.entries(readers)) {
      const found = await find(readAt, size);
      if (found === undefined) continue;
      const { samples, statedBytes, chunks } = found;
      const { beginByte, bytesPerFrame, rateHz } = samples;
      const end =
        chunks === undefined ? size : await findTrailingChunks(readAt, beginByte, size, chunks);
      const frames = Math.floor((end - beginByte) / bytesPerFrame);
      if (frames <= 0) return undefined;
      const endByte = beginByte + frames * bytesPerFrame;
      const toMs = (bytes: number): number => Math.round((bytes / bytesPerFrame / rateHz) * 1000);
      const isCut = !isUnknownLength(statedBytes) && statedBytes > size - beginByte;
      return {
        ...{ container, samples, view: { endByte, patches: [], raw: samples } },
        durationMs: toMs(endByte - beginByte),
        ...(isCut ? { statedMs: toMs(statedBytes) } : {}),
      };
    }
    return undefined;
  } catch {
    // What cannot be read is told of by whoever needs it.
    return undefined;
  } finally {
    await file.close();
  }
}
