import { findMediaTools } from '../../electron/services/media/find-media-tools';
import { PeakCache } from '../../electron/services/media/peak-cache';
import { probeMedia } from '../../electron/services/media/probe-media';

/**
 * Builds the peaks of a recording in a cache folder, for the benchmark.
 * @returns ms until the first peaks could be read
 */
export async function buildPeaks(path: string, folder: string): Promise<number> {
  const tools = await findMediaTools();
  const info = await probeMedia(path, tools);
  const cache = new PeakCache({ folder, findTools: () => Promise.resolve(tools) });
  const beganMs = performance.now();
  const peaks = await cache.open(path, info);
  let firstMs: number | undefined;
  const end = peaks.subscribe(() => {
    firstMs ??= performance.now() - beganMs;
  });
  await peaks.completed;
  end();
  await peaks.release();
  return firstMs ?? performance.now() - beganMs;
}
