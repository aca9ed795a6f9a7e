/** Encoders add a little at both ends, and containers round. */
const toleratedMs = 500;

/**
 * Whether a media element and the decoder disagree about how long a recording is: then what the
 * element shows is not what is heard, somewhere. A picture may go on after the sound.
 *
 * @param elementMs as the element says; infinite where it does not know
 * @param decodedMs of the sound, from the element's zero
 */
export function findClockProblem(
  elementMs: number,
  decodedMs: number,
  { hasVideo }: { readonly hasVideo: boolean },
): boolean {
  if (!Number.isFinite(elementMs)) return true;
  const longerMs = elementMs - decodedMs;
  return longerMs < -toleratedMs || (!hasVideo && longerMs > toleratedMs);
}
