import { openRegularFile } from '../../files/regular-file';
import { findAiffSamples } from './aiff-samples';
import type { FileView } from './file-view';
import type { RawSamples } from './raw-samples';
import { createReadAt, type ReadAt } from './read-at';
import { findWave64Samples } from './wave64-samples';

/** A container whose length is wrong, in which ffmpeg hears a part or nothing. */
export interface RawSound {
  /** ffmpeg's name of the container. */
  readonly container: string;
  readonly samples: RawSamples;
  readonly view: FileView;
  readonly durationMs: number;
}

/** By ffmpeg's names of the containers. */
const readers: Readonly<
  Record<string, (readAt: ReadAt, sizeBytes: number) => Promise<RawSamples | undefined>>
> = { aiff: findAiffSamples, w64: findWave64Samples };

/**
 * Finds the samples of an AIFF or W64 whose header lies about its length; of all else, nothing. They
 * are read by their place then, since nothing tells ffmpeg to pass over what these headers say.
 */
export async function findRawSound(path: string): Promise<RawSound | undefined> {
  const file = await openRegularFile(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    const readAt = createReadAt(file);
    for (const [container, find] of Object.entries(readers)) {
      const samples = await find(readAt, size);
      if (samples === undefined) continue;
      const { beginByte, bytesPerFrame, rateHz } = samples;
      const frames = Math.floor((size - beginByte) / bytesPerFrame);
      if (frames === 0) return undefined;
      const endByte = beginByte + frames * bytesPerFrame;
      const durationMs = Math.round((frames / rateHz) * 1000);
      return { container, samples, view: { endByte, patches: [], raw: samples }, durationMs };
    }
    return undefined;
  } catch {
    // What cannot be read is told of by whoever needs it.
    return undefined;
  } finally {
    await file.close();
  }
}
