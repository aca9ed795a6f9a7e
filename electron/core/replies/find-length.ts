import { longestRecordingMs } from './reply-values';

/** A container's length and the service's differ a little. */
const slackMs = 60_000;
const slackShare = 0.1;

/**
 * How long the recording is, of what its container, its reply and the request say, the most trusted
 * first; undefined where none can be right, as most of the times lie far beyond it: some replies
 * tell seconds for ms, and some containers a length from before they were recorded to the end.
 */
export function findLengthMs(
  times: readonly number[],
  candidates: readonly (number | undefined)[],
): number | undefined {
  return candidates.find((lengthMs) => {
    if (lengthMs === undefined || lengthMs <= 0) return false;
    const latestMs = findLatestMs(lengthMs);
    return times.filter((timeMs) => timeMs > latestMs).length * 2 <= times.length;
  });
}

/** No time of a reply can be later than this. */
export function findLatestMs(lengthMs: number | undefined): number {
  if (lengthMs === undefined) return longestRecordingMs;
  return Math.min(longestRecordingMs, lengthMs * (1 + slackShare) + slackMs);
}
