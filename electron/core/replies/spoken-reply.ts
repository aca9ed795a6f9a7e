import type { SpokenSegment } from '../cues/spoken-segment';
import type { ReplyRepair } from './reply-repair';

/** What a reply says, in our terms; no segments where nothing was said. */
export interface SpokenReply {
  /** Sorted by begin, then channel. */
  readonly segments: readonly SpokenSegment[];
  /** Length of the recording as far as the reply tells; never less than its last word. */
  readonly durationMs: number;
  /** Where something of it had to be mended, in order of begin [IS17]. */
  readonly repairs: readonly ReplyRepair[];
}

/** When the last of the segments ends; 0 without any. */
export function findLastEndMs(segments: readonly SpokenSegment[]): number {
  return segments.reduce((latest, { endMs }) => Math.max(latest, endMs), 0);
}
