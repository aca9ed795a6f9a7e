import { stripMarkup } from '../transcript/markup';
import { isBlankText } from './lines';
import type { TimedText } from './timed-text';

/**
 * Cues for a track without places [FM79]: none is without text that is seen, and none overlaps the next
 * one, wherever they stood; those that begin together are one.
 * @param cues in order of begin
 */
export function flattenCues(cues: readonly TimedText[]): readonly TimedText[] {
  const flat: TimedText[] = [];
  for (const cue of cues) {
    if (isBlankText(stripMarkup(cue.text))) continue;
    const last = flat.at(-1);
    if (last !== undefined && last.beginMs >= cue.beginMs) {
      const endMs = Math.max(last.endMs, cue.endMs);
      flat[flat.length - 1] = { ...last, endMs, text: `${last.text}\n${cue.text}` };
      continue;
    }
    if (last !== undefined && last.endMs > cue.beginMs) {
      flat[flat.length - 1] = { ...last, endMs: cue.beginMs };
    }
    flat.push(cue);
  }
  return flat;
}
