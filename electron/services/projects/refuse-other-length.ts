import { StudioError } from '@core/errors/studio-error';
import { formatClock } from '@core/timing/format-clock';
import type { MediaInfo } from '../media/probe-media';

/**
 * Refuses to put another recording in the place of a project's.
 * @param expectedMs of the project's recording; 0 where it is not known
 * @throws StudioError `media/other-recording` (data: `path`, `found`, `expected`)
 */
export function refuseOtherLength(
  { path, durationMs: foundMs = 0 }: Pick<MediaInfo, 'path' | 'durationMs'>,
  expectedMs: number,
): void {
  if (!isOtherLength(expectedMs, foundMs)) return;
  throw new StudioError('media/other-recording', 'a recording of another length', {
    data: { path, found: formatClock(foundMs), expected: formatClock(expectedMs) },
  });
}

/** Encoding a recording anew changes its length a little; 0 where a length is not known. */
function isOtherLength(expectedMs: number, foundMs: number): boolean {
  if (expectedMs === 0 || foundMs === 0) return false;
  return Math.abs(expectedMs - foundMs) > Math.max(1_000, expectedMs * 0.01);
}
