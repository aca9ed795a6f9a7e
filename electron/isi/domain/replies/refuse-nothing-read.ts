import type { SpokenSegment } from '@core/cues/spoken-segment';
import { refuseField } from './parse-reply';
import type { ReplyRepair } from '@core/replies/reply-repair';

/**
 * A reply whose every sentence is unreadable is no silence, and no result.
 * @throws StudioError `engine/reply-unreadable` (`wrong-field`)
 */
export function refuseNothingRead(
  segments: readonly SpokenSegment[],
  repairs: readonly ReplyRepair[],
  path: string,
): void {
  if (segments.length === 0 && repairs.some(({ leftOut }) => leftOut > 0)) refuseField(path);
}
