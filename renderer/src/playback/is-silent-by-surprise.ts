/** How long an element plays before its silence is taken for one. */
const enoughMs = 1_000;

/** How many bytes of sound Chromium has decoded for an element; other engines do not say. */
interface CountingElement {
  readonly webkitAudioDecodedByteCount?: number;
}

/**
 * Whether an element plays a recording that has sound and decodes none of it: it says nothing of a
 * codec that it does not know while there is a picture to show.
 *
 * @param soundBeginMs where the sound begins; undefined where there is none
 */
export function isSilentBySurprise(
  element: HTMLMediaElement & CountingElement,
  soundBeginMs: number | undefined,
): boolean {
  if (soundBeginMs === undefined || element.webkitAudioDecodedByteCount !== 0) return false;
  const { played } = element;
  let heardMs = 0;
  for (let index = 0; index < played.length; index += 1) {
    const beginMs = Math.max(played.start(index) * 1000, soundBeginMs);
    heardMs += Math.max(0, played.end(index) * 1000 - beginMs);
  }
  return heardMs >= enoughMs;
}
