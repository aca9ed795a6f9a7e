/** A stretch of the recording, ms. */
export interface RecordingPart {
  readonly beginMs: number;
  readonly endMs: number;
}

export interface PartLimits {
  /** No part is longer. */
  readonly mostMs: number;
  /** No part is shorter where that can be had; at most half of `mostMs` counts. */
  readonly leastMs: number;
  /** How far two parts share their sound where there is no pause to cut in; at most half of that. */
  readonly overlapMs: number;
}

/** In the last quarter of the room the longest pause is taken; a part too short costs a part more. */
const lastShare = 0.25;

/**
 * Cuts a long recording into parts [IS11]: each cut lies in the middle of a pause, the longest
 * of those late in the part, else the last one there is; where speech does not pause, parts overlap
 * instead. The parts cover the whole recording in order.
 *
 * @param pauses silent stretches, ms, in any order
 */
export function planParts(
  pauses: readonly RecordingPart[],
  durationMs: number,
  limits: PartLimits,
): readonly RecordingPart[] {
  const mostMs = Math.max(1, Math.floor(limits.mostMs));
  const leastMs = Math.min(limits.leastMs, Math.floor(mostMs / 2));
  const overlapMs = Math.min(limits.overlapMs, Math.floor(leastMs / 2));
  const parts: RecordingPart[] = [];
  let beginMs = 0;
  while (durationMs - beginMs > mostMs) {
    const latestMs = Math.min(beginMs + mostMs, durationMs - leastMs);
    const cutMs = findPauseCut(pauses, beginMs + Math.max(1, leastMs), latestMs);
    const endMs = cutMs ?? latestMs;
    parts.push({ beginMs, endMs });
    beginMs = cutMs ?? endMs - overlapMs;
  }
  return [...parts, { beginMs, endMs: durationMs }];
}

function findPauseCut(
  pauses: readonly RecordingPart[],
  earliestMs: number,
  latestMs: number,
): number | undefined {
  const lateMs = latestMs - (latestMs - earliestMs) * lastShare;
  let longest: { readonly middleMs: number; readonly lengthMs: number } | undefined;
  let lastMs: number | undefined;
  for (const pause of pauses) {
    const middleMs = Math.round((pause.beginMs + pause.endMs) / 2);
    const lengthMs = pause.endMs - pause.beginMs;
    if (lengthMs <= 0 || middleMs < earliestMs || middleMs > latestMs) continue;
    lastMs = Math.max(lastMs ?? middleMs, middleMs);
    if (middleMs >= lateMs && lengthMs > (longest?.lengthMs ?? 0)) longest = { middleMs, lengthMs };
  }
  return longest?.middleMs ?? lastMs;
}
