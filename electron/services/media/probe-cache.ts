import { stat } from 'node:fs/promises';
import type { MediaTools } from './find-media-tools';
import { type MediaInfo, probeMedia } from './probe-media';
import { throwIfCancelled } from './run-tool';

/** As many recordings as are open or wait at a time, with room to spare. */
const usualLimit = 32;

export interface ProbeCacheOptions {
  /** How many recordings are remembered. */
  readonly limit?: number;
  /** Asks a file itself; by default {@link probeMedia}. */
  readonly probe?: typeof probeMedia;
  /** ms since 1970. */
  readonly now?: () => number;
}

/** A change so shortly before may be followed by one that has the same time: clocks of files tick. */
const freshMs = 3_000;

interface Known {
  /** Of the file and of the tool that read it. */
  readonly state: string;
  readonly info: MediaInfo;
}

/**
 * {@link probeMedia} that remembers what it found: each job on a recording asks, and to start a
 * program for the answer costs more than to place a sentence. A file that was changed, replaced or
 * touched in any way since, or that another tool would read, is asked anew; failures are not kept.
 * @returns as `probeMedia`; it throws the same
 */
export function createProbeCache({
  limit = usualLimit,
  probe = probeMedia,
  now = Date.now,
}: ProbeCacheOptions = {}): typeof probeMedia {
  const known = new Map<string, Known>();
  return async (path, tools, signal) => {
    const before = await readState(path, tools, now());
    const found = known.get(path);
    known.delete(path);
    if (found !== undefined && found.state === before) {
      throwIfCancelled(signal);
      // The one asked for last is forgotten last.
      known.set(path, found);
      return found.info;
    }
    const info = await probe(path, tools, signal);
    // Of a file that was written meanwhile nobody knows what was read.
    if (before === undefined || (await readState(path, tools, now())) !== before) return info;
    known.set(path, { state: before, info });
    for (const oldest of known.keys()) {
      if (known.size <= limit) break;
      known.delete(oldest);
    }
    return info;
  };
}

/**
 * What changes whenever a file may have: the time of its last change of any kind (which nobody can
 * set back), its place, size and time. Undefined where that says nothing: of a file that was changed a
 * moment ago, or cannot be looked at, as the probe will say.
 */
async function readState(
  path: string,
  { ffprobe }: MediaTools,
  nowMs: number,
): Promise<string | undefined> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    if (nowMs - Number(ctimeNs / 1_000_000n) < freshMs) return undefined;
    return [dev, ino, size, mtimeNs, ctimeNs, ffprobe.path, ffprobe.version].join(' ');
  } catch {
    return undefined;
  }
}
