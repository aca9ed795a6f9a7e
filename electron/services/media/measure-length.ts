import type { MediaTools } from './find-media-tools';
import { inputArguments } from './media-input';
import { collectTool } from './run-tool';

/** A file of a disk: as long as it takes to read, within reason. */
const measureTimeoutMs = 300_000;
const measureMaximumBytes = 64_000_000;

/**
 * How long a file is whose clock jumps, in ms: all of it is read, and each part is laid behind the
 * one before, as when it is decoded. Undefined where that fails.
 * @throws StudioError `job/cancelled`
 */
export async function measureLength(
  path: string,
  tools: MediaTools,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const output = await collectTool(
    tools.ffmpeg.path,
    [
      ...['-v', 'error', '-nostdin', '-progress', 'pipe:1'],
      ...inputArguments(path),
      ...['-map', '0:v?', '-map', '0:a?', '-c', 'copy', '-f', 'null', '-'],
    ],
    { timeoutMs: measureTimeoutMs, maximumBytes: measureMaximumBytes, signal },
  );
  if (output.stopped !== undefined || output.spawnError !== undefined) return undefined;
  const times = [...output.stdout.matchAll(/^out_time_(?:us|ms)=(\d+)/gm)];
  const lastUs = Number(times.at(-1)?.[1]);
  return lastUs > 0 ? Math.round(lastUs / 1000) : undefined;
}
